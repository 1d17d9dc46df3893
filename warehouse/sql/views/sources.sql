-- One row is one outlet; key: source (NULL: articles that name none); reads articles and mentions, current versions.
CREATE OR REPLACE VIEW sources AS
WITH told AS (
    SELECT
        version_id,
        count(*) AS mention_count,
        count(date_start) AS dated_count,
        count(latitude) AS located_count
    FROM mentions
    GROUP BY version_id
)
SELECT
    articles.source,
    count(*) AS article_count,
    count(*) FILTER (articles.published IS NULL) AS article_count_undated,
    count(*) FILTER (told.version_id IS NULL) AS article_count_no_event,
    coalesce(sum(told.mention_count), 0)::BIGINT AS mention_count,
    coalesce(sum(told.dated_count), 0)::BIGINT AS mention_count_dated,
    coalesce(sum(told.located_count), 0)::BIGINT AS mention_count_located,
    min(articles.published) AS first_published,
    max(articles.published) AS last_published,
    max(articles.recorded_at) AS last_recorded_at
FROM articles
LEFT JOIN told USING (version_id)
WHERE articles.is_current
GROUP BY articles.source
