-- An event that nobody tells any more goes; mention_history keeps what was told.
DELETE FROM events
USING staged_changes
WHERE events.event_id = staged_changes.event_id
    AND events.event_id NOT IN (SELECT event_id FROM staged_events)
RETURNING events.event_id
