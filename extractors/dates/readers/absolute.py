"""Readers of days and months by name, and the pieces that other readers share."""

import re
from dataclasses import replace

from extractors.dates import days
from extractors.dates.context import Context, Groups
from extractors.dates.days import Day, Time
from extractors.dates.readers.numerals import day_number, month_number, ordinals, year_number
from extractors.dates.words import numbers, words

_FUTURE_WEIGHT = {
    1: 0.4,
    0: 1.6,
    -1: 8.0,
    -2: 12.0,
}  # how much farther a day ahead seems than one behind, by what the clause says


def read_day(groups: Groups, context: Context) -> Time | None:
    """A day and a month, with its year or without; an edge word ("late") leaves a day as it is."""
    if not context.capital(groups["m"]):
        return None
    month, number = month_number(groups["m"]), day_number(groups["d"])
    found = dated_day(month, number, groups, context)
    return with_part(found, groups.get("part")) if found else None


_FRESH = 31  # days around the publication day that are more likely meant than another year's
_NEAR = 3  # years among which a weekday decides


def dated_day(month: int, number: int, groups: Groups, context: Context) -> Time | None:
    """The day in the year that is written, or in the one that follows from the context."""
    if groups.get("y"):
        return days.day_of(Day(year_number(groups["y"] or ""), month, number), "explicit")
    Day(2000, month, number)  # 31 April raises
    year = relative_year(groups.get("rel"), context)
    if year:
        return days.day_of(Day(year, month, number))
    year = context.year_to_come(month)
    if year:
        return days.day_of(Day(year, month, number), "explicit")
    day = nearest_day(month, number, context, groups.get("w"))
    if day is None:
        return days.open_day(month, number)
    return days.day_of(day)


_OF_TOLD = {"that": 0, "the same": 0, "the following": 1, "the next": 1, "the previous": -1}


def relative_year(word: str | None, context: Context) -> int | None:
    """The year of "last year", "this year", "that year"."""
    if not word:
        return None
    if word in _OF_TOLD:
        return context.anchor.start.year + _OF_TOLD[word] if context.anchor and context.anchor.start else None
    step = {"last": -1, "this": 0, "next": 1}[word]
    return context.published.year + step if context.published else None


def nearest_day(month: int, number: int, context: Context, weekday: str | None = None) -> Day | None:
    """The occurrence nearest to the base, the past before the future unless the clause looks ahead.

    In a history, a year in which the day falls on its weekday is nearer than one in which it does not.
    """
    base = context.same_sentence() or context.base
    if base is None:
        return None
    choices = [Day(y, month, number) for y in range(base.year - 4, base.year + 5) if _exists(y, month, number)]
    if weekday and context.narrative:
        named = numbers("weekday", "weekday_short").get(weekday.rstrip("."))
        choices = [day for day in choices if day.weekday() == named and abs(day.year - base.year) < _NEAR] or choices
    nearest = min(choices, key=lambda day: year_distance(day, base, context))
    if abs((nearest - base).days) <= _FRESH:
        return nearest
    return next((day for day in choices if context.follows_told(day)), nearest)


def year_distance(day: Day, base: Day, context: Context) -> float:
    """How far a day seems from the base: what lies ahead counts for more, unless the clause looks ahead."""
    gap = (day - base).days
    if context.narrative:  # a history goes on; it rarely steps back
        year_known = context.anchor is not None and context.anchor.grain == "year"
        ahead, behind = (3.0, 1.0) if context.steps_back() else (1.0, 2.5)
        return abs(day.year - base.year) if year_known else (gap * ahead if gap >= 0 else -gap * behind)
    return gap * _FUTURE_WEIGHT[context.looks()] if gap > 0 else -gap


def _exists(year: int, month: int, number: int) -> bool:
    return number <= 28 or (
        days.precision_of(Day(year, month, 1), days.month_of(year, month).end) != "unknown"
        and (number <= (days.month_of(year, month).end or Day.min).day)
    )


def read_month(groups: Groups, context: Context) -> Time | None:
    """A month, with its year or without."""
    if not context.capital(groups["m"]) or _is_name(groups, context):
        return None
    month = month_number(groups["m"])
    told = groups.get("y") or groups.get("yw")
    if told:
        return edged(days.month_of(year_number(told), month, "explicit"), groups.get("edge"))
    year = relative_year(groups.get("rel"), context)
    found = days.month_of(year, month) if year else _month_near(month, groups.get("dir"), context)
    return edged(found, groups.get("edge"))


