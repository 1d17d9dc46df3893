-- What the checks look at outside a load: all events and documents.
CREATE OR REPLACE TEMP VIEW checked_events AS
SELECT event_id FROM events
UNION
SELECT event_id FROM mentions;
CREATE OR REPLACE TEMP VIEW checked_documents AS
SELECT article_id FROM articles
UNION
SELECT article_id FROM mentions
