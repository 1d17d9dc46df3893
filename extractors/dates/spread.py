"""How the words around a time expression widen it: ranges of two expressions, since, by, until; and offsets from it."""

import datetime
import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.dates.readers.numerals import day_number
from extractors.dates.words import expand
from schemas.mention import DateMention

Days = tuple[datetime.date | None, datetime.date | None, str | None, str]
_JOINED = re.compile(r"\s*(?:[-–—]|,?\s(?:to|and|until|till|through)(?:\s(?:on|the|early|late))?)\s*", re.ASCII)
_PAIR = re.compile(r"\b(?:from|between)\s(?:the\s|early\s|late\s)?$", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|before|until|till|no later than)\s(?:the\s)?$", re.IGNORECASE)
_SINCE = re.compile(r"\bsince(?:\s(?:early|late|at least))?\s$", re.IGNORECASE)
_NTH = r"({ORDINAL}|\d{1,2}(?:st|nd|rd|th))(?: straight| consecutive| successive| running)?"
_NTH_DAY = re.compile(expand(rf"\bfor (?:a|the|its|their) {_NTH} day\b"), re.IGNORECASE)
ONE = datetime.timedelta(days=1)


def spread(
    text: str,
    date: DateMention,
    dates: Sequence[DateMention],
    published: datetime.date | None,
    status: str,
    *,
    since: bool,
    running: int = 0,
) -> Days:
    """First and last day, EDTF and how, with what stands before and after the expression.

    `running` is how many days before the one told it has been under way (`days_running`).
    """
    before = text[max(0, date.start - 16) : date.start]
    start, end = date.date_start, date.date_end
    if start is None or end is None:
        return start, end, date.edtf, "its expression"
    if running and date.precision == "day":
        return start - running * ONE, end, f"{start - running * ONE}/{end}", "days on end"
    other = _partner(text, date, dates)
    if other is not None and other[0].date_start and other[1].date_end:
        first, last = other
        return first.date_start, last.date_end, f"{first.edtf}/{last.edtf}", "a range"
    if since or _SINCE.search(before):
        return _until_published(date, published)
    if published and _BY.search(before) and status in {"planned", "unconfirmed"} and end >= published:
        return published, end, f"{published}/{end}", "a deadline"
    return start, end, date.edtf, "its expression"


def days_running(text: str, sentence: tuple[int, int]) -> int:
    """For a third day: two days before the one told."""
    found = _NTH_DAY.search(text, *sentence)
    return day_number(found[1].lower()) - 1 if found else 0


def _until_published(date: DateMention, published: datetime.date | None) -> Days:
    start, edtf = date.date_start, date.edtf
    plain = edtf if edtf and "/" not in edtf else str(start)
    if published is None:
        return start, None, f"{plain}/..", "since then"
    if start and start <= published:
        return start, published, f"{plain}/{published}", "since then"
    return start, date.date_end, edtf, "its expression"


def _partner(text: str, date: DateMention, dates: Sequence[DateMention]) -> tuple[DateMention, DateMention] | None:
    """The other end of "between 15 September and 31 December", or the second of two days in a row."""
    for first, last in pairwise(dates):
        if date not in (first, last) or not _JOINED.fullmatch(text, first.end, last.start):
            continue
        if first.date_end is None or last.date_start is None or first.date_end > last.date_start:
            continue
        led = _PAIR.search(text[max(0, first.start - 16) : first.start])
        in_a_row = last.date_start - first.date_end == ONE and first.precision == last.precision == "day"
        if led or in_a_row:
            return first, last
    return None


def edtf_between(start: datetime.date, end: datetime.date) -> str:
    """How EDTF writes a stretch of days: one day, a whole month or year by its name, else first and last.

    >>> edtf_between(datetime.date(2023, 1, 1), datetime.date(2023, 1, 31))
    '2023-01'
    """
    if start == end:
        return start.isoformat()
    if start.day == 1 and (end + datetime.timedelta(days=1)).day == 1 and start.year == end.year:
        if start.month == end.month:
            return f"{start:%Y-%m}"
        if (start.month, end.month) == (1, 12):
            return f"{start:%Y}"
    return f"{start}/{end}"
