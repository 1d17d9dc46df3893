-- One row is one event of $event_ids in the columns of UCDP GED, in the order of days; key: id; reads events_ged, which
-- leaves out what GED has no place for.
WITH chosen AS (
    SELECT number_of_id(event_id) AS number
    FROM (SELECT unnest($event_ids) AS event_id)
)
SELECT events_ged.*
FROM events_ged
SEMI JOIN chosen ON events_ged.id = chosen.number
ORDER BY date_start, id
