-- Events as the mentions in the relation named `told` tell them: one row per event_id, columns as in the table events.
-- The leading mention gives kind, status, day, place, quote and their like, so that these stay together: the surest
-- status, then the sharpest place, the outlet's own voice, the best base of the day, the earliest article, the id.
-- Each side's parties come from the first mention in that order that names any; a toll from the latest article that
-- states one, low and high together. Every order is total: the order of loading makes no difference.
CREATE OR REPLACE MACRO merged_events(told) AS TABLE
WITH ranked AS (
    SELECT
        mentions.*,
        articles.published,
        articles.source,
        row_number() OVER (
            PARTITION BY mentions.event_id
            ORDER BY
                statuses.position,
                place_precisions.position,
                mentions.claimed_by IS NOT NULL,
                date_bases.position,
                articles.published NULLS LAST,
                mentions.mention_id
        ) AS rank,
        row_number() OVER (
            PARTITION BY mentions.event_id
            ORDER BY articles.published DESC NULLS LAST, mentions.mention_id
        ) AS recency
    FROM query_table(told) AS mentions
    INNER JOIN articles USING (version_id)
    INNER JOIN statuses USING (status)
    INNER JOIN place_precisions USING (place_precision)
    INNER JOIN date_bases USING (date_basis)
),
gathered AS (
    SELECT
        event_id,
        arg_min(actors, rank) FILTER (len(actors) > 0) AS actors,
        arg_min(targets, rank) FILTER (len(targets) > 0) AS targets,
        arg_min(about, rank) FILTER (len(about) > 0) AS about,
        arg_min({'low': deaths_low, 'high': deaths_high}, recency)
            FILTER (deaths_low IS NOT NULL OR deaths_high IS NOT NULL) AS deaths,
        arg_min({'low': injured_low, 'high': injured_high}, recency)
            FILTER (injured_low IS NOT NULL OR injured_high IS NOT NULL) AS injured,
        max(confidence) AS confidence,
        count(*) AS mention_count,
        count(DISTINCT coalesce(source, '')) AS source_count,
        min(published) AS first_reported,
        max(published) AS last_reported,
        list(DISTINCT article_id ORDER BY article_id) AS article_ids,
        max(recorded_at) AS recorded_at
    FROM ranked
    GROUP BY event_id
)
SELECT
    ranked.event_id,
    ranked.kind,
    ranked.status,
    ranked.claimed_by,
    ranked.date_start,
    ranked.date_end,
    ranked.date_edtf,
    ranked.date_precision,
    ranked.date_basis,
    ranked.place,
    ranked.place_text,
    ranked.latitude,
    ranked.longitude,
    ranked.country,
    ranked.admin1,
    ranked.geonameid,
    ranked.place_precision,
    coalesce(gathered.actors, []) AS actors,
    coalesce(gathered.targets, []) AS targets,
    coalesce(gathered.about, []) AS about,
    gathered.deaths.low AS deaths_low,
    gathered.deaths.high AS deaths_high,
    gathered.injured.low AS injured_low,
    gathered.injured.high AS injured_high,
    ranked.quote,
    ranked.quote_start,
    ranked.quote_end,
    ranked.trigger_start,
    ranked.trigger_end,
    ranked.plover_type,
    ranked.plover_mode,
    ranked.cameo,
    ranked.acled,
    gathered.confidence,
    gathered.mention_count,
    gathered.source_count,
    gathered.first_reported,
    gathered.last_reported,
    gathered.article_ids,
    ranked.mention_id,
    ranked.article_id,
    ranked.version_id,
    gathered.recorded_at
FROM ranked
INNER JOIN gathered USING (event_id)
WHERE ranked.rank = 1
