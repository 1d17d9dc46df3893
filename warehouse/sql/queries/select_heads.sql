-- One row is one article version with the head that exports show; key: version_id; reads articles.
SELECT
    version_id,
    title,
    url,
    source,
    published
FROM articles
WHERE list_contains($version_ids, version_id)
ORDER BY version_id
