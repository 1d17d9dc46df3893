-- Adds the run that starts; its counts come when it finishes.
INSERT INTO runs (run_id, started_at, status, sources, version)
VALUES ($run_id, $started_at, 'started', $sources, $version)
