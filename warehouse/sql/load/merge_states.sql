-- What is met again keeps the state that it ended in first, and says when it was met last.
MERGE INTO article_states
USING (
    SELECT *, $run_id AS run_id, $recorded_at::TIMESTAMP AS read_at
    FROM staged_states
) AS read_states
USING (origin, article_id)
WHEN MATCHED THEN UPDATE SET
    version_id = read_states.version_id,
    state = CASE
        WHEN read_states.state <> 'unchanged' THEN read_states.state
        WHEN read_states.told = 'unchanged' OR article_states.state = 'duplicate' THEN article_states.state
        ELSE read_states.told
    END,
    digest = read_states.digest,
    coder = read_states.coder,
    language = coalesce(read_states.language, article_states.language),
    source_name = coalesce(read_states.source_name, article_states.source_name),
    run_id = read_states.run_id,
    read_at = read_states.read_at
WHEN NOT MATCHED THEN INSERT (
    origin, article_id, version_id, state, digest, coder, language, source_name,
    first_run_id, first_read_at, run_id, read_at
) VALUES (
    read_states.origin, read_states.article_id, read_states.version_id,
    CASE read_states.state WHEN 'unchanged' THEN 'duplicate' ELSE read_states.state END,
    read_states.digest, read_states.coder, read_states.language, read_states.source_name,
    read_states.run_id, read_states.read_at, read_states.run_id, read_states.read_at
)
