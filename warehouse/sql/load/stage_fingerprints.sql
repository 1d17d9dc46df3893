-- One row is one version of this batch that has a fingerprint and is not known; key: version_id; reads incoming_states.
CREATE OR REPLACE TEMP TABLE staged_fingerprints AS
SELECT DISTINCT ON (version_id) version_id, article_id, signature, bands
FROM incoming_states
SEMI JOIN staged_articles USING (version_id)
ANTI JOIN article_fingerprints USING (version_id)
WHERE len(signature) > 0
