-- ...and comes back whole.
INSERT INTO article_copies
SELECT version_id, copy_group_id, is_original, original_source
FROM staged_copies
