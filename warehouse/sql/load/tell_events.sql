-- ...and comes back merged anew from all that tell it, unless nobody does any more.
INSERT INTO events BY NAME
WITH touched AS (
    SELECT *
    FROM mentions
    SEMI JOIN staged_changes USING (event_id)
)
SELECT *
FROM merged_events('touched')
