-- Events as the mentions in the relation named `told` tell them: one row per event_id, columns as in the table events.
-- The leading mention gives kind, status, day, place, quote and their like, so that these stay together: the surest
-- status, then the sharpest place, the outlet's own voice, the best base of the day, the earliest article, the id.
-- Each side's parties come from the first mention in that order that names any; a toll from the latest article that
-- states one, low and high together. A copy counts for the outlet that had the text first. Every order is total: the order of loading makes no difference.
CREATE OR REPLACE MACRO merged_events(told) AS TABLE
WITH ranked AS (
    SELECT
        mentions.event_id,
        mentions.mention_id,
        mentions.article_id,
        mentions.actors,
        mentions.targets,
        mentions.about,
        mentions.deaths_low,
        mentions.deaths_high,
        mentions.injured_low,
        mentions.injured_high,
        mentions.confidence,
        mentions.recorded_at,
        articles.published,
        CASE
            WHEN article_copies.version_id IS NULL THEN coalesce(articles.source, '')
            ELSE coalesce(article_copies.original_source, article_copies.copy_group_id)
        END AS witness,
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
    LEFT JOIN article_copies USING (version_id)
    INNER JOIN statuses USING (status)
    INNER JOIN place_precisions USING (place_precision)
    INNER JOIN date_bases USING (date_basis)
),
gathered AS (
    SELECT
        event_id,
        arg_min(mention_id, rank) AS mention_id,
        arg_min(actors, rank) FILTER (len(actors) > 0) AS actors,
        arg_min(targets, rank) FILTER (len(targets) > 0) AS targets,
        arg_min(about, rank) FILTER (len(about) > 0) AS about,
        arg_min({'low': deaths_low, 'high': deaths_high}, recency)
            FILTER (deaths_low IS NOT NULL OR deaths_high IS NOT NULL) AS deaths,
        arg_min({'low': injured_low, 'high': injured_high}, recency)
            FILTER (injured_low IS NOT NULL OR injured_high IS NOT NULL) AS injured,
        max(confidence) AS confidence,
        count(*) AS mention_count,
        count(DISTINCT witness) AS source_count,
        min(published) AS first_reported,
        max(published) AS last_reported,
        list(DISTINCT article_id ORDER BY article_id) AS article_ids,
        max(recorded_at) AS recorded_at
    FROM ranked
    GROUP BY event_id
)
SELECT
    lead_mentions.event_id,
    lead_mentions.kind,
    lead_mentions.status,
    lead_mentions.claimed_by,
    lead_mentions.date_start,
    lead_mentions.date_end,
    lead_mentions.date_edtf,
    lead_mentions.date_precision,
    lead_mentions.date_basis,
    lead_mentions.place,
    lead_mentions.place_text,
    lead_mentions.latitude,
    lead_mentions.longitude,
    lead_mentions.country,
    lead_mentions.admin1,
    lead_mentions.geonameid,
    lead_mentions.place_precision,
    coalesce(gathered.actors, []) AS actors,
    coalesce(gathered.targets, []) AS targets,
    coalesce(gathered.about, []) AS about,
    gathered.deaths.low AS deaths_low,
    gathered.deaths.high AS deaths_high,
    gathered.injured.low AS injured_low,
    gathered.injured.high AS injured_high,
    lead_mentions.quote,
    lead_mentions.quote_start,
    lead_mentions.quote_end,
    lead_mentions.trigger_start,
    lead_mentions.trigger_end,
    lead_mentions.plover_type,
    lead_mentions.plover_mode,
    lead_mentions.cameo,
    lead_mentions.acled,
    gathered.confidence,
    gathered.mention_count,
    gathered.source_count,
    gathered.first_reported,
    gathered.last_reported,
    gathered.article_ids,
    lead_mentions.mention_id,
    lead_mentions.article_id,
    lead_mentions.version_id,
    gathered.recorded_at
FROM gathered
INNER JOIN query_table(told) AS lead_mentions USING (mention_id)
