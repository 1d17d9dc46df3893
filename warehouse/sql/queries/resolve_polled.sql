-- The refusals of sources that were read in the run $run_id are got over.
UPDATE rejects
SET resolved_run_id = $run_id, resolved_at = $moment::TIMESTAMP
FROM (SELECT source_name FROM source_polls WHERE run_id = $run_id AND is_success) AS polled
WHERE rejects.stage = 'fetch'
    AND rejects.resolved_at IS NULL
    AND rejects.run_id <> $run_id
    AND rejects.origin = coalesce((SELECT url FROM source_list WHERE source_name = polled.source_name), polled.source_name)
RETURNING reject_id
