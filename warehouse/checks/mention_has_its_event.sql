-- fail: each current mention tells a stored event, and each stored event is told by its mentions.
SELECT coalesce(mentions.event_id, events.event_id) AS event_id, count(mentions.mention_id) AS rows
FROM mentions
FULL JOIN events USING (event_id)
GROUP BY ALL
HAVING count(mentions.mention_id) IS DISTINCT FROM max(events.mention_count)
