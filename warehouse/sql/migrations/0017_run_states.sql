-- A run counts its inputs by the state that each ended in.
ALTER TABLE runs ADD COLUMN inputs_coded BIGINT;
ALTER TABLE runs ADD COLUMN inputs_no_events BIGINT;
ALTER TABLE runs ADD COLUMN inputs_unchanged BIGINT;
ALTER TABLE runs ADD COLUMN inputs_duplicate BIGINT;
ALTER TABLE runs ADD COLUMN inputs_language BIGINT
