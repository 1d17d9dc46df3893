-- Versions that a newer one replaces are no longer current.
UPDATE articles
SET is_current = FALSE
FROM staged_documents
WHERE articles.article_id = staged_documents.article_id
    AND articles.version_id <> staged_documents.version_id
    AND articles.is_current
