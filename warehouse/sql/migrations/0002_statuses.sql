-- One row is one code of the list `statuses` (schemas/vocabularies/statuses.csv); key: the first column.
CREATE TABLE statuses (
    status VARCHAR NOT NULL,
    meaning VARCHAR NOT NULL,
    example VARCHAR NOT NULL,
    position INTEGER NOT NULL
)
