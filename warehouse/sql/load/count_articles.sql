-- One row: the documents of this batch by what became of them.
SELECT
    count(*) FILTER (NOT is_known_document) AS articles_new,
    count(*) FILTER (is_known_document AND is_changed) AS articles_changed,
    count(*) FILTER (is_known_document AND NOT is_changed)
    + (
        SELECT count(DISTINCT article_id)
        FROM staged_states
        WHERE told = 'unchanged' AND article_id NOT IN (SELECT article_id FROM staged_documents)
    ) AS articles_unchanged
FROM staged_documents
