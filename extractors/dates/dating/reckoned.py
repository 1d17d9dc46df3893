"""Events dated by their distance from another: three days after rebels seized the town, within three weeks."""

import datetime
import re
from collections.abc import Sequence

from extractors.dates.dating.event_date import EventDate
from extractors.dates.days import precision_of
from extractors.dates.spread import edtf_between
from schemas.mention import DateMention

RECKONED = "reckoned from another event's date"
_OFFSET = re.compile(r"\s(after|before)\s")
_WITHIN = re.compile(r"\b(?:within|in|in the next|within the next)\s(?:the\s)?$", re.IGNORECASE)
_LENGTH = re.compile(r"P(\d+)([DW])")
ONE = datetime.timedelta(days=1)


def reckoned_from_another(
    dates: Sequence[DateMention], text: str, trigger: tuple[int, int], carried: EventDate | None
) -> EventDate | None:
    """Three days after militants seized the town: the seizure lies three days before what is told beside it.

    "The raid came a day after a bomb killed eight" is reckoned from the sentence before; where that has no day either,
    no day is known, and it is not that of publication.
    """
    found = _offset(text, dates, trigger)
    if found is None:
        return None
    steps, length, mention = found
    first, last = (mention.date_start, mention.date_end) if mention else (None, None)
    near = carried and carried.date_basis != "publication" and carried.date_precision in {"day", "days"}
    if mention is None and carried and near:
        first, last = carried.date_start, carried.date_end
    if first is None or last is None:
        return EventDate(rule="reckoned from a day that is not told", span=(length.start, length.end))
    return _interval(first + steps, last + steps, RECKONED, mention or length)


def within_a_stretch(dates: Sequence[DateMention], text: str, published: datetime.date | None) -> EventDate | None:
    """Planned within three weeks: from the publication day on."""
    ends = ((date, _end_of_stretch(text, date, published)) for date in dates) if published else ()
    found = next(((date, end) for date, end in ends if end is not None), None)
    if found is None or published is None:
        return None
    return _interval(published, found[1], "planned within a stretch", found[0])


def _interval(first: datetime.date, last: datetime.date, rule: str, date: DateMention) -> EventDate:
    return EventDate(
        date_start=first,
        date_end=last,
        date_edtf=edtf_between(first, last),
        date_precision=precision_of(first, last),
        date_basis="relative",
        rule=f"{rule} ({date.rule})",
        span=(date.start, date.end),
    )


def _end_of_stretch(text: str, date: DateMention, published: datetime.date) -> datetime.date | None:
    """The last day of "within three weeks"; not of "within three weeks of the vote"."""
    size = _LENGTH.fullmatch(date.value) if date.type == "DURATION" else None
    led = _WITHIN.search(text[max(0, date.start - 14) : date.start])
    if size is None or led is None or re.match(r"\s(?:of|after|before|from)\b", text[date.end :]):
        return None
    return published + int(size[1]) * (7 if size[2] == "W" else 1) * ONE


def _offset(
    text: str, dates: Sequence[DateMention], trigger: tuple[int, int]
) -> tuple[datetime.timedelta, DateMention, DateMention | None] | None:
    """How far from another day an event lies that is told as "three days after" or before, and that day if it is told.

    The day is the one that the sentence tells last before the length of time.
    """
    days = [d for d in dates if d.type in {"DATE", "TIME"} and d.precision == "day" and d.date_start]
    for length in dates:
        size = _LENGTH.fullmatch(length.value) if length.type == "DURATION" else None
        word = _OFFSET.match(text, length.end)
        if not size or not word or trigger[0] < length.end or re.search(r"[;.,]", text[length.end : trigger[0]]):
            continue
        steps = int(size[1]) * (7 if size[2] == "W" else 1) * ONE
        before = [day for day in days if day.end <= length.start]
        return steps * (-1 if word[1] == "after" else 1), length, before[-1] if before else None
    return None
