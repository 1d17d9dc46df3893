-- One row is one event in the 61 columns of the GDELT 2 event table, in their order; key: GLOBALEVENTID; reads
-- event_sides, events, articles and code tables. Left out: what is not told as a fact, kinds without a CAMEO code, and
-- dates wider than a day, because GDELT has no field that could say so.
CREATE OR REPLACE VIEW events_gdelt AS
SELECT
    number_of_id(events.event_id) AS GLOBALEVENTID,
    strftime(events.date_start, '%Y%m%d')::INTEGER AS SQLDATE,
    strftime(events.date_start, '%Y%m')::INTEGER AS MonthYear,
    year(events.date_start)::INTEGER AS Year,
    round(year(events.date_start) + (month(events.date_start) * 30 + day(events.date_start)) / 365, 4) AS FractionDate,
    nullif(concat(sides.side_a[1].country, sides.side_a[1].sector), '') AS Actor1Code,
    upper(sides.side_a[1].name) AS Actor1Name,
    sides.side_a[1].country AS Actor1CountryCode,
    NULL::VARCHAR AS Actor1KnownGroupCode,
    NULL::VARCHAR AS Actor1EthnicCode,
    NULL::VARCHAR AS Actor1Religion1Code,
    NULL::VARCHAR AS Actor1Religion2Code,
    sides.side_a[1].sector AS Actor1Type1Code,
    NULL::VARCHAR AS Actor1Type2Code,
    NULL::VARCHAR AS Actor1Type3Code,
    nullif(concat(sides.side_b[1].country, sides.side_b[1].sector), '') AS Actor2Code,
    upper(sides.side_b[1].name) AS Actor2Name,
    sides.side_b[1].country AS Actor2CountryCode,
    NULL::VARCHAR AS Actor2KnownGroupCode,
    NULL::VARCHAR AS Actor2EthnicCode,
    NULL::VARCHAR AS Actor2Religion1Code,
    NULL::VARCHAR AS Actor2Religion2Code,
    sides.side_b[1].sector AS Actor2Type1Code,
    NULL::VARCHAR AS Actor2Type2Code,
    NULL::VARCHAR AS Actor2Type3Code,
    NULL::INTEGER AS IsRootEvent,
    events.cameo AS EventCode,
    left(events.cameo, 3) AS EventBaseCode,
    left(events.cameo, 2) AS EventRootCode,
    CASE
        WHEN left(events.cameo, 2) <= '05' THEN 1
        WHEN left(events.cameo, 2) <= '08' THEN 2
        WHEN left(events.cameo, 2) <= '13' THEN 3
        ELSE 4
    END AS QuadClass,
    NULL::DOUBLE AS GoldsteinScale,
    events.mention_count AS NumMentions,
    events.source_count AS NumSources,
    len(events.article_ids) AS NumArticles,
    NULL::DOUBLE AS AvgTone,
    0 AS Actor1Geo_Type,
    NULL::VARCHAR AS Actor1Geo_FullName,
    NULL::VARCHAR AS Actor1Geo_CountryCode,
    NULL::VARCHAR AS Actor1Geo_ADM1Code,
    NULL::VARCHAR AS Actor1Geo_ADM2Code,
    NULL::DOUBLE AS Actor1Geo_Lat,
    NULL::DOUBLE AS Actor1Geo_Long,
    NULL::VARCHAR AS Actor1Geo_FeatureID,
    0 AS Actor2Geo_Type,
    NULL::VARCHAR AS Actor2Geo_FullName,
    NULL::VARCHAR AS Actor2Geo_CountryCode,
    NULL::VARCHAR AS Actor2Geo_ADM1Code,
    NULL::VARCHAR AS Actor2Geo_ADM2Code,
    NULL::DOUBLE AS Actor2Geo_Lat,
    NULL::DOUBLE AS Actor2Geo_Long,
    NULL::VARCHAR AS Actor2Geo_FeatureID,
    CASE
        WHEN events.latitude IS NULL AND events.place_precision <> 'country' THEN 0
        WHEN events.country = 'US' AND place_precisions.gdelt_geo_type = 4 THEN 3
        WHEN events.country = 'US' AND place_precisions.gdelt_geo_type = 5 THEN 2
        ELSE coalesce(place_precisions.gdelt_geo_type, 0)
    END AS ActionGeo_Type,
    nullif(
        CASE
            WHEN events.place = countries.country_name THEN events.place
            ELSE concat_ws(', ', events.place, events.admin1, countries.country_name)
        END,
        ''
    ) AS ActionGeo_FullName,
    countries.country_fips AS ActionGeo_CountryCode,
    NULL::VARCHAR AS ActionGeo_ADM1Code,
    NULL::VARCHAR AS ActionGeo_ADM2Code,
    events.latitude AS ActionGeo_Lat,
    events.longitude AS ActionGeo_Long,
    events.geonameid::VARCHAR AS ActionGeo_FeatureID,
    strftime(events.recorded_at, '%Y%m%d%H%M%S')::BIGINT AS DATEADDED,
    articles.url AS SOURCEURL
FROM events
INNER JOIN event_sides AS sides USING (event_id)
INNER JOIN place_precisions USING (place_precision)
INNER JOIN articles USING (version_id)
LEFT JOIN countries ON countries.country = events.country
WHERE events.cameo IS NOT NULL
    AND events.date_start IS NOT NULL
    AND events.date_precision = 'day'
