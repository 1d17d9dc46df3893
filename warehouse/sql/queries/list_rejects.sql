-- One row is one refused input, the latest first; those that a later run got over where $resolved; reads rejects.
SELECT *
FROM rejects
WHERE resolved_at IS NULL OR $resolved
ORDER BY recorded_at DESC, origin, reason, reject_id
