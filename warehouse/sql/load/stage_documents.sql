-- One row is one document in this batch, with the version that is current from now on; key: article_id;
-- reads staged_articles, articles. A version not seen before replaces the one that stands. Of versions that are new in
-- the same run the latest published wins, then the greatest version_id: the order within a run makes no difference.
-- A version that was replaced earlier stays replaced, however often it is read again.
CREATE OR REPLACE TEMP TABLE staged_documents AS
WITH candidates AS (
    SELECT article_id, version_id, published, TRUE AS is_of_this_run, FALSE AS is_known
    FROM staged_articles
    ANTI JOIN articles USING (version_id)
    UNION ALL
    SELECT article_id, version_id, published, run_id = $run_id AS is_of_this_run, TRUE AS is_known
    FROM articles
    SEMI JOIN staged_articles USING (article_id)
    WHERE is_current
),
chosen AS (
    SELECT
        article_id,
        version_id,
        is_known,
        bool_or(is_known) OVER (PARTITION BY article_id) AS is_known_document
    FROM candidates
    QUALIFY row_number() OVER (
        PARTITION BY article_id
        ORDER BY is_of_this_run DESC, published DESC NULLS LAST, version_id DESC
    ) = 1
)
SELECT
    chosen.article_id,
    chosen.version_id,
    chosen.is_known_document,
    staged_articles.version_id IS NOT NULL AS is_read,
    coalesce(staged_articles.row_hash <> articles.row_hash, NOT chosen.is_known) AS is_changed
FROM chosen
LEFT JOIN staged_articles USING (version_id)
LEFT JOIN articles USING (version_id)
