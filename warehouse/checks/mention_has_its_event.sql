-- fail: each current mention tells a stored event, and each stored event is told by its mentions.
WITH told AS (
    SELECT event_id, count(*) AS mention_count
    FROM mentions
    SEMI JOIN checked_events USING (event_id)
    GROUP BY event_id
),
stored AS (
    SELECT event_id, mention_count
    FROM events
    SEMI JOIN checked_events USING (event_id)
)
SELECT event_id, told.mention_count AS told, stored.mention_count AS stored
FROM told
FULL JOIN stored USING (event_id)
WHERE told.mention_count IS DISTINCT FROM stored.mention_count
