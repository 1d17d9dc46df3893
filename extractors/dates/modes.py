"""What kind of text it is, by its own evidence: news or history, and which order its slashes have."""

import re
from collections import Counter
from functools import cache

from extractors.dates.days import Day
from extractors.dates.words import words

_SLASHES = re.compile(r"(?<![\w/.])(\d{1,2})/(\d{1,2})/(?:19|20)?\d\d(?![\d/])")
_DEICTIC = ("yesterday", "tomorrow", "tonight", *(f" {word} {unit}" for word, units in (
    ("last", "week month night year"), ("this", "week month morning year"), ("next", "week month year"),
) for unit in units.split()))  # fmt: skip
_NOT_NEWS = tuple(f"the {word} {unit}" for word in ("last", "next") for unit in "week month night year".split())
_REPORT = (" said ", " said.", " said,", " says ", " say ", "told reporters", "reportedly", "spokesman", "spokeswoman",
           "spokesperson", "according to")  # fmt: skip
_WEEKDAY = re.compile(r"day(?!\w|,? (?:the )?(?:\d|[a-z]+ \d))")  # a literal in front: quick to search
# A weekday that is reckoned from another day, or is a name, is no newsroom's.
_NEWS_DAY = re.compile(
    "".join(rf"(?<!{word} )" for word in "following previous next that the of bloody black easter palm good".split())
    + r"(?<!\w)(?:mon|tues|wednes|thurs|fri|satur|sun)$"
)
_NAMES = "|".join([*words()["month"], *words()["month_short"], *words()["season"]])
_ENOUGH = 4  # years in a text that make it a history beside a publication day
_YEAR = re.compile(r"(?<=[a-z,.] )(?:1[0-9]|20)\d\d(?![\d-])")
_HEADING = re.compile(r"(?:^|\n)[^.\n]{0,30}\b(?:1[5-9]|20)\d\d(?:[-–/]\d{2,4})?[^.\n]{0,20}(?=\n)")
_PLAN = re.compile(r"(?<!\w)will(?= )")
_STEPS = 2  # bare months, further years, or steps from one to the next that make a chronicle
_LATER = re.compile(r"\b(?:day|week|month|year)s? later\b|\bthe (?:following|next|same) (?:day|week|month|year)\b")
_SHORT = 90  # characters in which a sentence gets to its year
_ITS_YEAR = re.compile(r"(?:st|nd|rd|th|\d)*,? (?:of )?(?:1\d|20)\d\d\b")
_OPENS = re.compile(
    r"(?:^|\n|[.!?][\"'”’)]? )(?:(?:in|on|by|at|during|from|the|late|early|mid|start|beginning|end|middle|night|morning"
    rf"|evening|of|and|\d+(?:st|nd|rd|th)?|[a-z]*day|{_NAMES})[ ,./–-]+)*$"
)
# Its main clause: "the war that began in 2011" only looks back.
_BEGAN = re.compile(
    r"(?:^|\n|[.!?][\"'”’)]? )(?:(?!(?:that|which|who|since|after|when|as|where) )[^\s.!?,;]+ ){1,7}"
    r"(?:began|broke out|flared up|started|resumed|opened|erupted) (?:(?:[a-z]+|\d+(?:st|nd|rd|th)?),? )*$"
)


@cache
def _leads() -> tuple[str, ...]:
    """Words after which four digits are a year."""
    return (",", *("in of since by until from to early late".split()), *words()["month"], *words()["season"])


def is_narrative(low: str, published: Day | None) -> bool:
    """Whether the text tells of dated years rather than of the days around its publication.

    Many years beside few words of a newsroom do, or a year told before any bare month, and no weekday, speaker, plan
    or recent year that smells of news.
    """
    found = [
        match for match in _YEAR.finditer(low) if low[max(0, match.start() - 12) : match.start() - 1].endswith(_leads())
    ]
    years = Counter(match.group() for match in found)
    near = range(published.year - 1, published.year + 2) if published else ()
    recent = sum(years.pop(str(year), 0) for year in near)
    headed = [] if published else [match.start() for match in _HEADING.finditer(low)]
    told = years.total() + len(headed)
    if not told or (recent and told < _ENOUGH):
        return False
    deictic, reports = _deictics(low), sum(map(low.count, _REPORT))
    if told >= _ENOUGH and max(deictic * 10, reports * 2) <= told:
        return True
    first = min([*headed, *(match.start() for match in found)])
    if recent or deictic * 3 > told or reports or _PLAN.search(low):
        return False
    return told >= _ENOUGH or _is_chronicle(low, first, told)


def _is_chronicle(low: str, year: int, told: int) -> bool:
    """Whether a text of few years steps through them: one opens it, and bare days, months or steps follow.

    "A ceasefire signed in May 2014 collapsed on 3 June" opens with no year, and its June is not that of 2014.
    """
    bare = [month for month in _months().finditer(low) if not _ITS_YEAR.match(low, month.end())]
    steps = len(bare) + told - 1 + len(_LATER.findall(low, year))
    if steps < _STEPS or (bare and bare[0].end() < year):
        return False
    before = low[max(0, year - _SHORT) : year]
    return bool(_OPENS.search(before) or _BEGAN.search(before))


def _deictics(low: str) -> int:
    """How many words of a text count from the day on which it is written."""
    days = sum(_NEWS_DAY.search(low, max(0, at.start() - 20), at.start()) is not None for at in _WEEKDAY.finditer(low))
    return days + sum(map(low.count, _DEICTIC)) - sum(map(low.count, _NOT_NEWS))


@cache
def _months() -> re.Pattern[str]:
    """A month that is told as a date."""
    names = "|".join([*words()["month"], *words()["month_short"]])
    led = r"\b(?:in|by|since|late|early|mid)[ -]"
    return re.compile(rf"\d(?:st|nd|rd|th)?(?: of)? (?:{names})\b|{led}(?:{names})\b|\b(?:{names})\.? \d")


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
