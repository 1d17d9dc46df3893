-- One row is one event that this batch touches: a mention of it changed, or an article that tells it turned out a copy.
CREATE OR REPLACE TEMP TABLE touched AS
SELECT event_id FROM staged_changes
UNION
SELECT event_id FROM mentions SEMI JOIN staged_copies USING (version_id)
