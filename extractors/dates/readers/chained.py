"""Readers of what is reckoned from another time of the text: "three days later", "the next day", "the 27th"."""

import re
from dataclasses import replace
from functools import cache

from extractors.dates import days
from extractors.dates.context import Context, Groups
from extractors.dates.days import Day, Time
from extractors.dates.readers.absolute import edged, with_part
from extractors.dates.readers.amounts import amount, unit_of
from extractors.dates.readers.years import shift_before_christ
from extractors.dates.running import last_day
from extractors.dates.words import words

_AHEAD = {"later", "after", "afterward", "afterwards", "after that", "from now", "hence", "on"}
_FROM_TOLD = (_AHEAD - {"from now", "hence"}) | {"earlier", "before", "before that", "prior", "previously"}
_BEHIND = {"previous", "preceding", "before", "earlier"}
_GRAINS = "day overnight weekend week range month quarter season half year decade century".split()
_DAYLIKE = frozenset({"day", "overnight", "range", "week", "weekend"})


def read_ago(groups: Groups, context: Context) -> Time | None:
    """So many units before or after the publication day ("ago") or the time told last ("earlier", "later")."""
    word, unit, count = groups["rel"] or "", unit_of(groups["u"] or ""), amount(groups["n"])
    ahead, from_told = word in _AHEAD, word in _FROM_TOLD
    if from_told and unit in {"second", "minute", "hour"}:
        return None
    start = None if count is None else _told_for(unit, context) if from_told else _now(context)
    steps = 0 if count is None else count if ahead else -count
    if start and start.day_known and unit in {"day", "week"}:
        return days.open_shift(start, int(steps) * (7 if unit == "week" else 1))
    if start and (old := shift_before_christ(start, unit, steps)):
        return old
    if start is None or start.start is None:
        return Time("FUTURE_REF" if ahead else "PAST_REF", grain="none", basis="unknown")
    if unit == "year" and count == 1 and not ahead and context.quarter and not context.narrative:
        return days.shift(context.quarter, "year", -1)
    return _moved(start, unit, steps)


def _told_for(unit: str, context: Context) -> Time | None:
    """The time told last, or the last day inside it where days are counted."""
    day = last_day(context) if unit in {"day", "night"} else None
    return day or told_before(context)


def _now(context: Context) -> Time | None:
    if context.narrative:
        return context.dated
    return days.day_of(context.published) if context.published else None


def told_before(context: Context) -> Time | None:
    """The time told last in the text; the publication day stands in where nothing was told."""
    if context.dated:
        return context.dated
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


def _at_grain(start: Time, unit: str, count: int) -> Time | None:
    if unit == "day":
        day = start.start if count < 0 or not start.end else start.end
        return days.day_of((day or Day.min) + count * days.ONE) if start.grain in _DAYLIKE else _some_day(None)
    moved = days.shift(start, unit, count)
    if moved.start is None or (start.grain == unit and start.grain != "day"):
        return moved
    coarser = _GRAINS.index(unit) >= _GRAINS.index(start.grain) if start.grain in _GRAINS else True
    return days.around(moved.start, unit) if coarser else moved


def read_chained(groups: Groups, context: Context) -> Time | None:
    """The next day, that month, the day before: reckoned from the time told last in the text."""
    unit, told_direction = groups["u"] or "", groups.get("next") or groups.get("dir") or "that"
    direction = told_direction.removeprefix("very ") or "that"
    part = unit if unit in words()["part"] else None
    step = -1 if direction in _BEHIND else 0 if direction in {"same", "that"} else 1
    if context.dated is None:
        return _chained_to_publication(unit, direction, context)
    if part or unit == "day":
        return _chained_day(0 if part and direction == "later" else step, part, groups.get("edge"), context)
    told = context.dated
    if old := shift_before_christ(told, unit, step):
        return old
    if told.start is None:
        return Time("PAST_REF" if step < 0 else "FUTURE_REF", grain="none", basis="unknown")
    if unit in words()["season"]:
        return edged(season_from(told, unit, step), groups.get("edge"))
    return edged(days.shift(days.around(told.start, unit), unit, step), groups.get("edge"))


