-- One row is one asked input (origin, digest) that was read before by the rules $coder; reads asked_inputs,
-- article_states, articles.
SELECT
    article_states.origin,
    article_states.digest,
    article_states.article_id,
    article_states.version_id
FROM article_states
SEMI JOIN asked_inputs USING (origin, digest)
SEMI JOIN articles USING (version_id)
WHERE article_states.coder = $coder
