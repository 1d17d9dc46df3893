"""The publication day that a text itself tells: a dateline that names day, month and year."""

import datetime
import re
from dataclasses import dataclass

from extractors.dates.finder import find_dates

_DATELINE = re.compile(r"\s*[A-Z][A-Z .'’-]{2,40}[,(].{0,60}?(?:[-–—:]|\n)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationDate:
    """A day and the offsets of the words that give it."""

    day: datetime.date
    start: int
    end: int


def find_publication_date(text: str) -> PublicationDate | None:
    """The day that the dateline gives in full; None where there is no dateline, or no year in it.

    >>> find_publication_date("ADEN, 3 May 2015 - Shells fell on the port.").day
    datetime.date(2015, 5, 3)
    """
    dateline = _DATELINE.match(text)
    for mention in find_dates(dateline.group()) if dateline else ():
        if mention.basis == "explicit" and mention.precision == "day" and mention.date_start:
            return PublicationDate(day=mention.date_start, start=mention.start, end=mention.end)
    return None
