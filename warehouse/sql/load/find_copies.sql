-- One row is one pair of versions of different documents that are nearly the same and came out within ten days; at
-- least one of the two is new; reads article_bands, article_fingerprints, staged_fingerprints, staged_articles, articles.
-- Of those that share a band, each new one is compared with the 25 that came out next before it and the 25 next after:
-- a site of pages that are all alike costs 50 comparisons a page, not one with every other, and still hangs together.
WITH heads AS (
    SELECT version_id, published FROM articles
    UNION
    SELECT version_id, published FROM staged_articles
),
fresh_bands AS (
    SELECT DISTINCT unnest(bands) AS band FROM staged_fingerprints
),
members AS (
    SELECT article_bands.band, article_bands.version_id, heads.published
    FROM article_bands
    SEMI JOIN fresh_bands USING (band)
    INNER JOIN heads USING (version_id)
),
rows_of_bands AS (
    SELECT
        version_id,
        list(version_id) OVER (
            PARTITION BY band
            ORDER BY published NULLS LAST, version_id
            ROWS BETWEEN 25 PRECEDING AND 25 FOLLOWING
        ) AS neighbours
    FROM members
),
beside AS (
    SELECT version_id, unnest(neighbours) AS neighbour
    FROM rows_of_bands
    SEMI JOIN staged_fingerprints USING (version_id)
    WHERE len(neighbours) > 1
),
pairs AS (
    SELECT DISTINCT
        least(version_id, neighbour) AS one,
        greatest(version_id, neighbour) AS other
    FROM beside
    WHERE version_id <> neighbour
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
