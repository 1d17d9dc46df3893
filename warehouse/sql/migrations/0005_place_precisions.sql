-- One row is one code of the list `place_precisions` (schemas/vocabularies/place_precisions.csv); key: the first column.
CREATE TABLE place_precisions (
    place_precision VARCHAR NOT NULL,
    meaning VARCHAR NOT NULL,
    ucdp_where_prec INTEGER,
    acled_geo_precision INTEGER,
    gdelt_geo_type INTEGER,
    example VARCHAR NOT NULL,
    position INTEGER NOT NULL
)
