-- One row is one band of a fingerprint, by which it is looked up; key: band, version_id.
CREATE TABLE article_bands (
    band BIGINT NOT NULL,
    version_id VARCHAR NOT NULL
)
