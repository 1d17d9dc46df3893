"""Which reader a rule names."""

from collections.abc import Callable, Mapping
from functools import cache, partial

from extractors.dates.context import Context, Groups
from extractors.dates.days import Time
from extractors.dates.readers import (
    absolute,
    amounts,
    chained,
    clock,
    digits,
    named,
    ranges,
    relative,
    seasons,
    units,
    years,
)
from extractors.dates.words import rows_of

Reader = Callable[[Groups, Context], Time | None]
BY_NAME: Mapping[str, Reader] = {
    "iso": digits.read_iso,
    "group": digits.read_group,
    "slashes": digits.read_slashes,
    "day": absolute.read_day,
    "month": absolute.read_month,
    "week_of_month": absolute.read_week_of_month,
    "year": years.read_year,
    "decade": years.read_decade,
    "century": years.read_century,
    "season": seasons.read_season,
    "days": ranges.read_days,
    "days_months": ranges.read_days_months,
    "months": ranges.read_months,
    "weekdays": ranges.read_weekdays,
    "years": ranges.read_years,
    "timed": clock.read_timed,
    "clock": clock.read_clock,
    "week_from": relative.read_week_from,
    "night_between": ranges.read_night_between,
    "ad": ranges.read_after_christ,
    "bc": ranges.read_before_christ,
    "week_of": relative.read_week_of,
    "weekday": relative.read_weekday,
    "weekday_nth": relative.read_weekday_nth,
    "night_of": relative.read_night_of,
    "day_word": relative.read_day_word,
    "ago": chained.read_ago,
    "chained": chained.read_chained,
    "unit": units.read_unit,
    "year_end": units.read_year_end,
    "quarter": units.read_quarter,
    "half": units.read_half,
    "business": units.read_business,
    "day_of_text": chained.read_day_of_text,
    "nth": chained.read_nth,
    "duration": amounts.read_duration,
    "stretch": amounts.read_stretch,
    "recent": amounts.read_recent,
    "often": amounts.read_often,
    "reference": amounts.read_reference,
    "no_date": lambda _, __: None,
}


@cache
def named_readers() -> Mapping[str, Reader]:
    """One reader for each named day, by the name of its rule."""
    return {f"named day: {row['name']}": partial(named.read_named, day=row["day"]) for row in rows_of("named_days.csv")}
