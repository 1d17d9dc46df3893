-- One row is one input of this batch that was not refused, with the state that it ends in; key: origin, article_id;
-- reads incoming_states, articles, article_states. A version that is stored already is unchanged where it was met at
-- the same place before, else a duplicate; of several places in one batch the first by name is the article's own.
CREATE OR REPLACE TEMP TABLE staged_states AS
WITH inputs AS (
    SELECT
        incoming_states.* EXCLUDE (state, signature, bands)
            REPLACE (coalesce(staged_variants.kept_version_id, incoming_states.version_id) AS version_id),
        incoming_states.state AS told,
        row_number() OVER (
            PARTITION BY coalesce(staged_variants.kept_version_id, incoming_states.version_id) ORDER BY origin
        ) AS place,
        coalesce(staged_variants.kept_version_id, incoming_states.version_id)
            IN (SELECT version_id FROM articles) AS is_stored
    FROM incoming_states
    LEFT JOIN staged_variants ON staged_variants.version_id = incoming_states.version_id
    QUALIFY row_number() OVER (PARTITION BY origin, article_id ORDER BY incoming_states.version_id) = 1
)
SELECT
    inputs.* EXCLUDE (told, place, is_stored),
    CASE
        WHEN inputs.told = 'unchanged' THEN 'unchanged'
        WHEN NOT inputs.is_stored AND inputs.place = 1 THEN inputs.told
        WHEN known.version_id = inputs.version_id THEN 'unchanged'
        WHEN known.version_id IS NULL AND NOT EXISTS (
            FROM article_states AS others WHERE others.version_id = inputs.version_id
        ) AND inputs.place = 1 THEN inputs.told
        ELSE 'duplicate'
    END AS state,
    inputs.told
FROM inputs
LEFT JOIN article_states AS known USING (origin, article_id)
