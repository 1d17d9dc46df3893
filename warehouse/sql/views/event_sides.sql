-- One row is one event with its two sides, told as a fact; key: event_id; reads events. Symmetric acts list both sides
-- under actors: the first is side_a, the rest side_b. Planned, unconfirmed and negated events have no row here, nor in
-- the views in other formats that read this one: those formats have no field for them.
CREATE OR REPLACE VIEW event_sides AS
SELECT
    event_id,
    CASE WHEN is_symmetric THEN actors[1:1] ELSE actors END AS side_a,
    CASE WHEN is_symmetric THEN actors[2:] ELSE targets END AS side_b
FROM (
    SELECT
        event_id,
        actors,
        targets,
        len(targets) = 0 AND kind IN (
            'clash',
            'peace_talks',
            'agreement',
            'truce_agreement',
            'truce_start',
            'truce_extension',
            'cooperation'
        ) AS is_symmetric
    FROM events
    WHERE status IN ('occurred', 'ongoing')
)
