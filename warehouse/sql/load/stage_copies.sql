-- One row is one version whose group of copies is new or has grown, with the outlet that had the text first; key:
-- version_id; reads incoming_groups. The first is the earliest published, then the least id: no order of loading shows.
CREATE OR REPLACE TEMP TABLE staged_copies AS
WITH heads AS (
    SELECT version_id, published, source FROM articles
    UNION
    SELECT version_id, published, source FROM staged_articles
),
ranked AS (
    SELECT
        incoming_groups.version_id,
        incoming_groups.copy_group_id,
        heads.source,
        row_number() OVER (
            PARTITION BY incoming_groups.copy_group_id
            ORDER BY heads.published NULLS LAST, incoming_groups.version_id
        ) AS rank
    FROM incoming_groups
    INNER JOIN heads USING (version_id)
)
SELECT
    version_id,
    copy_group_id,
    rank = 1 AS is_original,
    first_value(source) OVER (PARTITION BY copy_group_id ORDER BY rank) AS original_source
FROM ranked
