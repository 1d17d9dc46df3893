-- One row is one refused input, the latest first; reads rejects.
SELECT *
FROM rejects
ORDER BY recorded_at DESC, origin, reason, reject_id
