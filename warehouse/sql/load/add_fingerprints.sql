-- The fingerprints of new versions...
INSERT INTO article_fingerprints
SELECT version_id, article_id, signature
FROM staged_fingerprints
