-- fail: a quote is exactly its slice of the stored text, counted in code points.
WITH texts AS (
    SELECT version_id, text
    FROM articles
    SEMI JOIN checked_documents USING (article_id)
)
SELECT mentions.mention_id, mentions.quote
FROM mentions
SEMI JOIN checked_documents USING (article_id)
INNER JOIN texts USING (version_id)
WHERE substring(texts.text, mentions.quote_start + 1, mentions.quote_end - mentions.quote_start) <> mentions.quote
