-- ...and what is told now comes.
INSERT INTO mentions BY NAME
SELECT * EXCLUDE (change)
FROM staged_changes
WHERE change <> 'withdrawn'
