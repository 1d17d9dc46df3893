-- One row is one mention that this batch changes, with what it says now, or said last; key: mention_id;
-- reads staged_mentions, staged_documents, mentions.
CREATE OR REPLACE TEMP TABLE staged_changes AS
WITH told AS (
    SELECT
        CASE WHEN mentions.mention_id IS NULL THEN 'inserted' ELSE 'changed' END AS change,
        staged_mentions.*
    FROM staged_mentions
    LEFT JOIN mentions USING (mention_id)
    WHERE mentions.row_hash IS DISTINCT FROM staged_mentions.row_hash
),
untold AS (
    SELECT 'withdrawn' AS change, mentions.* EXCLUDE (run_id, recorded_at)
    FROM mentions
    SEMI JOIN (FROM staged_documents WHERE is_read) AS documents USING (article_id)
    ANTI JOIN staged_mentions USING (mention_id)
)
SELECT *, $run_id AS run_id, $recorded_at::TIMESTAMP AS recorded_at
FROM (FROM told UNION ALL BY NAME FROM untold)
