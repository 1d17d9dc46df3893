-- One row is one source that was ever read; key: source_name; reads source_polls, source_list, article_states.
-- Silent is a source that was read well, had given something, and has now given nothing new for five times as long as
-- its usual pause between two that gave something, and for two days at least. Time is counted to its last reading, so
-- that a machine that stood still makes no source silent.
CREATE OR REPLACE VIEW source_health AS
WITH arrivals AS (
    SELECT source_name, first_run_id AS run_id, count(*) AS new_count
    FROM article_states
    WHERE source_name IS NOT NULL AND state <> 'duplicate'
    GROUP BY source_name, first_run_id
),
polls AS (
    SELECT source_polls.*, coalesce(arrivals.new_count, 0) AS new_count
    FROM source_polls
    LEFT JOIN arrivals USING (source_name, run_id)
),
pauses AS (
    SELECT
        source_name,
        polled_at - lag(polled_at) OVER (PARTITION BY source_name ORDER BY polled_at) AS pause
    FROM polls
    WHERE new_count > 0
),
usual AS (
    SELECT source_name, median(epoch(pause)) AS usual_pause
    FROM pauses
    GROUP BY source_name
),
summed AS (
    SELECT
        source_name,
        count(*) AS poll_count,
        max(polled_at) AS last_poll_at,
        max(polled_at) FILTER (is_success) AS last_success_at,
        max(polled_at) FILTER (new_count > 0) AS last_new_at,
        sum(new_count)::BIGINT AS article_count,
        median(new_count) FILTER (new_count > 0) AS typical_yield,
        arg_max(detail, polled_at) AS last_detail
    FROM polls
    GROUP BY source_name
)
SELECT
    summed.source_name,
    source_list.outlet,
    source_list.url,
    summed.poll_count,
    summed.last_poll_at,
    summed.last_success_at,
    summed.last_new_at,
    (
        SELECT count(*)
        FROM polls
        WHERE polls.source_name = summed.source_name
            AND polls.polled_at > coalesce(summed.last_success_at, TIMESTAMP '-infinity')
    ) AS failure_streak,
    summed.article_count,
    summed.typical_yield,
    coalesce(
        epoch(summed.last_success_at - summed.last_new_at) > greatest(5 * coalesce(usual.usual_pause, 0), 172800),
        FALSE
    ) AS is_silent,
    summed.last_detail
FROM summed
LEFT JOIN usual USING (source_name)
LEFT JOIN source_list USING (source_name)
