"""Readers of days in digits: 2014-05-03, 27/02/2014, 031530Z MAY 14."""

from extractors.dates import days
from extractors.dates.context import Context, Groups
from extractors.dates.days import Day, Time
from extractors.dates.readers.absolute import at_clock
from extractors.dates.readers.numerals import month_number, year_number

_ZONES = {"z": "Z"}


def read_iso(groups: Groups, _: Context) -> Time | None:
    """2014-05-03, perhaps with a time of day."""
    day = Day(int(groups["y"] or 0), int(groups["mm"] or 0), int(groups["dd"] or 0))
    return at_clock(days.day_of(day, "explicit"), groups.get("clock"), (groups.get("zone") or "").upper())


def read_group(groups: Groups, _: Context) -> Time | None:
    """A military date-time group: 031530Z MAY 14."""
    day = Day(year_number(groups["y"] or ""), month_number(groups["m"]), int(groups["dd"] or 0))
    clock = groups["clock"] or ""
    zone = _ZONES.get(groups["zone"] or "", "")
    return at_clock(days.day_of(day, "explicit"), f"{clock[:2]}:{clock[2:]}", zone)


def read_slashes(groups: Groups, context: Context) -> Time | None:
    """27/02/2014; where day and month may be swapped, the document's own evidence decides, else both stay possible."""
    year = year_number(groups["y"] or "")
    if groups.get("mm"):
        return days.day_of(Day(year, int(groups["mm"] or 0), int(groups["dd"] or 0)), "explicit")
    first, second = int(groups["a"] or 0), int(groups["b"] or 0)
    if len(groups["y"] or "") == 2 and groups["mark"] != "/":
        return None  # 3.5.16 is a version as often as a day
    readings = _readings(year, first, second)
    if not readings:
        return None
    order = "dmy" if groups["mark"] == "." else context.order
    if order in readings:
        return days.day_of(readings[order], "explicit")
    near = [d for d in readings.values() if context.published and abs((d - context.published).days) <= 7]
    if len(set(near)) == 1:
        return days.day_of(near[0], "explicit")
    low, high = sorted((readings["dmy"], readings["mdy"]))
    return Time(f"{year}-XX-XX", low, high, f"[{low},{high}]", "none", basis="explicit")


def _readings(year: int, first: int, second: int) -> dict[str | None, Day]:
    found: dict[str | None, Day] = {}
    if second <= 12:
        found["dmy"] = Day(year, second, first)
    if first <= 12:
        found["mdy"] = Day(year, first, second)
    if len(set(found.values())) == 1:
        return dict.fromkeys(("dmy", "mdy", None), next(iter(found.values())))  # any order
    return {**found, None: next(iter(found.values()))} if len(found) == 1 else found  # any order
