"""Readers of calendar units told by their place: last month, early next year, the third quarter."""

from extractors.dates import days
from extractors.dates.context import Context, Groups
from extractors.dates.days import Day, Time
from extractors.dates.readers.absolute import edged, relative_year
from extractors.dates.readers.chained import season_from
from extractors.dates.readers.numerals import year_number
from extractors.dates.readers.relative import AFTER, BEFORE
from extractors.dates.words import words


def read_unit(groups: Groups, context: Context) -> Time | None:
    """Last month, this week, early next year, the end of the year."""
    direction, unit = groups["dir"] or "", (groups["u"] or "").removeprefix("fiscal ").removeprefix("full ")
    step = -1 if direction in BEFORE else 1 if direction in AFTER else 0
    anchor = context.dated if direction in {"that", "the same", "the following", "the previous"} else None
    base = anchor.start if anchor and anchor.start else context.base
    if unit == "quarter" and direction == "the" and context.quarter:
        return edged(context.quarter, groups.get("edge"))
    if base is None:
        return Time({-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step], grain="none", basis="unknown")
    return edged(_unit_near(unit, direction, step, base, context), groups.get("edge"))


def _unit_near(unit: str, direction: str, step: int, base: Day, context: Context) -> Time:
    if unit == "weekend":
        return _weekend(direction, step, base, context)
    if unit in words()["season"]:
        told = days.day_of(base)
        return season_from(told, unit, step)
    if direction in {"the last", "the past"} and unit == "week":
        step = -1 if base.weekday() < 3 else 0
    if unit == "quarter" and direction == "the":
        step = -1
    return days.shift(days.around(base, unit), unit, step)


def _weekend(direction: str, step: int, base: Day, context: Context) -> Time:
    this = days.weekend_of(base)
    if direction == "this" and base.weekday() > 2:
        return this
    if step > 0 or (direction in {"this", "the"} and context.looks() > 0):
        return this if base.weekday() < 5 else days.weekend_of(base + 7 * days.ONE)
    return this if base.weekday() >= 5 and step == 0 else days.weekend_of(base - 7 * days.ONE)


def read_year_end(_: Groups, context: Context) -> Time | None:
    """The last month of the year."""
    return days.last_piece_of(days.year_of(context.base.year)) if context.base else Time("FUTURE_REF", basis="unknown")


_QUARTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def read_quarter(groups: Groups, context: Context) -> Time | None:
    """A quarter of a year: named, or the latest one that has ended or begun."""
    told = groups.get("y") or groups.get("y2")
    name = groups.get("q") or ""
    number = int(groups["qn"] or 0) if groups.get("qn") else _QUARTERS.get(name)
    if told and number:
        return days.quarter_of(year_number(told), number, "explicit")
    year = relative_year(groups.get("rel"), context)
    if year and (number or context.quarter):
        return days.quarter_of(year, number or _number_of(context.quarter))
    base = context.base
    if base is None:
        return Time("XXXX-QX" if not number else f"XXXX-Q{number}", grain="quarter", basis="unknown")
    current = (base.month + 2) // 3
    if not number:
        running = days.around(base, "quarter")
        return running if name == "current" else context.quarter or days.shift(running, "quarter", -1)
    year = _year_of_quarter(number, current, base, context)
    return days.quarter_of(year - (groups.get("ya") is not None), number)


def _year_of_quarter(number: int, current: int, base: Day, context: Context) -> int:
    if number <= current:  # of this year, unless the year ends and the clause looks ahead
        return base.year + (current == 4 and number == 1 and context.looks() > 0)
    return base.year - (context.looks() <= 0)


def _number_of(quarter: Time | None) -> int:
    return (quarter.start.month + 2) // 3 if quarter and quarter.start else 1


def read_half(groups: Groups, context: Context) -> Time | None:
    """A half of a year."""
    half = 1 if groups["h"] in {"first", "1"} else 2
    if groups.get("rel"):
        year = relative_year(groups.get("rel"), context)
        return days.half_of(year, half) if year else None
    return days.half_of(year_number(groups["y"] or ""), half, "explicit")


def read_business(_: Groups, context: Context) -> Time | None:
    """The year-ago quarter: the quarter told last, or the year, one year before."""
    if context.quarter:
        return days.shift(context.quarter, "year", -1)
    return days.year_of(context.published.year - 1) if context.published else Time("PAST_REF", basis="unknown")