def read_week_of_month(groups: Groups, context: Context) -> Time | None:
    """The first week of March: its first seven days; the last half, ten days likewise."""
    whole = read_month(groups, context)
    if whole is None or whole.start is None or whole.end is None:
        return whole
    last = groups["n"] == "last"
    length = {"week": 7, "ten days": 10, "half": 15}[groups["u"] or ""]
    if last:
        start, end = whole.end - (length - 1) * days.ONE, whole.end
    else:
        start = whole.start + (ordinals()[groups["n"] or ""] - 1) * length * days.ONE
        end = start + (length - 1 + (length == 15)) * days.ONE
    found = days.interval_of(start, min(end, whole.end), whole.value)
    return replace(found, basis=whole.basis)


def _is_name(groups: Groups, context: Context) -> bool:
    """Whether a month alone is more likely a name or a verb: May, March, April Jones, Jan."""
    word = groups["m"] or ""
    if any(groups.get(name) for name in ("y", "yw", "edge", "dir", "rel")):
        return False
    left = context.before(12).rstrip()
    if left[-1:].isdigit():
        return True  # the 7 July bridge: the day was refused, so is its month
    led = left.endswith(_LEADS) and context.text[max(0, context.start - 4) : context.start] != " TO "
    if word in words()["month_short"] and not word.endswith("."):
        return not (led and word in {"sept", "sep", "nov", "dec", "feb", "oct", "aug"})
    if word in {"may", "march"} and left.endswith("the"):
        return not _IN_MONTH.match(context.text, context.end)
    if word in {"may", "march"} or word.endswith("."):
        return not led
    following = context.text[context.end : context.end + 2]
    named = following[:1] == " " and following[1:].isupper() and word in {"april", "june", "august", "july"}
    return named and not led


_IN_MONTH = re.compile(r" (?!(?:on|to|by|in|of|and|was|is|will|has|had|for|from|through|at|that|which)\b)[a-z]{4,}")
_LEADS = (" in", " since", " by", " until", " of", " from", " to", " through", " during", " before", " after", " for",
          " between", " till", " and", " late", " early", "in", "since", "by", "until", "from", "(")  # fmt: skip


def _month_near(month: int, direction: str | None, context: Context) -> Time:
    year = None if direction else context.year_to_come(month)
    if year:
        return days.month_of(year, month, "explicit")
    told = context.same_sentence()
    if told and direction is None:
        ahead = (month - told.month) % 12
        return days.month_of(told.year + (told.month + ahead > 12) - (ahead > 6), month)
    base = context.base
    if base is None:
        name = f"XXXX-{month:02d}"
        return Time(name, edtf=name, grain="month", basis="unknown")
    ahead = (month - base.month) % 12
    if direction in {"next", "this coming", "the following"}:
        months = ahead or 12
    elif direction in {"last", "the previous", "this past"}:
        months = ahead - 12
    elif direction == "this":
        months = month - base.month
    else:
        months = _months_to(month, ahead, context, base)
    day = days.add_months(base.replace(day=1), months)
    return days.month_of(day.year, day.month)


def _months_to(month: int, ahead: int, context: Context, base: Day) -> int:
    if context.narrative:
        year_known = context.anchor is not None and context.anchor.grain == "year"
        most = 2 if context.steps_back() else 8
        return month - base.month if year_known else (ahead if ahead <= most else ahead - 12)
    return ahead if ahead * _FUTURE_WEIGHT[context.looks()] < 12 - ahead else ahead - 12


_PIECES = dict.fromkeys(("first", "opening"), "early") | dict.fromkeys(("last", "final", "closing"), "late")


def edged(time: Time, edge: str | None) -> Time:
    """A time narrowed by "early", "late", "the end of"; other words ("earlier", "around") leave it."""
    word = (edge or "").split("-")[0].split() or [""]
    known = {**words()["edge"], **words()["edge_of"], **(_PIECES if "of" in word else {})}
    part = next((known[w] for w in word if w in known), None)
    if part == "late" and set(word) & set(words()["edge_of"]):
        return days.last_piece_of(time)
    return days.part_of(time, part) if part else time


def with_part(time: Time, part: str | None) -> Time:
    """A day with its morning, night or noon in the value: it stays the same day."""
    if not part or time.grain != "day":
        return time
    mark = words()["part"].get(part) or words()["moment"].get(part, "")
    return replace(time, value=time.value + mark, type="TIME")


def at_clock(time: Time, clock: str | None, zone: str | None) -> Time:
    """A day with a time of day."""
    if not clock:
        return time
    return replace(time, value=f"{time.value}T{clock}{zone or ''}", type="TIME")
