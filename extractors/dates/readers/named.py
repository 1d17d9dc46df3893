"""Readers of named days: fixed, reckoned from Easter, the nth weekday of a month, or from the table of moving days."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from extractors.dates import days
from extractors.dates.context import Context, Groups
from extractors.dates.days import Day, Time
from extractors.dates.readers.absolute import relative_year, year_distance
from extractors.dates.readers.numerals import year_number
from extractors.dates.words import rows_of

_LEADS = frozenset(
    "on in at by this last next the since before after during until for over throughout when while despite".split()
)


def _surname(context: Context) -> bool:
    """Johnnie Christmas is a man."""
    word = context.text[max(0, context.start - 20) : context.start].split()[-1:]
    return bool(word) and word[0][0].isupper() and word[0].lower() not in _LEADS


_BESIDE = re.compile(r",? (?:on )?(?:\d{1,2} [a-z]{3,9}|[a-z]{3,9}\.? \d{1,2}),? (\d{4})\b")


def _year_beside(context: Context) -> str | None:
    """The year of the day that stands beside: Easter Monday, 24 April 1916."""
    found = _BESIDE.match(context.after())
    return found[1] if found else None


def read_named(groups: Groups, context: Context, day: str) -> Time | None:
    """A named day, or its week or weekend."""
    found = _read_named(groups, context, day)
    if found is None or found.start is None or not groups.get("week"):
        return found
    whole = days.week_of(found.start) if groups["week"] == "week" else days.weekend_of(found.start)
    return replace(whole, basis=found.basis)


def _read_named(groups: Groups, context: Context, day: str) -> Time | None:
    """A named day: fixed, reckoned from Easter, the nth weekday of a month, or from the table of moving days."""
    if _surname(context):
        return None
    told = groups.get("y") or _year_beside(context)
    year = year_number(told) if told else relative_year(groups.get("rel"), context)
    if year:
        found = _named_in(day, year) if "|" not in day else None
        return replace(found, basis="explicit" if told else "relative") if found else None
    base = context.base
    if base is None:
        return Time("XXXX", grain="day", basis="unknown")
    years = range(base.year - 1, base.year + 2)
    choices = [found for name in day.split("|") for y in years if (found := _named_in(name, y))]
    choices.sort(key=lambda choice: choice.start or base)
    if groups.get("dir") in {"last", "next"}:
        ahead = groups["dir"] == "next"
        kept = [c for c in choices if c.start and c.end and (c.start > base if ahead else c.end < base)]
        return (kept[0] if ahead else kept[-1]) if kept else None
    near = [c for c in choices if c.start and c.end and c.start <= base <= c.end]
    return near[0] if near else min(choices, key=lambda c: year_distance(c.start or base, base, context), default=None)


@cache
def _moving() -> Mapping[tuple[str, int], tuple[Day, Day, int]]:
    found: dict[tuple[str, int], tuple[Day, Day, int]] = {}
    for row in rows_of("moving_days.csv"):
        start = Day.fromisoformat(row["start"])
        found.setdefault((row["name"], start.year), (start, Day.fromisoformat(row["end"]), int(row["margin"])))
    return found


def _named_in(day: str, year: int) -> Time | None:
    if day.startswith("easter"):
        return days.day_of(days.easter_of(year) + int(day[6:]) * days.ONE)
    if day[0].isdigit():
        return days.day_of(_fixed(day, year))
    entry = _moving().get((day, year))
    if entry is None:
        return None
    start, end, margin = entry
    name = start.isoformat() if start == end else f"{start}/{end}"
    if margin:  # the new moon is sighted a day earlier or later from country to country
        return days.interval_of(start - margin * days.ONE, end + margin * days.ONE, name)
    return days.day_of(start) if start == end else days.interval_of(start, end, name)


def _fixed(day: str, year: int) -> Day:
    """12-25, or the nth weekday of a month: 11-4-3 is the fourth Thursday of November, 05--1-0 its last Monday."""
    month, rest = int(day[:2]), day[3:]
    if len(rest) == 2 and rest.isdigit():
        return Day(year, month, int(rest))
    count, weekday = (-1, int(rest[-1])) if rest.startswith("-") else (int(rest[0]), int(rest[-1]))
    if count < 0:
        last = days.month_of(year, month).end or Day.max
        return last - ((last.weekday() - weekday) % 7) * days.ONE
    first = Day(year, month, 1)
    return first + ((weekday - first.weekday()) % 7 + 7 * (count - 1)) * days.ONE
