-- One row is one input that was refused, however often it was tried; key: reject_id.
CREATE TABLE rejects (
    reject_id VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMP NOT NULL
)
