-- The events as the warehouse told them at a moment (UTC): columns as in the table events.
CREATE OR REPLACE MACRO events_as_of(moment) AS TABLE
WITH known AS (
    SELECT *
    FROM mention_history
    WHERE recorded_at <= moment
    QUALIFY row_number() OVER (PARTITION BY mention_id ORDER BY history_no DESC) = 1
),
told_then AS (
    SELECT *
    FROM known
    WHERE change <> 'withdrawn'
)
SELECT *
FROM merged_events('told_then')
