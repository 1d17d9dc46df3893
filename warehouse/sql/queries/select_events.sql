-- One row is one event that passes the filter, in the order of days, undated ones last; key: event_id; reads events, or
-- events_as_of where $as_of is given. Names are compared without case and accents. With $since or $until undated
-- events do not pass, because nobody knows whether they belong there.
WITH told AS (
    SELECT * FROM events WHERE $as_of::TIMESTAMP IS NULL
    UNION ALL
    SELECT * FROM events_as_of($as_of::TIMESTAMP) WHERE $as_of::TIMESTAMP IS NOT NULL
)
SELECT *
FROM told
WHERE ($kind IS NULL OR kind = $kind)
    AND ($status IS NULL OR status = $status)
    AND ($country IS NULL OR country = upper($country))
    AND ($since::DATE IS NULL OR date_end >= $since::DATE)
    AND ($until::DATE IS NULL OR date_start <= $until::DATE)
    AND (
        $place IS NULL
        OR contains(strip_accents(lower(concat_ws(chr(10), place, place_text, admin1))), strip_accents(lower($place)))
    )
    AND (
        $actor IS NULL
        OR len(
            list_filter(
                list_concat(actors, targets, about),
                lambda party: contains(
                    strip_accents(lower(concat_ws(chr(10), party.name, party.text))), strip_accents(lower($actor))
                )
            )
        ) > 0
    )
    AND (
        $source IS NULL
        OR list_has_any(
            article_ids,
            (SELECT coalesce(list(article_id), []) FROM articles WHERE lower(source) = lower($source))
        )
    )
ORDER BY date_start NULLS LAST, date_end, kind, event_id
