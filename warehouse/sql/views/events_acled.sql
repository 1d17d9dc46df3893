-- One row is one event in the 31 columns of ACLED, in their order; key: event_id_cnty; reads event_sides, events,
-- articles and code tables. Left out: what is not told as a fact, dates wider than a month, places known no closer than
-- their country. A date of several days becomes its middle day, as ACLED does; time_precision says so.
CREATE OR REPLACE VIEW events_acled AS
WITH types(sub_event_type, event_type, disorder_type) AS (
    VALUES
        ('Government regains territory', 'Battles', 'Political violence'),
        ('Non-state actor overtakes territory', 'Battles', 'Political violence'),
        ('Armed clash', 'Battles', 'Political violence'),
        ('Chemical weapon', 'Explosions/Remote violence', 'Political violence'),
        ('Air/drone strike', 'Explosions/Remote violence', 'Political violence'),
        ('Suicide bomb', 'Explosions/Remote violence', 'Political violence'),
        ('Shelling/artillery/missile attack', 'Explosions/Remote violence', 'Political violence'),
        ('Remote explosive/landmine/IED', 'Explosions/Remote violence', 'Political violence'),
        ('Grenade', 'Explosions/Remote violence', 'Political violence'),
        ('Sexual violence', 'Violence against civilians', 'Political violence'),
        ('Attack', 'Violence against civilians', 'Political violence'),
        ('Abduction/forced disappearance', 'Violence against civilians', 'Political violence'),
        ('Peaceful protest', 'Protests', 'Demonstrations'),
        ('Protest with intervention', 'Protests', 'Demonstrations'),
        ('Excessive force against protesters', 'Protests', 'Political violence; Demonstrations'),
        ('Violent demonstration', 'Riots', 'Demonstrations'),
        ('Mob violence', 'Riots', 'Political violence'),
        ('Agreement', 'Strategic developments', 'Strategic developments'),
        ('Arrests', 'Strategic developments', 'Strategic developments'),
        ('Change to group/activity', 'Strategic developments', 'Strategic developments'),
        ('Disrupted weapons use', 'Strategic developments', 'Strategic developments'),
        ('Headquarters or base established', 'Strategic developments', 'Strategic developments'),
        ('Looting/property destruction', 'Strategic developments', 'Strategic developments'),
        ('Non-violent transfer of territory', 'Strategic developments', 'Strategic developments'),
        ('Other', 'Strategic developments', 'Strategic developments')
),
inters(sector, inter, inter_order) AS (
    VALUES
        ('MIL', 'State forces', 1),
        ('GOV', 'State forces', 1),
        ('COP', 'State forces', 1),
        ('SPY', 'State forces', 1),
        ('REB', 'Rebel group', 2),
        ('ISM', 'Rebel group', 2),
        ('PRM', 'Political militia', 3),
        ('UAF', 'Political militia', 3),
        ('CRM', 'Political militia', 3),
        ('PRE', 'Protesters', 6),
        ('CVL', 'Civilians', 7),
        ('REF', 'Civilians', 7),
        ('LAB', 'Civilians', 7),
        ('AGR', 'Civilians', 7),
        ('EDU', 'Civilians', 7),
        ('BUS', 'Civilians', 7),
        ('JRN', 'Civilians', 7),
        ('MED', 'Civilians', 7),
        ('REL', 'Civilians', 7),
        ('ELI', 'Civilians', 7),
        ('JUD', 'Civilians', 7),
        ('LEG', 'Civilians', 7),
        ('PTY', 'Civilians', 7),
        ('OPP', 'Civilians', 7),
        ('IGO', 'External/Other forces', 8),
        ('NGO', 'Civilians', 7),
        ('IMG', 'External/Other forces', 8),
        ('MNC', 'Civilians', 7)
),
demonstrators(kind, inter, inter_order) AS (
    VALUES ('protest', 'Protesters', 6), ('crowd_dispersal', 'Protesters', 6), ('riot', 'Rioters', 5)
),
sides AS (
    SELECT
        event_sides.event_id,
        -- ACLED names demonstrators first, also where police act against them.
        CASE WHEN events.kind = 'crowd_dispersal' THEN side_b ELSE side_a END AS side_1,
        CASE WHEN events.kind = 'crowd_dispersal' THEN side_a ELSE side_b END AS side_2
    FROM event_sides
    INNER JOIN events USING (event_id)
),
coded AS (
    SELECT
        events.*,
        sides.side_1,
        sides.side_2,
        coalesce(demonstrators.inter, inters_1.inter) AS inter1,
        coalesce(demonstrators.inter_order, inters_1.inter_order) AS order1,
        inters_2.inter AS inter2,
        inters_2.inter_order AS order2
    FROM events
    INNER JOIN sides USING (event_id)
    LEFT JOIN demonstrators ON demonstrators.kind = events.kind
    LEFT JOIN inters AS inters_1 ON inters_1.sector = sides.side_1[1].sector
    LEFT JOIN inters AS inters_2 ON inters_2.sector = sides.side_2[1].sector
)
SELECT
    coalesce(countries.country_alpha3, '') || number_of_id(coded.event_id) AS event_id_cnty,
    coded.date_start + ((coded.date_end - coded.date_start) // 2)::INTEGER AS event_date,
    year(coded.date_start + ((coded.date_end - coded.date_start) // 2)::INTEGER) AS year,
    date_precisions.acled_time_precision AS time_precision,
    types.disorder_type,
    types.event_type,
    types.sub_event_type,
    coded.side_1[1].name AS actor1,
    party_names(coded.side_1[2:]) AS assoc_actor_1,
    coded.inter1,
    coded.side_2[1].name AS actor2,
    party_names(coded.side_2[2:]) AS assoc_actor_2,
    coded.inter2,
    CASE
        WHEN coded.inter1 IS NULL OR (coded.inter2 IS NULL AND len(coded.side_2) > 0) THEN NULL
        WHEN coded.inter2 IS NULL THEN coded.inter1 || ' only'
        WHEN coded.order1 <= coded.order2 THEN coded.inter1 || '-' || coded.inter2
        ELSE coded.inter2 || '-' || coded.inter1
    END AS interaction,
    CASE
        WHEN types.disorder_type = 'Political violence' AND coded.inter2 = 'Civilians' THEN 'Civilian targeting'
    END AS civilian_targeting,
    countries.country_numeric AS iso,
    countries.acled_region AS region,
    countries.country_name AS country,
    coded.admin1,
    NULL::VARCHAR AS admin2,
    NULL::VARCHAR AS admin3,
    coded.place AS location,
    coded.latitude,
    coded.longitude,
    place_precisions.acled_geo_precision AS geo_precision,
    articles.source,
    NULL::VARCHAR AS source_scale,
    coded.quote AS notes,
    best_count(coded.deaths_low, coded.deaths_high) AS fatalities,
    NULL::VARCHAR AS tags,
    epoch(coded.recorded_at)::BIGINT AS timestamp
FROM coded
INNER JOIN types ON types.sub_event_type = coded.acled
INNER JOIN date_precisions USING (date_precision)
INNER JOIN place_precisions USING (place_precision)
INNER JOIN articles USING (version_id)
LEFT JOIN countries ON countries.country = coded.country
WHERE coded.date_start IS NOT NULL
    AND coded.latitude IS NOT NULL
    AND date_precisions.acled_time_precision IS NOT NULL
    AND place_precisions.acled_geo_precision IS NOT NULL
