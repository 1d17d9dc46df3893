-- One row is one dated part of an archive that was read to its end; key: source_name, unit.
CREATE TABLE source_units (
    source_name VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMP NOT NULL
)
