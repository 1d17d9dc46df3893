"""The publication day: given beside the text, or told by its dateline, by a line of the page, or by its address.

Evidence that contradicts what is taken is told, never dropped in silence. Nothing is read from a clock.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.dates.finder import find_dates
from schemas.mention import DateMention, Day, Publication

_DATELINE = re.compile(r"(?:\* ?)?[A-Z][A-Za-zÀ-ž .'’-]{2,40}[,(][^\n]{0,60}?(?:[-–—:]\s|\n|$)")
_LABEL = re.compile(
    r"\s*(?:(?:first |last )?(?:published|updated|posted|modified|date|issued|released)(?: on| at)?\s*[:|-]?\s*)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"[\s,|·-]*(?:at\s)?(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?\s?[A-Z]{0,4})?\s*\.?\s*")
_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?!\d)")
_HEAD, _TAIL = 6, 3  # lines of a page that may hold nothing but its date
_NEAR = 7  # days by which a dateline may correct what was given: an edition, a time zone, a re-upload
_WEEKDAY = re.compile(r"(mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_NAMES = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


def read_publication(given: Day | None, text: str, url: str | None = None) -> Publication:
    """The day to reckon from, where it was read, and every other evidence that contradicts it.

    A dateline or page line within a week of the given day is believed before it: that is the day the writer calls
    today. Farther off, the given day stays. Either way the difference is told.

    >>> read_publication(None, "ADEN, 3 May 2015 - Shells fell on the port.").day
    datetime.date(2015, 5, 3)
    """
    found = list(_evidence(text, url))
    written = [one for one in found if one.basis != "address"]
    best = next((one for one in written if given is None or _close(one, given)), None)
    if given is not None:
        start = Publication(day=given, basis="given")
        chosen = best if best and best.day != given else start
        found.append(start)
    else:
        chosen = best or next(iter(found), Publication(day=None, basis="none"))
    clashes = dict.fromkeys(_clash(one) for one in found if one.day != chosen.day)
    return replace(chosen, clashes=(*clashes, *_wrong_weekday(text, chosen)))


def _close(one: Publication, given: Day) -> bool:
    return one.day is not None and abs((one.day - given).days) <= _NEAR


def _clash(one: Publication) -> str:
    return f"{one.basis} says {one.day}"


def _evidence(text: str, url: str | None) -> Iterator[Publication]:
    start = len(text) - len(text.lstrip())
    dateline = _DATELINE.match(text, start)
    if dateline:
        yield from _of("dateline", (m for m in find_dates(dateline.group())), start)
    for start, line in _outer_lines(text):
        yield from _of("page", _alone(line), start)
    for year, month, day in _ADDRESS.findall(url or ""):
        try:
            yield Publication(day=Day(int(year), int(month), int(day)), basis="address")
        except ValueError:
            continue


def _of(basis: str, mentions: Iterator[DateMention], offset: int) -> Iterator[Publication]:
    """The first day written out in full."""
    for mention in mentions:
        if mention.basis == "explicit" and mention.precision == "day" and mention.date_start:
            start, end = mention.start + offset, mention.end + offset
            yield Publication(day=mention.date_start, basis=basis, start=start, end=end)
            return


def _outer_lines(text: str) -> Iterator[tuple[int, str]]:
    start, lines = 0, []
    for line in text.split("\n"):
        if line.strip():
            lines.append((start, line))
        start += len(line) + 1
    yield from (lines if len(lines) <= _HEAD + _TAIL else lines[:_HEAD] + lines[-_TAIL:])


def _alone(line: str) -> Iterator[DateMention]:
    """The date of a line that holds nothing else but a label and a time."""
    if len(line) > 80:
        return
    for mention in find_dates(line):
        label = _LABEL.fullmatch(line[: mention.start])
        if label and _CLOCK.fullmatch(line[mention.end :]):
            yield mention


def _wrong_weekday(text: str, chosen: Publication) -> tuple[str, ...]:
    """A date that names the wrong weekday is a slip of the pen in one of the two."""
    if chosen.start is None or chosen.end is None or chosen.day is None:
        return ()
    named = _WEEKDAY.search(text[chosen.start : chosen.end])
    if named is None or _NAMES[chosen.day.weekday()] == named[1].lower():
        return ()
    return (f"{chosen.basis} names {named.group()} for {chosen.day}",)
