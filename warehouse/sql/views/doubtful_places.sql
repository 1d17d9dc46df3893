-- One row is one current mention whose place led by little over another place of the same name; key: mention_id; reads
-- mentions and articles, current versions. Below three one in three was another one, by reading.
CREATE OR REPLACE VIEW doubtful_places AS
WITH names AS (
    SELECT
        version_id,
        unnest(from_json(places, '[{"start": "INTEGER", "end": "INTEGER", "margin": "DOUBLE"}]')) AS name
    FROM articles
    WHERE is_current
),
placed AS (
    SELECT
        mentions.*,
        (evidence ->> '$.place[0]')::INTEGER AS place_start,
        (evidence ->> '$.place[1]')::INTEGER AS place_end
    FROM mentions
    WHERE place IS NOT NULL
)
SELECT
    min(names.name.margin) AS place_margin,
    placed.place_text,
    placed.place,
    placed.country,
    placed.admin1,
    placed.latitude,
    placed.longitude,
    placed.kind,
    placed.quote,
    placed.rules ->> 'place' AS place_rule,
    placed.mention_id,
    placed.event_id,
    placed.article_id
FROM placed
INNER JOIN names
    ON placed.version_id = names.version_id
    AND placed.place_start <= names.name.start
    AND names.name.end <= placed.place_end
GROUP BY ALL
HAVING min(names.name.margin) < 3
