-- One row: the event $event_id.
SELECT *
FROM events
WHERE event_id = $event_id
