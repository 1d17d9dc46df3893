-- fail: a mention stands once among the current ones; tables have no keys, so the load checks.
SELECT mention_id, count(*) AS rows
FROM mentions
GROUP BY mention_id
HAVING count(*) > 1
