-- One row is one document as it was met at one place; key: origin, article_id.
CREATE TABLE article_states (
    origin VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    version_id VARCHAR NOT NULL,
    state VARCHAR NOT NULL CHECK (state IN ('coded', 'no_events', 'duplicate', 'language')),
    digest VARCHAR NOT NULL,
    coder VARCHAR NOT NULL,
    language VARCHAR,
    source_name VARCHAR,
    first_run_id VARCHAR NOT NULL,
    first_read_at TIMESTAMP NOT NULL,
    run_id VARCHAR NOT NULL,
    read_at TIMESTAMP NOT NULL
)
