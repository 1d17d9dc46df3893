-- One row is one event of $event_ids in the columns of GDELT 2, in the order of days; key: GLOBALEVENTID; reads
-- events_gdelt, which leaves out what GDELT has no place for.
WITH chosen AS (
    SELECT number_of_id(event_id) AS number
    FROM (SELECT unnest($event_ids) AS event_id)
)
SELECT events_gdelt.*
FROM events_gdelt
SEMI JOIN chosen ON events_gdelt.GLOBALEVENTID = chosen.number
ORDER BY SQLDATE, GLOBALEVENTID
