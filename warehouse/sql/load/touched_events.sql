-- One row is one stored event that this batch touches: asked before and after, it says what became of them.
SELECT event_id
FROM events
SEMI JOIN touched USING (event_id)
