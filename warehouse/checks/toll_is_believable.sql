-- warn: a toll above 100,000 is more often a wrong number than an event.
SELECT event_id, deaths_low, deaths_high
FROM events
SEMI JOIN checked_events USING (event_id)
WHERE greatest(deaths_low, deaths_high) > 100000