def read_day_of_text(groups: Groups, context: Context) -> Time | None:
    """Later in the day: in a history, the day told last; in news it is as often any day."""
    return read_chained(groups, context) if context.narrative else None


def _chained_day(step: int, part: str | None, edge: str | None, context: Context) -> Time | None:
    told = last_day(context)
    if told is None or (told.start is None and not told.day_known):
        return _some_day(part) if context.narrative else None
    if told.start is None:
        return with_part(days.open_shift(told, step), part)
    anchor = told.end if step > 0 and told.end and told.grain != "overnight" else told.start
    return edged(with_part(days.day_of(anchor + step * days.ONE), part), edge)


def _some_day(part: str | None) -> Time:
    """A day that is told, but not which one."""
    return with_part(Time("XXXX-XX-XX", grain="day", basis="unknown"), part)


def _chained_to_publication(unit: str, direction: str, context: Context) -> Time | None:
    past = direction in {*_BEHIND, "same", "that"}
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
        return days.season_of(start.year - (code == "WI" and start.month < 3 and told.grain != "year"), code)
    years = [days.season_of(start.year + n, code) for n in (-1, 0, 1)]
    if step > 0:
        return next(s for s in years if s.start and s.start > start)
    return [s for s in years if s.end and s.end < start][-1]


_LONGEST = 62  # days of a stretch whose month "the 27th" may mean
_DAY_LEADS = (" on ", "on ", "until ", "by ", "of ", "from ", "to ", "since ", "and ", "between ", "before ", "after ")


def read_nth(groups: Groups, context: Context) -> Time | None:
    """The 27th: of the month told last, or of the publication month."""
    number = int(re.sub(r"\D", "", groups["d"] or ""))
    inner = context.low.find(groups["d"] or "", context.start, context.end) > context.start + 5
    left = context.before(12)
    if not (inner or left.endswith(_DAY_LEADS) or left.strip() == "") or number > 31 or _counts(context):
        return None
    told = context.dated
    if told and told.start is None:
        month = told.value[5:7]
        return replace(days.open_day(int(month), number), basis="relative") if month.isdigit() else None
    known = told and told.start and told.end and (told.end - told.start).days <= _LONGEST
    day = told.start if known and told else (None if context.narrative else context.published)
    if day is None:
        return None
    found = _in_month(day, number, context)
    if not known and found and found > day and context.looks() <= 0:
        found = days.add_months(found, -1)
    return days.day_of(found) if found else None


@cache
def _goes_on() -> re.Pattern[str]:
    """What may follow a day told by its number alone: the clause goes on, or a name begins that is no unit's."""
    unit = "|".join(words()["formation"])
    function = "|".join(words()["clause"])
    return re.compile(rf"[,.;:)]|$|\s(?:{function})\b|(?P<name>\s(?!(?:\w+\s){{0,3}}(?:{unit})\b)\w)")


def _counts(context: Context) -> bool:
    """Whether a numeral counts something: the 5th Army, the 15th anniversary."""
    follows = _goes_on().match(context.low, context.end, context.end + 60)
    if follows is None:
        return True
    return bool(follows["name"]) and not context.text[follows.end() - 1].isupper()


def _in_month(day: Day, number: int, context: Context) -> Day | None:
    """The day of this number in a month, or in the next where a history has passed it."""
    month = days.month_of(day.year, day.month)
    passed = context.narrative and number < day.day - 7 and context.dated and context.dated.grain == "day"
    start = days.add_months(day.replace(day=1), 1) if passed else day.replace(day=1)
    end = days.month_of(start.year, start.month).end or month.end
    return start.replace(day=number) if end and number <= end.day else None
