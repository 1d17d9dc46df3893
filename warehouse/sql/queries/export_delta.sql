-- One row is one event that changed after a run, as it is told now, or as it was told then where it is withdrawn;
-- key: event_id; `change` is added, changed or withdrawn; reads events, events_as_of and runs. Applied to the events
-- as they stood at the end of $run_id, these rows give the events of today.
-- All rows of a run bear the moment at which it started.
WITH before AS (
    SELECT * FROM events_as_of((SELECT started_at FROM runs WHERE run_id = $run_id))
),
compared AS (
    SELECT
        coalesce(events.event_id, before.event_id) AS event_id,
        CASE
            WHEN before.event_id IS NULL THEN 'added'
            WHEN events.event_id IS NULL THEN 'withdrawn'
            ELSE 'changed'
        END AS change
    FROM events
    FULL JOIN before USING (event_id)
    WHERE events.event_id IS NULL
        OR before.event_id IS NULL
        OR md5(to_json(events)::VARCHAR) <> md5(to_json(before)::VARCHAR)
)
SELECT compared.change, events.*
FROM compared
INNER JOIN events USING (event_id)
UNION ALL
SELECT compared.change, before.*
FROM compared
INNER JOIN before USING (event_id)
WHERE compared.change = 'withdrawn'
ORDER BY event_id
