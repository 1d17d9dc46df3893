-- What the checks after a load look at: the events and documents that the batch touched.
CREATE OR REPLACE TEMP VIEW checked_events AS
SELECT event_id
FROM touched;
CREATE OR REPLACE TEMP VIEW checked_documents AS
SELECT article_id
FROM staged_documents
