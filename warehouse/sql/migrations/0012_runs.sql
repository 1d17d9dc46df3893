-- One row is one run of the ingestion; key: run_id. A row without finished_at is a run that still runs or was cut off.
CREATE TABLE runs (
    run_id VARCHAR NOT NULL,
    started_at TIMESTAMP NOT NULL,
    finished_at TIMESTAMP,
    status VARCHAR NOT NULL,
    sources VARCHAR[] NOT NULL,
    version VARCHAR NOT NULL,
    articles_new BIGINT,
    articles_changed BIGINT,
    articles_unchanged BIGINT,
    mentions_new BIGINT,
    mentions_changed BIGINT,
    mentions_unchanged BIGINT,
    mentions_withdrawn BIGINT,
    events_new BIGINT,
    events_changed BIGINT,
    events_withdrawn BIGINT,
    rejects_new BIGINT
)
