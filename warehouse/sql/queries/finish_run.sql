-- Writes how the run ended and what it did.
UPDATE runs
SET finished_at = $finished_at,
    status = $status,
    articles_new = $articles_new,
    articles_changed = $articles_changed,
    articles_unchanged = $articles_unchanged,
    mentions_new = $mentions_new,
    mentions_changed = $mentions_changed,
    mentions_unchanged = $mentions_unchanged,
    mentions_withdrawn = $mentions_withdrawn,
    events_new = $events_new,
    events_changed = $events_changed,
    events_withdrawn = $events_withdrawn,
    rejects_new = $rejects_new,
    inputs_coded = $inputs_coded,
    inputs_no_events = $inputs_no_events,
    inputs_unchanged = $inputs_unchanged,
    inputs_duplicate = $inputs_duplicate,
    inputs_language = $inputs_language
WHERE run_id = $run_id
RETURNING run_id
