-- ...and comes back merged anew from all that tell it, unless nobody does any more.
INSERT INTO events BY NAME
WITH telling AS (
    SELECT *
    FROM mentions
    SEMI JOIN touched USING (event_id)
)
SELECT *
FROM merged_events('telling')
