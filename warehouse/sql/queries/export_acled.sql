-- One row is one event of $event_ids in the columns of ACLED, in the order of days; key: event_id_cnty; reads
-- events_acled, which leaves out what ACLED has no place for.
WITH chosen AS (
    SELECT number_of_id(event_id)::VARCHAR AS number
    FROM (SELECT unnest($event_ids) AS event_id)
)
SELECT events_acled.*
FROM events_acled
SEMI JOIN chosen ON regexp_extract(events_acled.event_id_cnty, '[0-9]+$') = chosen.number
ORDER BY event_date, event_id_cnty
