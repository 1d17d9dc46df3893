-- One row is one incoming version that differs from the current one of its document by nothing but its address (a mobile
-- or AMP variant, another feed): no new version; key: version_id; reads incoming_articles, articles.
CREATE OR REPLACE TEMP TABLE staged_variants AS
SELECT DISTINCT ON (incoming_articles.version_id)
    incoming_articles.version_id,
    articles.version_id AS kept_version_id
FROM incoming_articles
INNER JOIN articles USING (article_id)
WHERE articles.is_current
    AND articles.url <> incoming_articles.url
    AND articles.text = incoming_articles.text
    AND articles.title IS NOT DISTINCT FROM incoming_articles.title
    AND articles.published IS NOT DISTINCT FROM incoming_articles.published
    AND articles.run_id <> $run_id
