-- ...and the bands that they are looked up by.
INSERT INTO article_bands
SELECT DISTINCT unnest(bands) AS band, version_id
FROM staged_fingerprints
