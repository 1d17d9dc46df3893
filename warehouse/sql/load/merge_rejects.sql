-- The same refusal twice is one row: the first run that saw it stands in it.
INSERT INTO rejects BY NAME
SELECT DISTINCT incoming_rejects.*, $run_id AS run_id, $recorded_at::TIMESTAMP AS recorded_at
FROM incoming_rejects
ANTI JOIN rejects USING (reject_id)
RETURNING reject_id
