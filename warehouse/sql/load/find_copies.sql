-- One row is one pair of versions of different documents that are nearly the same and came out within ten days; at
-- least one of the two is new; reads article_bands, article_fingerprints, staged_articles, articles.
WITH heads AS (
    SELECT version_id, published FROM articles
    UNION
    SELECT version_id, published FROM staged_articles
),
pairs AS (
    SELECT DISTINCT
        least(fresh.version_id, known.version_id) AS one,
        greatest(fresh.version_id, known.version_id) AS other
    FROM (SELECT DISTINCT unnest(bands) AS band, version_id FROM staged_fingerprints) AS fresh
    INNER JOIN article_bands AS known USING (band)
    WHERE fresh.version_id <> known.version_id
)
SELECT pairs.one, pairs.other
FROM pairs
INNER JOIN article_fingerprints AS ones ON ones.version_id = pairs.one
INNER JOIN article_fingerprints AS others ON others.version_id = pairs.other
INNER JOIN heads AS one_heads ON one_heads.version_id = pairs.one
INNER JOIN heads AS other_heads ON other_heads.version_id = pairs.other
WHERE ones.article_id <> others.article_id
    AND len(list_filter(list_zip(ones.signature, others.signature), lambda pair: pair[1] = pair[2])) >= 77
    AND coalesce(abs(date_diff('day', one_heads.published, other_heads.published)), 0) <= 10
ORDER BY ALL
