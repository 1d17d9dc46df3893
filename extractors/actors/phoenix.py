"""Reads actor dictionaries in the public Phoenix/CAMEO format, for users who have them.

A head stands on a line of its own with its codes behind it or below it; `+NAME` is a synonym, `-NAME` takes a form
away; `#` begins a comment. A code may be restricted: `[SYRGOV >000717]`, `[IGOUNO 970101-061231]`, `[HTIOPP <061231]`.
In an agents file `{PLURAL}` may follow and codes begin with `~`; `!PERSON!` stands for a set of endings.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from extractors.actors.entry import Entry
from extractors.countries import load_countries
from schemas.vocabulary import read_list

SUFFIX = ".actors.txt"
_CODE = re.compile(r"\[\s*([A-Z~]{3,}[A-Z]*)\s*([<>]?\s*[\d-]*)\s*\]")
_BRACKETS = re.compile(r"\[[^\]]*\]")
_OLD = {"ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "KSV": "XKX", "KOS": "XKX", "BUR": "MMR", "WSB": "PSE", "GZS": "PSE"}
_RENAMED = {"HLH": "MED", "MED": "JRN", "INT": "IGO", "SEP": "REB", "INS": "REB", "RAD": "REB", "DEV": "GOV"}
_ACTORS_ABROAD = frozenset({"IGO", "NGO", "NGM", "MNC", "IMG", "ISM", "INT"})


class Problem(NamedTuple):
    """A line that could not be read, or a restriction that cannot hold."""

    line: int
    what: str


class Head(NamedTuple):
    """One head with its forms and its codes, each with the days on which it holds."""

    line: int
    forms: tuple[str, ...]
    codes: tuple[tuple[str, str, str], ...]


def read_phoenix(path: Path) -> tuple[list[tuple[Entry, tuple[str, ...]]], list[Problem]]:
    """Entries with their forms, as the reader of our own lexicon gives them, and what could not be read."""
    problems: list[Problem] = []
    entries = []
    for head in _heads(path, problems):
        for code, valid_from, valid_to in head.codes:
            country, sector = read_code(code)
            rule = f"{path.name}:{head.line}"
            kind = "agent" if code.startswith("~") else "body"
            entry = Entry(head.forms[0], country, sector, kind, valid_from, valid_to, "", rule)
            entries.append((entry, _written(head.forms)))
    return entries, problems


def _heads(path: Path, problems: list[Problem]) -> Iterator[Head]:
    forms: list[str] = []
    codes: list[tuple[str, str, str]] = []
    begun = 0
    for number, raw in enumerate(path.read_text("utf-8", errors="replace").splitlines(), start=1):
        line = raw.partition("#")[0].rstrip()
        if not line.strip() or line.startswith("!"):
            continue
        name = _BRACKETS.sub("", line).strip()
        if name.startswith("-"):
            forms = [form for form in forms if form != read_name(name[1:])]
        elif name.startswith("+"):
            forms += [read_name(part) for part in name.split("+") if read_name(part)]
        elif name:
            yield from _finished(begun, forms, codes, problems)
            forms, codes, begun = [read_name(name)], [], number
        codes += _codes(line, number, problems)
    yield from _finished(begun, forms, codes, problems)


def _finished(
    line: int, forms: list[str], codes: list[tuple[str, str, str]], problems: list[Problem]
) -> Iterator[Head]:
    kept = tuple(dict.fromkeys(form for form in forms if form))
    if kept and codes:
        yield Head(line, kept, tuple(codes))
    elif line:
        problems.append(Problem(line, "a head without a code" if kept else "a head without a name"))


def _codes(line: str, number: int, problems: list[Problem]) -> Iterator[tuple[str, str, str]]:
    for bracket in _BRACKETS.findall(line):
        match = _CODE.fullmatch(bracket)
        if match is None:
            if bracket != "[---]":  # the format's own mark for a form that means nobody
                problems.append(Problem(number, f"no code: {bracket}"))
            continue
        days = _days(match.group(2).replace(" ", ""))
        if days is None:
            problems.append(Problem(number, f"no such days: {bracket}"))
        else:
            yield match.group(1), *days


def _days(told: str) -> tuple[str, str] | None:
    """First and last day of a restriction, in ISO form; None if it cannot hold."""
    if not told:
        return "", ""
    if told[0] in "<>":
        day = read_day(told[1:])
        if day is None:
            return None
        return ("", day) if told[0] == "<" else (day, "")
    first, _, last = told.partition("-")
    start, end = read_day(first), read_day(last)
    return (start, end) if start and end and start < end else None


def read_day(told: str) -> str | None:
    """A day of six or eight digits in ISO form; None if there is no such day.

    >>> read_day("990809"), read_day("20040617"), read_day("2004017")
    ('1999-08-09', '2004-06-17', None)
    """
    if len(told) == 6:
        told = ("19" if told >= "30" else "20") + told
    if len(told) != 8 or not told.isdigit():
        return None
    year, month, day = told[:4], told[4:6], told[6:]
    return f"{year}-{month}-{day}" if "01" <= month <= "12" and "01" <= day <= "31" else None


def read_name(told: str) -> str:
    """A name as news writes it; a trailing underscore only forbids endings.

    >>> read_name("BASHAR_AL-ASSAD_")
    'Bashar Al-Assad'
    """
    told = re.sub(r"\{[^}]*\}|![A-Z]+!", "", told)
    return " ".join(told.replace("_", " ").split()).title().replace("'S", "'s")


def _written(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The forms, and single words also as initials: the dictionary does not say which of them are."""
    initials = [form.upper() for form in forms if " " not in form and len(form) <= 6]
    return (*forms, *initials)


def read_code(code: str) -> tuple[str | None, str | None]:
    """Country and sector of a CAMEO actor code.

    >>> read_code("SYRGOVMIL"), read_code("IGOUNO"), read_code("~COP")
    (('SYR', 'GOV'), (None, 'IGO'), (None, 'COP'))
    """
    parts = [code.lstrip("~")[at : at + 3] for at in range(0, len(code.lstrip("~")), 3)]
    if code.startswith("~") or parts[0] in _ACTORS_ABROAD:
        return None, next(filter(None, map(_sector, parts)), None)
    country = _OLD.get(parts[0], parts[0])
    known = {one.alpha3 for one in load_countries()}
    sector = next(filter(None, map(_sector, parts[1:])), "GOV" if len(parts) == 1 else None)
    return (country if country in known else None), sector


def _sector(part: str) -> str | None:
    part = _RENAMED.get(part, part)
    return part if part in read_list("sectors") else None
