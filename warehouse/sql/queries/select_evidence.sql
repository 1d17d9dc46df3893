-- One row is one mention of the event $event_id with its article, the leading mention first, then by day of publication.
SELECT
    mentions.*,
    articles.url,
    articles.title,
    articles.source,
    articles.published,
    articles.language,
    articles.text
FROM mentions
INNER JOIN articles USING (version_id)
INNER JOIN events USING (event_id)
WHERE mentions.event_id = $event_id
ORDER BY mentions.mention_id <> events.mention_id, articles.published NULLS LAST, mentions.mention_id
