-- One row is one code of the list `sectors` (schemas/vocabularies/sectors.csv); key: the first column.
CREATE TABLE sectors (
    sector VARCHAR NOT NULL,
    meaning VARCHAR NOT NULL,
    example VARCHAR NOT NULL,
    position INTEGER NOT NULL
)
