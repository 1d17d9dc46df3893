-- One row is one deadly event in the 49 columns of UCDP GED 23.1, in their order; key: id; reads event_sides, events,
-- articles and code tables. Left out: what is not told as a fact, what killed nobody or states no toll, and events
-- without a year or a place, because GED holds none of these. Numbers that only UCDP gives out are NULL.
CREATE OR REPLACE VIEW events_ged AS
WITH bodies(sector, body) AS (
    VALUES
        ('MIL', 'state'),
        ('GOV', 'state'),
        ('COP', 'state'),
        ('SPY', 'state'),
        ('REB', 'group'),
        ('ISM', 'group'),
        ('PRM', 'group'),
        ('UAF', 'group'),
        ('CRM', 'group'),
        ('CVL', 'civilians'),
        ('REF', 'civilians'),
        ('LAB', 'civilians'),
        ('AGR', 'civilians'),
        ('EDU', 'civilians'),
        ('BUS', 'civilians'),
        ('JRN', 'civilians'),
        ('MED', 'civilians'),
        ('REL', 'civilians'),
        ('ELI', 'civilians'),
        ('PRE', 'civilians')
),
deadly AS (
    SELECT
        events.*,
        event_sides.side_a,
        event_sides.side_b,
        best_count(events.deaths_low, events.deaths_high) AS best,
        CASE
            WHEN bodies_b.body = 'civilians' AND bodies_a.body IN ('state', 'group') THEN 3
            WHEN bodies_a.body = 'state' AND bodies_b.body IN ('state', 'group') THEN 1
            WHEN bodies_a.body = 'group' AND bodies_b.body = 'state' THEN 1
            WHEN bodies_a.body = 'group' AND bodies_b.body = 'group' THEN 2
        END AS type_of_violence,
        CASE WHEN bodies_a.body = 'state' THEN states_a.country_gw END AS gwnoa,
        CASE WHEN bodies_b.body = 'state' THEN states_b.country_gw END AS gwnob
    FROM events
    INNER JOIN event_sides USING (event_id)
    LEFT JOIN bodies AS bodies_a ON bodies_a.sector = event_sides.side_a[1].sector
    LEFT JOIN bodies AS bodies_b ON bodies_b.sector = event_sides.side_b[1].sector
    LEFT JOIN countries AS states_a ON states_a.country_alpha3 = event_sides.side_a[1].country
    LEFT JOIN countries AS states_b ON states_b.country_alpha3 = event_sides.side_b[1].country
    WHERE events.plover_type = 'ASSAULT' OR events.kind IN ('territory_gain', 'siege', 'riot')
)
SELECT
    number_of_id(deadly.event_id) AS id,
    deadly.event_id AS relid,
    year(deadly.date_start) AS year,
    NULL::BOOLEAN AS active_year,
    NULL::VARCHAR AS code_status,
    deadly.type_of_violence,
    NULL::INTEGER AS conflict_dset_id,
    NULL::INTEGER AS conflict_new_id,
    NULL::VARCHAR AS conflict_name,
    NULL::INTEGER AS dyad_dset_id,
    NULL::INTEGER AS dyad_new_id,
    party_names(deadly.side_a) || ' - ' || party_names(deadly.side_b) AS dyad_name,
    NULL::INTEGER AS side_a_dset_id,
    NULL::INTEGER AS side_a_new_id,
    party_names(deadly.side_a) AS side_a,
    NULL::INTEGER AS side_b_dset_id,
    NULL::INTEGER AS side_b_new_id,
    party_names(deadly.side_b) AS side_b,
    deadly.source_count AS number_of_sources,
    concat_ws(',', articles.source, articles.published, articles.title) AS source_article,
    articles.source AS source_office,
    articles.published AS source_date,
    articles.title AS source_headline,
    deadly.claimed_by AS source_original,
    place_precisions.ucdp_where_prec AS where_prec,
    deadly.place AS where_coordinates,
    deadly.place_text AS where_description,
    deadly.admin1 AS adm_1,
    NULL::VARCHAR AS adm_2,
    deadly.latitude,
    deadly.longitude,
    format('POINT ({} {})', deadly.longitude, deadly.latitude) AS geom_wkt,
    (floor((deadly.latitude + 90) * 2) * 720 + floor((deadly.longitude + 180) * 2) + 1)::INTEGER AS priogrid_gid,
    countries.country_name AS country,
    countries.country_gw AS country_id,
    countries.ucdp_region AS region,
    CASE WHEN deadly.date_precision = 'day' THEN 1 ELSE 2 END AS event_clarity,
    CASE
        WHEN deadly.date_precision = 'days' AND deadly.date_end - deadly.date_start = 6 THEN 3
        ELSE date_precisions.ucdp_date_prec
    END AS date_prec,
    deadly.date_start,
    deadly.date_end,
    NULL::BIGINT AS deaths_a,
    NULL::BIGINT AS deaths_b,
    CASE WHEN deadly.type_of_violence = 3 THEN deadly.best END AS deaths_civilians,
    CASE WHEN deadly.type_of_violence IS DISTINCT FROM 3 THEN deadly.best END AS deaths_unknown,
    deadly.best,
    deadly.deaths_high AS high,
    deadly.deaths_low AS low,
    deadly.gwnoa,
    deadly.gwnob
FROM deadly
INNER JOIN date_precisions USING (date_precision)
INNER JOIN place_precisions USING (place_precision)
INNER JOIN articles USING (version_id)
LEFT JOIN countries ON countries.country = deadly.country
WHERE deadly.best > 0
    AND deadly.date_start IS NOT NULL
    AND date_precisions.ucdp_date_prec IS NOT NULL
    AND place_precisions.ucdp_where_prec IS NOT NULL
