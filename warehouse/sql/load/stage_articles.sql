-- One row is one version of a document in this batch, once; key: version_id; reads incoming_articles.
CREATE OR REPLACE TEMP TABLE staged_articles AS
WITH hashed AS (
    SELECT *, md5(to_json(incoming_articles)::VARCHAR) AS row_hash
    FROM incoming_articles
)
SELECT hashed.*
FROM hashed
ANTI JOIN staged_variants USING (version_id)
QUALIFY row_number() OVER (PARTITION BY version_id ORDER BY row_hash) = 1
