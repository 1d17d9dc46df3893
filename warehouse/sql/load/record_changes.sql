-- The history takes every change before the mentions do; its numbers go on from the last.
INSERT INTO mention_history BY NAME
SELECT
    (SELECT coalesce(max(history_no), 0) FROM mention_history) + row_number() OVER (ORDER BY mention_id) AS history_no,
    *
FROM staged_changes
