-- One row is one address that was asked for, as the last answer left it; key: url.
CREATE TABLE fetches (
    url VARCHAR NOT NULL,
    status INTEGER,
    etag VARCHAR,
    last_modified VARCHAR,
    failure_count INTEGER NOT NULL,
    detail VARCHAR,
    fetched_at TIMESTAMP NOT NULL,
    next_attempt_at TIMESTAMP
)
