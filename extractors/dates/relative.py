"""Readers of what is reckoned from a day: weekdays, "yesterday", "two weeks ago", "last month", "the next day"."""

import re
from dataclasses import replace

from extractors.dates import days
from extractors.dates.absolute import edged, with_part
from extractors.dates.amounts import amount, unit_of
from extractors.dates.context import Context, Groups
from extractors.dates.days import Day, Time
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


def read_ago(groups: Groups, context: Context) -> Time | None:
    """So many units before or after the publication day ("ago") or the time told last ("earlier", "later")."""
    word = groups["rel"] or ""
    unit = unit_of(groups["u"] or "")
    count = amount(groups["n"])
    ahead = word in {"later", "after", "afterward", "afterwards", "from now", "hence"}
    from_told = word in {"earlier", "later", "before", "after", "afterward", "afterwards", "prior", "previously"}
    if from_told and unit in {"second", "minute", "hour"}:
        return None
    if count is None:
        return Time("FUTURE_REF" if ahead else "PAST_REF", grain="none", basis="unknown")
    start = told_before(context) if from_told else _now(context)
    if start is None or start.start is None:
        return Time("FUTURE_REF" if ahead else "PAST_REF", grain="none", basis="unknown")
    if unit == "year" and count == 1 and not ahead and context.quarter and not context.narrative:
        return days.shift(context.quarter, "year", -1)
    return _moved(start, unit, count if ahead else -count)


def _now(context: Context) -> Time | None:
    if context.narrative:
        return context.dated
    return days.day_of(context.published) if context.published else None


def told_before(context: Context) -> Time | None:
    """The time told last in the text; the publication day stands in where nothing was told."""
    told = context.dated
    if told and told.start:
        return told
    return days.day_of(context.published) if context.published and not context.narrative else None


def _moved(start: Time, unit: str, count: float) -> Time | None:
    if unit in {"second", "minute", "hour"}:
        hours = count if unit == "hour" else 0
        whole, rest = divmod(abs(hours), 24)
        day = start if start.grain == "day" else days.day_of(start.start or Day.min)
        return days.shift(_bare(day), "day", int(whole if count > 0 else -whole)) if not rest else _bare(day)
    if unit in {"fortnight", "decade", "night"}:
        unit, count = {"fortnight": ("week", count * 2), "decade": ("year", count * 10), "night": ("day", count)}[unit]
    if unit == "quarter":
        return days.shift(days.around(start.start or Day.min, "quarter"), "quarter", int(count))
    if count != int(count):
        unit, count = {"year": ("month", count * 12)}.get(unit, (unit, int(count)))
    return _at_grain(_bare(start), unit, int(count))


def _bare(time: Time) -> Time:
    """Without the part of the day."""
    return days.day_of(time.start) if time.grain == "day" and time.start else time


_GRAINS = "day overnight weekend week range month quarter season half year decade century".split()


def _at_grain(start: Time, unit: str, count: int) -> Time | None:
    if unit == "day":
        day = start.start if count < 0 or not start.end else start.end
        return days.day_of((day or Day.min) + count * days.ONE) if start.grain != "year" else None
    moved = days.shift(start, unit, count)
    if moved.start is None or (start.grain == unit and start.grain != "day"):
        return moved
    coarser = _GRAINS.index(unit) >= _GRAINS.index(start.grain) if start.grain in _GRAINS else True
    return days.around(moved.start, unit) if coarser else moved


def read_chained(groups: Groups, context: Context) -> Time | None:
    """The next day, that month, the day before: reckoned from the time told last in the text."""
    unit, direction = groups["u"] or "", (groups.get("dir") or "that").removeprefix("very ") or "that"
    told = context.dated
    part = unit if unit in words()["part"] else None
    if told is None or told.start is None:
        return _chained_to_publication(unit, direction, context)
    step = -1 if direction in {"previous", "preceding", "before", "earlier"} else 1
    step = 0 if direction in {"same", "that"} else step
    if part or unit == "day":
        anchor = told.end if step > 0 and told.end else told.start
        if told.grain not in {"day", "overnight", "range", "week", "weekend"}:
            return None
        step = 0 if part and direction == "later" else step
        return edged(with_part(days.day_of(anchor + step * days.ONE), part), groups.get("edge"))
    if unit in words()["season"]:
        return edged(season_from(told, unit, step), groups.get("edge"))
    return edged(days.shift(days.around(told.start, unit), unit, step), groups.get("edge"))


def _chained_to_publication(unit: str, direction: str, context: Context) -> Time | None:
    past = direction in {"previous", "preceding", "before", "earlier", "same", "that"}
    known = unit in {"week", "month", "year"} and direction in {"next", "following", "previous"} and context.published
    if known and context.published and not context.narrative:
        step = -1 if past else 1
        return days.shift(days.around(context.published, unit), unit, step)
    return Time("PAST_REF" if past else "FUTURE_REF", grain="none", basis="unknown")


def season_from(told: Time, unit: str, step: int) -> Time:
    """The season of this name at, before or after a time."""
    code = words()["season"][unit]
    start = told.start or Day.min
    if step == 0:
        return days.season_of(start.year - (code == "WI" and start.month < 3), code)
    years = [days.season_of(start.year + n, code) for n in (-1, 0, 1)]
    if step > 0:
        return next(s for s in years if s.start and s.start > start)
    return [s for s in years if s.end and s.end < start][-1]


def read_nth(groups: Groups, context: Context) -> Time | None:
    """The 27th: of the month told last, or of the publication month."""
    number = int(re.sub(r"\D", "", groups["d"] or ""))
    told = context.dated if context.dated and context.dated.grain in {"day", "month", "overnight", "range"} else None
    day = told.start if told else (None if context.narrative else context.published)
    left = context.before(12)
    led = left.endswith((" on ", "on ", "until ", "by ", "of ", "from ", "to ", "since ", "and ")) or left.strip() == ""
    if day is None or not led or number > 31:
        return None
    try:
        found = day.replace(day=number)
    except ValueError:
        return None
    if not told and found > day and context.looks() <= 0:
        found = days.add_months(found, -1)
    return days.day_of(found)
