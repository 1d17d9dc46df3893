-- One row is one stored article in a language that no coder read; reads article_states, articles.
SELECT
    article_states.origin,
    article_states.source_name,
    article_states.read_at AS recorded_at,
    articles.article_id AS id,
    articles.url,
    articles.title,
    articles.source,
    articles.published,
    articles.language,
    articles.text
FROM article_states
INNER JOIN articles USING (version_id)
WHERE article_states.state = 'language'
ORDER BY article_states.origin
