-- One row is one migration that this file has seen; key: version. Row 0 holds the digest of what is made anew.
CREATE TABLE IF NOT EXISTS schema_version (
    version INTEGER NOT NULL,
    name VARCHAR NOT NULL
)
