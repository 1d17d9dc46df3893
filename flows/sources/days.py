"""Days of publication as feeds, tables and pages write them; what could be two days is no day."""

import datetime
import email.utils
import re
from calendar import month_abbr, month_name

MONTHS = {name.lower(): number for names in (month_name, month_abbr) for number, name in enumerate(names) if name}
ISO = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")
COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\s*$")
DAY_FIRST = re.compile(r"\s*(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b", re.I)
MONTH_FIRST = re.compile(r"\s*(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b", re.I)
FIRST_YEAR, LAST_YEAR = 1800, 2200


def read_any_day(text: str | None) -> datetime.date | None:
    """The calendar day as it is written, in the writer's own time zone; None where it is not plain which day it is.

    >>> read_any_day("Sat, 18 Apr 2020 23:08:48 +1200"), read_any_day("04/05/2020")
    (datetime.date(2020, 4, 18), None)
    """
    if not text:
        return None
    for pattern, order in ((ISO, (1, 2, 3)), (COMPACT, (1, 2, 3)), (DAY_FIRST, (3, 2, 1)), (MONTH_FIRST, (3, 1, 2))):
        found = pattern.match(text)
        if found:
            return _day(*(found[part] for part in order))
    told = email.utils.parsedate_tz(text) if any(name in text.lower() for name in MONTHS) else None
    return _day(*told[:3]) if told else None


def _day(year: str | int, month: str | int, day: str | int) -> datetime.date | None:
    number = MONTHS.get(month.lower(), month) if isinstance(month, str) else month
    try:
        found = datetime.date(int(year), int(number), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None
