-- New versions are added; a version that was read anew with another result takes the new result.
MERGE INTO articles
USING (
    SELECT
        staged_articles.*,
        staged_documents.version_id IS NOT NULL AS is_current,
        $run_id AS run_id,
        $recorded_at::TIMESTAMP AS recorded_at
    FROM staged_articles
    LEFT JOIN staged_documents USING (version_id)
) AS read_articles
USING (version_id)
WHEN MATCHED AND articles.row_hash <> read_articles.row_hash THEN
    UPDATE SET
        dates = read_articles.dates,
        places = read_articles.places,
        actors = read_articles.actors,
        row_hash = read_articles.row_hash
WHEN NOT MATCHED THEN INSERT BY NAME
