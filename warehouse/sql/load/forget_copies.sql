-- A group that has grown goes...
DELETE FROM article_copies
USING staged_copies
WHERE article_copies.version_id = staged_copies.version_id
