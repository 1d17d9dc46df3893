"""Absolute dates in other languages, and odd English ones that the grammar leaves: the only home of dateparser.

dateparser is imported at the first candidate, so English text does not pay for it. It is given the trimmed words, one
language, and a fixed base day; it must find day, month and year (or month and year) in the words, or it is not heard.
"""

import datetime
import re
from functools import lru_cache
from typing import Any

from extractors.dates.days import Day, Time, day_of, month_of
from schemas.mention import DateMention

LANGUAGES = frozenset("ar cs de es fa fr he hi it nl pl pt ro ru sv tr uk".split())
_BASE = datetime.datetime.combine(
    datetime.date(2000, 1, 1), datetime.time()
)  # dateparser wants a base without a zone; no field comes from it
_WORD = r"[^\W\d_]{2,12}\.?"
_LINK = r"(?:\s(?:de|del|di|do|of)\s|\s)"
_SHAPES = re.compile(
    rf"(?<![\w./-])(?:\d{{1,2}}(?:\.|er|º|ª|-?\u0433\u043e)?{_LINK}{_WORD}(?:{_LINK}|,\s)\d{{4}}|(?P<month>{_WORD}{_LINK}\d{{4}}))(?!\w)"
)
_DIGITS = re.compile(r"(?<![\w./-])(?:(\d{1,2})[./](\d{1,2})[./](\d{4})|(\d{4})-(\d\d)-(\d\d))(?![\w/-])")
_ODD = re.compile(
    r"(?<![\w/-])(?:\d{4}[ ,]+[A-Z][a-z]{2,8}\.?[ ,]+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}/[A-Z][a-z]{2,8}/\d{4}"
    r"|(?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} [ \d]?\d \d\d:\d\d(?::\d\d)?(?: [A-Z]{2,4})? \d{4}"
    r"|[Tt]he \d{1,2}(?:st|nd|rd|th) day of [A-Z][a-z]{2,8},? \d{4})(?![\w/-])"
)
_ODD_HINT = re.compile(r"\d{4}[ ,]+[A-Z][a-z]|\d/[A-Z][a-z]|\d\d:\d\d (?:[A-Z]{2,4} )?\d{4}|\d(?:st|nd|rd|th) day of ")
_LONGEST = 40


def find_foreign_dates(text: str, language: str) -> tuple[DateMention, ...]:
    """Days and months with their years in a text of another language, in order; none for a language not known.

    >>> [m.value for m in find_foreign_dates("Le pont est tombé le 3 mai 2016.", "fr")]
    ['2016-05-03']
    """
    if language not in LANGUAGES:
        return ()
    found = [_mention(match, time, language) for match in _SHAPES.finditer(text) if (time := _read(match, language))]
    found += [_mention(match, time, language) for match in _DIGITS.finditer(text) if (time := _in_digits(match))]
    return tuple(sorted(found, key=lambda mention: mention.start))


def find_odd_dates(text: str) -> tuple[DateMention, ...]:
    """English dates in an order that the grammar does not know: 2016 May 3, 3/May/2016, Tue May 3 14:05:00 2016."""
    if not _ODD_HINT.search(text):
        return ()
    found = []
    for match in _ODD.finditer(text):
        day = _parsed(" ".join(match.group().replace(" day of", "").split()), "en", day=True)
        if day is not None:
            found.append(_mention(match, day_of(day, "explicit"), "en"))
    return tuple(found)


def _read(match: re.Match[str], language: str) -> Time | None:
    whole = match["month"] is None
    day = _parsed(match.group(), language, day=whole)
    if day is None:
        return None
    return day_of(day, "explicit") if whole else month_of(day.year, day.month, "explicit")


def _in_digits(match: re.Match[str]) -> Time | None:
    """Day first, as everywhere but in American English."""
    day, month, year = (match[3], match[2], match[1])[::-1] if match[1] else (match[6], match[5], match[4])
    try:
        return day_of(Day(int(year), int(month), int(day)), "explicit")
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _parsed(words: str, language: str, *, day: bool) -> Day | None:
    """What dateparser reads in these words; only what stands there counts."""
    if len(words) > _LONGEST:
        return None
    parts = ["day", "month", "year"] if day else ["month", "year"]
    found = _parser(language, tuple(parts)).get_date_data(words).date_obj
    return found.date() if found and str(found.year) in words else None


@lru_cache(maxsize=64)
def _parser(language: str, parts: tuple[str, ...]) -> Any:
    from dateparser.date import DateDataParser  # 0.1 s that English text does not pay

    settings = {"RELATIVE_BASE": _BASE, "REQUIRE_PARTS": list(parts), "PARSERS": ["absolute-time"], "DATE_ORDER": "DMY"}
    return DateDataParser(languages=[language], settings=settings)


def _mention(match: re.Match[str], time: Time, language: str) -> DateMention:
    return DateMention(
        start=match.start(),
        end=match.end(),
        text=match.group(),
        type="DATE",
        value=time.value,
        edtf=time.edtf,
        date_start=time.start,
        date_end=time.end,
        precision="day" if time.grain == "day" else "month",
        basis="explicit",
        rule=f"dates: another way ({language})",
    )
