-- One row is one source; reads source_health.
SELECT *
FROM source_health
ORDER BY source_name
