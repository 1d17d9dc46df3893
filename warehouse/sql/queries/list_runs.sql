-- One row is one run, the latest first; a run that never finished is told as interrupted; reads runs.
SELECT * REPLACE (CASE WHEN finished_at IS NULL THEN 'interrupted' ELSE status END AS status)
FROM runs
ORDER BY started_at DESC, run_id
