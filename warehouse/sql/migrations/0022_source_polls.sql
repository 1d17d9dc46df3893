-- One row is one reading of one source; key: run_id, source_name.
CREATE TABLE source_polls (
    run_id VARCHAR NOT NULL,
    source_name VARCHAR NOT NULL,
    polled_at TIMESTAMP NOT NULL,
    is_success BOOLEAN NOT NULL,
    is_unmodified BOOLEAN NOT NULL,
    item_count BIGINT NOT NULL,
    detail VARCHAR
)
