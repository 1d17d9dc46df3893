-- One row is one address that was asked for; reads fetches.
SELECT *
FROM fetches
ORDER BY url
