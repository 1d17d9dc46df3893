-- One row is one article version that is nearly the same as another document's; key: version_id.
CREATE TABLE article_copies (
    version_id VARCHAR NOT NULL,
    copy_group_id VARCHAR NOT NULL,
    is_original BOOLEAN NOT NULL,
    original_source VARCHAR
)
