"""On which side of the publication day an event's date lies, where the event says another than its words alone."""

import datetime
import re

from schemas.mention import DateMention

ONE = datetime.timedelta(days=1)
_AHEAD = re.compile(r"\b(?:will|shall|is to|are to|due|scheduled|expected|set to|plans?|planned)\b[^.;]*$|\bfor\s$")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")


def is_told_ahead(text: str, sentence: int, date: DateMention) -> bool:
    """Whether the words before a date say that it is yet to come: a march called for Sunday."""
    return bool(_AHEAD.search(text[sentence : date.start]))


def runs_from(text: str, date: DateMention) -> bool:
    """Whether a planned act is said to run from or to a weekday: it is the next one."""
    led = text[max(0, date.start - 10) : date.start].rstrip().endswith(("from", "until", "till", "by", "as of"))
    return led and _is_weekday(date)


def step_back(date: DateMention, start: datetime.date) -> datetime.timedelta | None:
    """How far back the last such day lies: a week for a weekday, a year for a day or month without a year."""
    if _is_weekday(date):
        return 7 * ONE
    if not date.rule.startswith(("dates: day", "dates: month")):
        return None
    before = start.replace(year=start.year - 1) if (start.month, start.day) != (2, 29) else start - 366 * ONE
    return start - before


def _is_weekday(date: DateMention) -> bool:
    return bool(_WEEKDAY.search(date.text)) and not any(sign.isdigit() for sign in date.text.split("day")[-1])
