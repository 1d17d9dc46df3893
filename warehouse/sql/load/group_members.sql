-- One row is one version of the groups $version_ids touch, with its group; reads article_copies.
SELECT version_id, copy_group_id
FROM article_copies
WHERE copy_group_id IN (
    SELECT copy_group_id FROM article_copies WHERE list_contains($version_ids, version_id)
)
