-- One row is one event that a changed mention tells, merged anew; key: event_id; reads mentions, staged_changes.
CREATE OR REPLACE TEMP TABLE staged_events AS
WITH touched AS (
    SELECT *
    FROM mentions
    SEMI JOIN staged_changes USING (event_id)
)
SELECT *
FROM merged_events('touched')
