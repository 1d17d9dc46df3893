-- One row is one refusal that no later run got over, the earliest first; reads rejects.
SELECT *
FROM rejects
WHERE resolved_at IS NULL
ORDER BY recorded_at, origin, reject_id
