-- One row is one code of the list `kinds` (schemas/vocabularies/kinds.csv); key: the first column.
CREATE TABLE kinds (
    kind VARCHAR NOT NULL,
    meaning VARCHAR NOT NULL,
    plover_type VARCHAR,
    plover_mode VARCHAR,
    cameo VARCHAR,
    acled VARCHAR NOT NULL,
    example VARCHAR NOT NULL,
    position INTEGER NOT NULL
)
