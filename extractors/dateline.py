"""Datelines: `PORT HILL (Agency) - Rebels left.` says where a report was written, and is no part of its first sentence.

A parser that reads them takes the town for the subject and what acts for its apposition.
"""

import re

from extractors.actors.entry import Entry
from extractors.actors.lexicon import load_names
from extractors.actors.words import name_key

_TOWN = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’/ -]*[A-ZÀ-Þ.]"
_NAME = r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,3}"
_AGENCY = r"\([A-ZÀ-Þ][\w.,&/' -]{1,39}\)"
_DASH = r"(?:[—–―_]|--?(?=\s)|-{2,3})"
_CAPITALS = re.compile(rf"{_TOWN}(?:,[^\n—–:]{{1,30}}?)?(?:\s*{_AGENCY})?(?:,[^\n—–:]{{1,20}}?)?\s*(?:{_DASH}|:)\s*")
_STOPPED = re.compile(rf"{_TOWN}, (?:[A-Z][a-z]{{2,8}}\.? ?)(?:\d{{1,2}})?\.\s+")
_NO_DASH = re.compile(rf"{_TOWN}(?:,[^\n—–:()]{{1,30}})? {_AGENCY}\s+(?=[\"“A-ZÀ-Þ])")
_MIXED = re.compile(rf"(?:{_NAME}(?:, {_NAME})?,? )?(?P<agency>{_AGENCY})(?:,? [A-Z][a-z]+\.? \d{{1,2}})?\s*{_DASH}\s+")


def dateline_end(text: str, start: int = 0) -> int:
    """Where the dateline that opens a paragraph at `start` ends; `start` itself if it has none.

    >>> dateline_end("PORT HILL (Agency) - Rebels left.")
    21
    """
    if text[:start].rstrip(" \t")[-1:] not in {"", "\n"}:
        return start
    first = start + len(text[start:]) - len(text[start:].lstrip())
    for form in (_CAPITALS, _NO_DASH, _STOPPED, _MIXED):
        match = form.match(text, first)
        if match and not _is_other(text, form, match):
            return match.end()
    return start


def _is_other(text: str, form: re.Pattern[str], match: re.Match[str]) -> bool:
    """Whether what looks like a dateline is the head of a line in capitals, a speaker before a colon, or initials."""
    if form is _MIXED:
        return _is_short_form(match)
    rest = text[match.end() :].partition("\n")[0]
    town = re.match(_TOWN, match[0])
    return rest.isupper() or (town is not None and any(e.kind == "body" for _, e in _named(town[0])))


def _named(told: str) -> tuple[tuple[str, Entry], ...]:
    return load_names().forms.get(name_key(told.strip()), ())


def _is_short_form(match: re.Match[str]) -> bool:
    """Whether the brackets hold the initials of the words before: `Hill Valley Front (HVF) - ...` is a group."""
    words = match[0][: match.start("agency") - match.start()]
    initials = "".join(word[0] for word in re.findall(r"[A-ZÀ-Þ]\w*", words))
    return bool(initials) and initials[-2:] == match["agency"].strip("()").upper()[-2:]
