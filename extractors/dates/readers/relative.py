"""Readers of what is reckoned from the publication day, in a history from its running date: weekdays, "yesterday"."""

import re
from dataclasses import replace

from extractors.dates import days
from extractors.dates.context import Context, Groups
from extractors.dates.days import Day, Time
from extractors.dates.readers.absolute import with_part
from extractors.dates.words import numbers, words

BEFORE = {"last", "this past", "past", "the past", "the last", "the previous", "previous", "preceding"}
AFTER = {"next", "this coming", "the coming", "the next", "the following", "following", "coming"}


def read_weekday(groups: Groups, context: Context) -> Time | None:
    """A weekday: the last one up to the base, that day included, unless words or tense say otherwise."""
    word = groups["w"] or ""
    if not context.capital(word):
        return None
    if context.before(5).endswith("the ") and context.after(12)[1:].startswith(tuple(words()["paper"])):
        return None
    before = context.before(12).split()
    if before and before[-1].strip("\"'“‘(") in words()["weekday_name"]:
        return None  # Bloody Sunday
    number = numbers("weekday")[word]
    base = context.base
    if base is None:
        return with_part(Time(f"XXXX-WXX-{number + 1}", grain="day", basis="unknown"), groups.get("part"))
    if groups.get("rel"):
        step = {"last": -7, "this": 0, "next": 7}[groups["rel"] or ""]
        day = base + (number - base.weekday() + step) * days.ONE
    else:
        day = base + _steps(number, groups.get("dir"), base, context) * days.ONE
    return with_part(days.day_of(day), groups.get("part"))


def _steps(number: int, direction: str | None, base: Day, context: Context) -> int:
    back = (base.weekday() - number) % 7
    if direction in {"the previous", "the following", "the next", "that"} and context.dated and context.dated.start:
        return _steps_from_told(number, direction, base, context.dated.start)
    if direction in {"last", "this past", "the previous"}:
        return -(back or 7)
    if direction in AFTER or context.narrative:
        return 7 - back if back or not context.narrative else 0
    if direction == "this":
        return 7 - back if context.looks() >= 0 and back else -back
    return 7 - back if back and context.near_ahead() else -back


def _steps_from_told(number: int, direction: str | None, base: Day, told: Day) -> int:
    back = (told.weekday() - number) % 7
    moved = -(back or 7) if direction == "the previous" else 0 if direction == "that" and not back else 7 - back
    return (told - base).days + (moved if direction != "that" else -back)


def read_weekday_nth(groups: Groups, context: Context) -> Time | None:
    """Thursday the 12th: the nearest 12th that is a Thursday."""
    base, number = context.base, int(re.sub(r"\D", "", groups["d"] or ""))
    if base is None or not context.capital(groups["w"]):
        return None
    weekday = numbers("weekday")[groups["w"] or ""]
    months = [days.add_months(base.replace(day=1), step) for step in (0, -1, 1, -2, 2)]
    fits = [m + (number - 1) * days.ONE for m in months if (m + (number - 1) * days.ONE).weekday() == weekday]
    return days.day_of(fits[0]) if fits and number <= 28 else None


def read_week_of(groups: Groups, context: Context) -> Time | None:
    """The week of 3 May."""
    inner = context.read(groups["inner"] or "")
    return days.week_of(inner.start) if inner and inner.start else None


def read_week_from(groups: Groups, context: Context) -> Time | None:
    """A week from Friday: seven days after the next one."""
    inner = context.read(groups["inner"] or "")
    if inner is None or inner.start is None:
        return None
    ahead = context.base and inner.start <= context.base and (groups["inner"] or "").endswith("day")
    weekday = ahead and groups["inner"] not in {"today"}
    return days.day_of(inner.start + (14 if weekday else 7) * days.ONE)


_DAY_STEPS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


def read_day_word(groups: Groups, context: Context) -> Time | None:
    """Today, yesterday, tonight, overnight, this morning."""
    word = groups["word"] or ""
    base = context.published
    if word == "today" and context.after(20).removeprefix("'s ").startswith(tuple(words()["nowadays"])):
        return None  # today's youth
    part: str | None = (
        groups.get("part") or {"tonight": "night", "last night": "night"}.get(word) or word.removeprefix("this ")
    )
    part = part if part and part in words()["part"] else None
    if word == "today" and context.narrative:
        return Time("PRESENT_REF", basis="unknown")  # the days in which the history is written
    if base is None:
        return Time("PRESENT_REF" if word == "today" else "XXXX-XX-XX", grain="day", basis="unknown")
    if word == "overnight":
        return overnight(base)
    return with_part(days.day_of(base + _DAY_STEPS.get(word, 0) * days.ONE), part)


def overnight(base: Day) -> Time:
    """The night that ends on a day: that day and the one before."""
    night = days.interval_of(base - days.ONE, base, f"{base - days.ONE}TNI", "overnight")
    return replace(night, type="TIME")


def read_night_of(groups: Groups, context: Context) -> Time | None:
    """Overnight on Sunday: the night that begins on that day and ends on the next."""
    inner = context.read(groups["inner"] or "")
    if inner is None or inner.start is None:
        return None
    return overnight(inner.start + days.ONE)
