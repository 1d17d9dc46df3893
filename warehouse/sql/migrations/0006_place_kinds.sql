-- One row is one code of the list `place_kinds` (schemas/vocabularies/place_kinds.csv); key: the first column.
CREATE TABLE place_kinds (
    kind VARCHAR NOT NULL,
    meaning VARCHAR NOT NULL,
    example VARCHAR NOT NULL,
    position INTEGER NOT NULL
)
