-- One row is one version of a document; key: version_id. Of the versions of one article_id exactly one is current.
-- No primary key here and below: an index slows every batch; the load de-duplicates and checks instead.
CREATE TABLE articles (
    version_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    url VARCHAR,
    title VARCHAR,
    source VARCHAR,
    published DATE,
    language VARCHAR,
    text VARCHAR NOT NULL,
    dates JSON NOT NULL,
    places JSON NOT NULL,
    actors JSON NOT NULL,
    is_current BOOLEAN NOT NULL,
    row_hash VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMP NOT NULL
)
