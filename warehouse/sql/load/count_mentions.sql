-- One row: the mentions of this batch by what became of them.
SELECT
    count(*) FILTER (change = 'inserted') AS mentions_new,
    count(*) FILTER (change = 'changed') AS mentions_changed,
    (SELECT count(*) FROM staged_mentions) - count(*) FILTER (change <> 'withdrawn') AS mentions_unchanged,
    count(*) FILTER (change = 'withdrawn') AS mentions_withdrawn
FROM staged_changes
