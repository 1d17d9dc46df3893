-- Events follow their mentions: each that this batch touches goes...
DELETE FROM events
USING touched
WHERE events.event_id = touched.event_id
