"""Readers of years, decades and centuries."""

import re

from extractors.dates import days
from extractors.dates.context import Context, Groups
from extractors.dates.days import Time
from extractors.dates.readers.absolute import edged
from extractors.dates.readers.numerals import day_number, year_number
from extractors.dates.words import words


def read_decade(groups: Groups, _: Context) -> Time | None:
    """The 1970s, the '60s, the nineties."""
    if groups.get("y"):
        year = int(groups["y"] or "")
    elif groups.get("short"):
        year = 1900 + int(groups["short"] or "")
    else:
        year = int(words()["decade"][groups["word"] or ""]) * 10
    return edged(days.decade_of(year, "explicit"), groups.get("edge"))


def read_century(groups: Groups, _: Context) -> Time | None:
    """The 19th century."""
    number = day_number(groups["c"])
    return edged(days.century_of(number, "explicit"), groups.get("edge")) if 1 <= number <= 21 else None


_COUNTED = re.compile(r" [a-z]+s\b")  # 1500 villages


def read_year(groups: Groups, context: Context) -> Time | None:
    """A year, with an edge perhaps; a number that is no year (a resolution, a price) is refused."""
    told = groups.get("y") or groups.get("y2") or groups.get("yw") or "two thousand"
    year = year_number(told)
    plain = not (groups.get("edge") or groups.get("edge2"))
    if plain and told.isdigit() and not _plausible(year, context):
        return None
    return edged(days.year_of(year, "explicit"), groups.get("edge") or groups.get("edge2"))


def _plausible(year: int, context: Context) -> bool:
    left = context.before(16).rstrip()
    if left.endswith(("$", *words()["numbered"])):
        return False
    if 1900 <= year <= 2049:
        return True
    led = left.endswith(("in", "since", "from", "by", "until", " to", ",", "(", "-", "–"))
    counted = _COUNTED.match(context.after(16))
    return led and not counted and (1000 <= year < 1900 or 2049 < year <= 2100)


def shift_before_christ(time: Time, unit: str, count: float) -> Time | None:
    """Two years after 415 BC is 413 BC; None for a year that is none before Christ, or leaves them."""
    year = time.value.removeprefix("BC")
    if unit not in {"year", "decade"} or not time.value.startswith("BC") or not year.isdigit() or count != int(count):
        return None
    moved = int(year) - int(count) * (10 if unit == "decade" else 1)
    return Time(f"BC{moved:04d}", grain="year") if 1 <= moved <= 9999 else None
