-- The current mentions follow the history: what changed or was withdrawn goes...
DELETE FROM mentions
USING staged_changes
WHERE mentions.mention_id = staged_changes.mention_id
