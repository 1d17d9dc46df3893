-- One row is one party to an event in one role; key: event_id, role, position; reads events.
CREATE OR REPLACE VIEW event_actors AS
WITH sides AS (
    SELECT event_id, 'actor' AS role, actors AS parties FROM events
    UNION ALL
    SELECT event_id, 'target' AS role, targets AS parties FROM events
    UNION ALL
    SELECT event_id, 'about' AS role, about AS parties FROM events
),
numbered AS (
    SELECT
        event_id,
        role,
        unnest(parties) AS party,
        unnest(range(1, len(parties) + 1)) AS position
    FROM sides
)
SELECT
    event_id,
    role,
    position,
    party.name AS name,
    party.text AS text,
    party.country AS country,
    party.sector AS sector
FROM numbered
