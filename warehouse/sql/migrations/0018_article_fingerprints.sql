-- One row is the fingerprint of one article version that is long enough to have one; key: version_id.
CREATE TABLE article_fingerprints (
    version_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    signature UINTEGER[] NOT NULL
)
