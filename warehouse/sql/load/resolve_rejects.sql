-- A refusal is got over when the same place gives an article.
UPDATE rejects
SET resolved_run_id = $run_id,
    resolved_at = $recorded_at::TIMESTAMP
FROM (SELECT DISTINCT origin FROM staged_states) AS read_states
WHERE rejects.origin = read_states.origin
    AND rejects.resolved_at IS NULL
