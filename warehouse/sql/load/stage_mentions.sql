-- One row is one mention of a current version in this batch, once, with the codes of its kind where it has no finer ones; key: mention_id;
-- reads incoming_mentions, staged_documents, kinds.
CREATE OR REPLACE TEMP TABLE staged_mentions AS
WITH current_mentions AS (
    SELECT
        incoming_mentions.* REPLACE (
            coalesce(incoming_mentions.acled, kinds.acled) AS acled,
            coalesce(incoming_mentions.plover_type, kinds.plover_type) AS plover_type,
            CASE
                WHEN incoming_mentions.plover_type IS NULL THEN kinds.plover_mode
                ELSE incoming_mentions.plover_mode
            END AS plover_mode,
            coalesce(incoming_mentions.cameo, kinds.cameo) AS cameo
        )
    FROM incoming_mentions
    INNER JOIN kinds USING (kind)
    SEMI JOIN staged_documents USING (version_id)
),
hashed AS (
    SELECT *, md5(to_json(current_mentions)::VARCHAR) AS row_hash
    FROM current_mentions
)
SELECT *
FROM hashed
QUALIFY row_number() OVER (PARTITION BY mention_id ORDER BY row_hash) = 1
