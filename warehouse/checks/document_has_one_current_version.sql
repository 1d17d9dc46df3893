-- fail: of the versions of a document exactly one is current, and a version stands once.
SELECT article_id, count(*) AS rows
FROM articles
GROUP BY article_id
HAVING count(*) FILTER (is_current) <> 1 OR count(*) > count(DISTINCT version_id)
