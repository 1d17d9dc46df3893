-- fail: a current mention belongs to the current version of its document.
SELECT mentions.mention_id, mentions.version_id
FROM mentions
ANTI JOIN (FROM articles WHERE is_current) AS articles USING (article_id, version_id)
