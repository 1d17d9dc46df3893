-- One row is one country or territory; key: country.
CREATE TABLE countries (
    country VARCHAR NOT NULL,
    country_alpha3 VARCHAR NOT NULL,
    country_numeric INTEGER,
    country_fips VARCHAR,
    country_gw INTEGER,
    country_name VARCHAR NOT NULL,
    acled_region VARCHAR,
    ucdp_region VARCHAR
)
