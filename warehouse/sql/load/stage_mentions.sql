-- One row is one mention of a current version in this batch, once; key: mention_id;
-- reads incoming_mentions, staged_documents.
CREATE OR REPLACE TEMP TABLE staged_mentions AS
WITH hashed AS (
    SELECT *, md5(to_json(incoming_mentions)::VARCHAR) AS row_hash
    FROM incoming_mentions
)
SELECT *
FROM hashed
SEMI JOIN staged_documents USING (version_id)
QUALIFY row_number() OVER (PARTITION BY mention_id ORDER BY row_hash) = 1
