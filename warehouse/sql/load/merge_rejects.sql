-- The same refusal twice is one row: the first run that saw it stands in it; one that comes back is open again.
MERGE INTO rejects
USING (
    SELECT DISTINCT ON (reject_id)
        incoming_rejects.*,
        $run_id AS run_id,
        $recorded_at::TIMESTAMP AS recorded_at
    FROM incoming_rejects
    ORDER BY reject_id, quarantine NULLS LAST
) AS refused
USING (reject_id)
WHEN MATCHED AND (rejects.resolved_at IS NOT NULL OR rejects.quarantine IS NULL) THEN UPDATE SET
    resolved_run_id = NULL,
    resolved_at = NULL,
    stage = refused.stage,
    reader = refused.reader,
    url = refused.url,
    quarantine = refused.quarantine
WHEN NOT MATCHED THEN INSERT BY NAME
RETURNING merge_action, reject_id
