"""What kind of text it is, by its own evidence: news or history, and which order its slashes have."""

import re
from collections import Counter
from functools import cache

from extractors.dates.days import Day
from extractors.dates.words import words

_SLASHES = re.compile(r"(?<![\w/.])(\d{1,2})/(\d{1,2})/(?:19|20)?\d\d(?![\d/])")
_DEICTIC = re.compile(
    r"(?<!\w)(?:today|yesterday|tomorrow|tonight|now|last (?:week|month|night)|this (?:week|month|morning)"
    r"|next (?:week|month)|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!,? (?:\d|[a-z]+ \d)))(?!\w)"
)
_ENOUGH = 4  # years in a text that make it a history


_YEAR = re.compile(r"(?<=[a-z,.] )(?:1[5-9]|20)\d\d(?![\d-])")


@cache
def _leads() -> tuple[str, ...]:
    """Words after which four digits are a year."""
    return (",", *("in of since by until from to early late".split()), *words()["month"])


def is_narrative(low: str, published: Day | None) -> bool:
    """Whether the text tells of dated years rather than of the days around its publication."""
    found = ((match.group(), low[max(0, match.start() - 12) : match.start() - 1]) for match in _YEAR.finditer(low))
    years = Counter(year for year, left in found if left.endswith(_leads()))
    if published:
        for year in range(published.year - 1, published.year + 2):
            years.pop(str(year), None)
    told = years.total()
    if told < _ENOUGH:
        return False
    deictic = len(_DEICTIC.findall(low))
    return deictic * 10 <= told if published else deictic == 0


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
