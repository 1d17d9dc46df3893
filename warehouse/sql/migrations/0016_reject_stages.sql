-- A refusal says at which stage it came, where its bytes are kept, and whether a later run got over it.
ALTER TABLE rejects ADD COLUMN stage VARCHAR DEFAULT 'read';
ALTER TABLE rejects ADD COLUMN reader VARCHAR;
ALTER TABLE rejects ADD COLUMN url VARCHAR;
ALTER TABLE rejects ADD COLUMN source_name VARCHAR;
ALTER TABLE rejects ADD COLUMN quarantine VARCHAR;
ALTER TABLE rejects ADD COLUMN resolved_run_id VARCHAR;
ALTER TABLE rejects ADD COLUMN resolved_at TIMESTAMP
