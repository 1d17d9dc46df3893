-- One row is one stored event that a changed mention tells: asked before and after, it says what became of them.
SELECT event_id
FROM events
SEMI JOIN staged_changes USING (event_id)
