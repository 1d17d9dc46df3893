-- One row is one named source as the list of sources last told it; key: source_name.
CREATE TABLE source_list (
    source_name VARCHAR NOT NULL,
    outlet VARCHAR,
    country VARCHAR,
    language VARCHAR,
    url VARCHAR NOT NULL,
    kind VARCHAR,
    schedule VARCHAR,
    licence VARCHAR,
    trust DOUBLE,
    recorded_at TIMESTAMP NOT NULL
)
