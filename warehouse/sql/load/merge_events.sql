-- Touched events are stored where they differ; RETURNING says what was done.
MERGE INTO events
USING staged_events
USING (event_id)
WHEN MATCHED AND events IS DISTINCT FROM staged_events THEN UPDATE
WHEN NOT MATCHED THEN INSERT
RETURNING merge_action
