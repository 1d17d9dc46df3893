-- One row is one comment to write: what it stands on, its name, the comment; reads dictionary and the catalogue.
WITH objects AS (
    SELECT 'TABLE' AS kind, table_name AS name FROM duckdb_tables() WHERE NOT internal AND NOT temporary
    UNION ALL
    SELECT 'VIEW' AS kind, view_name AS name FROM duckdb_views() WHERE NOT internal AND NOT temporary
    UNION ALL
    SELECT 'MACRO TABLE' AS kind, function_name AS name
    FROM duckdb_functions()
    WHERE NOT internal AND function_type = 'table_macro'
    UNION ALL
    SELECT 'MACRO' AS kind, function_name AS name
    FROM duckdb_functions()
    WHERE NOT internal AND function_type = 'macro'
),
columns AS (
    SELECT columns.table_name, columns.column_name
    FROM duckdb_columns() AS columns
    INNER JOIN objects ON objects.name = columns.table_name
    WHERE NOT columns.internal AND columns.database_name = current_database()
)
SELECT objects.kind, objects.name, dictionary.comment
FROM objects
INNER JOIN dictionary ON dictionary.relation = objects.name AND dictionary.name = '*'
UNION ALL
SELECT
    'COLUMN' AS kind,
    format('"{}"."{}"', columns.table_name, columns.column_name) AS name,
    coalesce(own.comment, general.comment) AS comment
FROM columns
LEFT JOIN dictionary AS own ON own.relation = columns.table_name AND own.name = columns.column_name
LEFT JOIN dictionary AS general ON general.relation = '*' AND general.name = columns.column_name
WHERE coalesce(own.comment, general.comment) IS NOT NULL
