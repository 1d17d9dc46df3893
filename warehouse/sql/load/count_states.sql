-- One row: the inputs of this batch by the state that they ended in.
SELECT
    count(*) FILTER (state = 'coded') AS inputs_coded,
    count(*) FILTER (state = 'no_events') AS inputs_no_events,
    count(*) FILTER (state = 'unchanged') AS inputs_unchanged,
    count(*) FILTER (state = 'duplicate') AS inputs_duplicate,
    count(*) FILTER (state = 'language') AS inputs_language
FROM staged_states
