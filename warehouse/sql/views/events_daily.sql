-- One row is one day, country, kind and status; key: these four; reads events. Events that are not known to the day stand
-- in the rows where day is NULL, so that none vanishes. A sum skips what states no toll: the counts beside it say how many.
CREATE OR REPLACE VIEW events_daily AS
SELECT
    CASE WHEN date_precision = 'day' THEN date_start END AS day,
    country,
    kind,
    status,
    count(*) AS event_count,
    sum(mention_count)::BIGINT AS mention_count,
    sum(deaths_low)::BIGINT AS deaths_low,
    sum(deaths_high)::BIGINT AS deaths_high,
    count(*) FILTER (deaths_low IS NULL) AS deaths_low_unknown,
    count(*) FILTER (deaths_high IS NULL) AS deaths_high_unknown,
    sum(injured_low)::BIGINT AS injured_low,
    sum(injured_high)::BIGINT AS injured_high,
    count(*) FILTER (injured_low IS NULL) AS injured_low_unknown,
    count(*) FILTER (injured_high IS NULL) AS injured_high_unknown
FROM events
GROUP BY ALL
