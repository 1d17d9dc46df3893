-- One row is one event whose id, or a mention of which, begins with $id_prefix; reads events, mentions.
SELECT event_id FROM events WHERE starts_with(event_id, $id_prefix)
UNION
SELECT event_id FROM mentions WHERE starts_with(mention_id, $id_prefix)
ORDER BY event_id
