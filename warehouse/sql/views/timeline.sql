-- One row is one event, in the order of days, undated ones last; key: event_id; reads events and articles.
CREATE OR REPLACE VIEW timeline AS
SELECT
    events.event_id,
    events.date_start,
    events.date_end,
    events.date_edtf,
    events.date_precision,
    events.date_basis,
    events.kind,
    events.status,
    events.claimed_by,
    party_names(events.actors) AS actor_names,
    party_names(events.targets) AS target_names,
    party_names(events.about) AS about_names,
    events.place,
    events.admin1,
    events.country,
    events.latitude,
    events.longitude,
    events.place_precision,
    events.deaths_low,
    events.deaths_high,
    events.injured_low,
    events.injured_high,
    events.quote,
    articles.title,
    articles.url,
    articles.source,
    articles.published,
    events.mention_count,
    events.source_count,
    events.first_reported,
    events.last_reported
FROM events
INNER JOIN articles USING (version_id)
ORDER BY events.date_start NULLS LAST, events.date_end, events.kind, events.event_id
