-- One row is one place where events stand; key: place, country, geonameid; reads events.
CREATE OR REPLACE VIEW places AS
SELECT
    place,
    country,
    geonameid,
    arg_min(admin1, event_id) AS admin1,
    arg_min(latitude, event_id) AS latitude,
    arg_min(longitude, event_id) AS longitude,
    arg_min(place_precision, event_id) AS place_precision,
    count(*) AS event_count,
    sum(mention_count)::BIGINT AS mention_count,
    min(date_start) AS first_day,
    max(date_end) AS last_day
FROM events
WHERE place IS NOT NULL OR country IS NOT NULL
GROUP BY place, country, geonameid
