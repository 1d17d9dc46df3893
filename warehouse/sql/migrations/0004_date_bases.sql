-- One row is one code of the list `date_bases` (schemas/vocabularies/date_bases.csv); key: the first column.
CREATE TABLE date_bases (
    date_basis VARCHAR NOT NULL,
    meaning VARCHAR NOT NULL,
    example VARCHAR NOT NULL,
    position INTEGER NOT NULL
)
