-- Events follow their mentions: each that a changed mention tells goes...
DELETE FROM events
USING (SELECT DISTINCT event_id FROM staged_changes) AS touched
WHERE events.event_id = touched.event_id
