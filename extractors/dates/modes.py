"""What kind of text it is, by its own evidence: news or history, and which order its slashes have."""

import re
from collections import Counter
from functools import cache

from extractors.dates.days import Day
from extractors.dates.words import words

_SLASHES = re.compile(r"(?<![\w/.])(\d{1,2})/(\d{1,2})/(?:19|20)?\d\d(?![\d/])")
# A weekday that is reckoned from another day, stands before its date, or is a name is no newsroom's.
_NOT_NEWS = "".join(
    rf"(?<!{word} )" for word in "following previous next that the of bloody black easter palm good".split()
)
_DEICTIC = re.compile(
    r"(?<!\w)(?:yesterday|tomorrow|tonight|(?<!the )last (?:week|month|night)|this (?:week|month|morning)"
    r"|(?<!the )next (?:week|month)"
    rf"|{_NOT_NEWS}(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!,? (?:the )?(?:\d|[a-z]+ \d)))(?!\w)"
)
_REPORT = re.compile(
    r"(?<!\w)(?:said|says|told reporters|told [a-z]+ news|reportedly|spokes(?:man|woman|person)|according to)(?!\w)"
)
_ENOUGH = 4  # years in a text that make it a history beside a publication day
_YEAR = re.compile(r"(?<=[a-z,.] )(?:1[0-9]|20)\d\d(?![\d-])")
_HEADING = re.compile(r"[^.]*\b(?:1[5-9]|20)\d\d(?:[-–/]\d{2,4})?[^.]{0,20}")
_SHORT = 60  # characters of a heading, at most


@cache
def _leads() -> tuple[str, ...]:
    """Words after which four digits are a year."""
    return (",", *("in of since by until from to early late".split()), *words()["month"], *words()["season"])


def is_narrative(low: str, published: Day | None) -> bool:
    """Whether the text tells of dated years rather than of the days around its publication.

    Beside a publication day that takes many years and few words of a newsroom. Without one, nothing can be reckoned
    from it anyway: a year, and no weekday or speaker that smells of news, is enough.
    """
    found = ((match.group(), low[max(0, match.start() - 12) : match.start() - 1]) for match in _YEAR.finditer(low))
    years = Counter(year for year, left in found if left.endswith(_leads()))
    if published:
        for year in range(published.year - 1, published.year + 2):
            years.pop(str(year), None)
    told = years.total() + (sum(map(_is_heading, low.split("\n"))) if published is None else 0)
    if not told:
        return False
    deictic, reports = len(_DEICTIC.findall(low)), len(_REPORT.findall(low))
    if told >= _ENOUGH and max(deictic * 10, reports * 2) <= told:
        return True
    return published is None and not deictic and not reports


def _is_heading(line: str) -> bool:
    """Whether a line is the heading of a section that tells its year."""
    return len(line) < _SHORT and bool(_HEADING.fullmatch(line.strip()))


def slash_order(low: str) -> str | None:
    """Whether 3/4/2014 has the day first or the month, where another date of the text shows it."""
    if "/" not in low:
        return None
    orders = set()
    for first, second in _SLASHES.findall(low):
        if int(first) > 12 >= int(second):
            orders.add("dmy")
        if int(second) > 12 >= int(first):
            orders.add("mdy")
    return orders.pop() if len(orders) == 1 else None
