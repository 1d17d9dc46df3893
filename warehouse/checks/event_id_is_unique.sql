-- fail: an event stands once; tables have no keys, so the load checks.
SELECT event_id, count(*) AS rows
FROM events
GROUP BY event_id
HAVING count(*) > 1
