-- One row is one code of the list `date_precisions` (schemas/vocabularies/date_precisions.csv); key: the first column.
CREATE TABLE date_precisions (
    date_precision VARCHAR NOT NULL,
    meaning VARCHAR NOT NULL,
    days_low INTEGER,
    days_high INTEGER,
    ucdp_date_prec INTEGER,
    acled_time_precision INTEGER,
    example VARCHAR NOT NULL,
    position INTEGER NOT NULL
)
