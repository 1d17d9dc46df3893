"""Numbers of people in a sentence: words and digits, ranges, and what qualifies them (`at least`, `up to`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.events.grammar.patterns import read_lexicon

Bounds = tuple[int | None, int | None]
_DIGITS = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?![\d,])|\d+(?:\.\d+)?")
_MAGNITUDES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_LINK = re.compile(r"\s*(?:-|–|—|to|and|or)\s*", re.IGNORECASE)
_LOW = re.compile(
    r"(?:\b(?:at least|(?<!no )(?<!not )more than|over|upwards? of|(?:no|not) (?:fewer|less) than|(?:a )?minimum of"
    r"|in excess of|well over|at the very least|above))\s*(?:some|an estimated|another)?\s*$",
    re.IGNORECASE,
)
_HIGH = re.compile(
    r"(?:\b(?:up to|as many as|at most|(?:no|not) more than|(?<!no )(?<!not )(?:fewer|less) than|under"
    r"|(?:a )?maximum of))\s*(?:some|another)?\s*$",
    re.IGNORECASE,
)
_OR_MORE = re.compile(r"\s*(?:or more|-plus|\+|plus)(?![\w])", re.IGNORECASE)
_MAGNITUDE = re.compile(r"\s(hundred|thousand|million|dozen)\b", re.IGNORECASE)
_MAGNITUDE_BEFORE = re.compile(r"(hundred|thousand|million)$", re.IGNORECASE)
_OF_THOUSANDS = re.compile(r"\sof\s(hundreds|thousands|millions)\b", re.IGNORECASE)
_NO_ONE = re.compile(r"\bno one\b", re.IGNORECASE)
_AND = re.compile(r"\s(?:and\s)?")
_BETWEEN = re.compile(r"\b(?:between|from)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number and its offsets in the text; `low` or `high` is None where the text leaves that end open."""

    start: int
    end: int
    low: int | None
    high: int | None

    @property
    def bounds(self) -> Bounds:
        """Lowest and highest."""
        return self.low, self.high


@cache
def _words() -> dict[str, tuple[int, int | None]]:
    return {
        row["word"]: (int(row["low"]), int(row["high"]) if row["high"] else None) for row in read_lexicon("numbers")
    }


@cache
def _word() -> re.Pattern[str]:
    words = sorted((*_words(), "million"), key=len, reverse=True)
    one = "|".join(words)
    return re.compile(rf"\b(?:{one})(?:-(?:{one}))?\b(?!-(?!\d))", re.IGNORECASE)


@cache
def _start() -> re.Pattern[str]:
    """Where a number may begin: at a digit, or at one of its words."""
    return re.compile(rf"\d|{_word().pattern}", re.IGNORECASE)


def find_quantities(text: str, start: int, end: int) -> list[Quantity]:
    """The numbers between two offsets, in order; a range or a qualified number is one.

    >>> [q.bounds for q in find_quantities("between 12 and 15 people, at least two of them women", 0, 52)]
    [(12, 15), (2, None)]
    """
    found: list[Quantity] = []
    for number in _plain(text, start, end):
        last = found[-1] if found else None
        if last and last.high is not None and _is_range(text, last, number):
            found[-1] = Quantity(start=last.start, end=number.end, low=last.low, high=number.high)
        else:
            found.append(number)
    return [_qualified(text, start, number) for number in found]


def _is_range(text: str, one: Quantity, other: Quantity) -> bool:
    link = _LINK.fullmatch(text, one.end, other.start)
    if not link or other.high is None or one.low is None or one.low >= other.high:
        return False
    word = link.group().strip().lower()
    return word in {"-", "–", "—", "to", "or"} or bool(_BETWEEN.search(text[max(0, one.start - 9) : one.start]))


def _plain(text: str, start: int, end: int) -> Iterator[Quantity]:
    match = _start().search(text, start, end)
    while match:
        at = match.start()
        number = _at_digits(text, at, end) or _at_words(text, at, end)
        if number:
            yield number
        match = _start().search(text, number.end if number else at + 1, end)


def _at_digits(text: str, at: int, end: int) -> Quantity | None:
    if at and (text[at - 1].isalnum() or text[at - 1] in ".$€£#/"):
        return None
    if at > 1 and text[at - 1] in "-–" and text[at - 2].isalpha():  # the number of a model: F-16
        return None
    match = _DIGITS.match(text, at, end)
    if not match or text[match.end() : match.end() + 1].isalpha():
        return None
    value = float(re.sub(r"[^\d.]", "", match.group()))
    size, stop = _magnitude(text, match.end(), end)
    if value * size != int(value * size):
        return None
    return Quantity(start=at, end=stop, low=int(value * size), high=int(value * size))


def _magnitude(text: str, at: int, end: int) -> tuple[int, int]:
    match = _MAGNITUDE.match(text, at, end)
    return (_MAGNITUDES[match.group(1).lower()], match.end()) if match else (1, at)


def _at_words(text: str, at: int, end: int) -> Quantity | None:
    """`twenty-five`, `two hundred and ten`, `a dozen`, `tens of thousands`, `dozens`."""
    if at and (text[at - 1].isalnum() or text[at - 1] in "-'’"):
        return None
    if _NO_ONE.match(text, max(0, at - 3)) or _NO_ONE.match(text, at):
        return None
    total, part, stop, exact, first = 0, 0, at, True, ""
    match = _word().match(text, at, end)
    while match:
        low, high = _value(match.group().lower())
        first = first or match.group().lower()
        magnitude = low in {12, 100, 1000, 1_000_000} and part > 0 and high is not None
        part = part * low if magnitude else low if first in {"a", "an"} and part == 1 else part + low
        if magnitude and low >= 1000:
            total, part = total + part, 0
        exact, stop = exact and high is not None, match.end()
        match = _word().match(text, _next(text, stop), end)
    if first == "no" and re.match(r"\s(?:more|fewer|less|longer|one)\b", text[stop : stop + 8], re.IGNORECASE):
        return None
    if first in {"", "a", "an"} and total + part <= 1:
        return None
    value, stop = _of_thousands(text, total + part, stop, exact=exact)
    return Quantity(start=at, end=stop, low=value, high=value if exact else None)


def _next(text: str, at: int) -> int:
    """Where a number may go on: after a space, or after `and` where a magnitude stands before it."""
    match = _AND.match(text, at)
    if match and "and" in match.group() and not _MAGNITUDE_BEFORE.search(text, max(0, at - 9), at):
        return len(text)
    return match.end() if match else len(text)


def _value(word: str) -> tuple[int, int | None]:
    if word == "million":
        return 1_000_000, 1_000_000
    tens, _, ones = word.partition("-")
    if not ones:
        return _words()[word]
    return (_words()[tens][0] + _words()[ones][0],) * 2


def _of_thousands(text: str, value: int, stop: int, *, exact: bool) -> tuple[int, int]:
    match = _OF_THOUSANDS.match(text, stop)
    if exact or not match:
        return value, stop
    size = {"hundreds": 100, "thousands": 1000, "millions": 1_000_000}[match.group(1).lower()]
    return value * size, match.end()


def _qualified(text: str, start: int, number: Quantity) -> Quantity:
    before = text[max(start, number.start - 24) : number.start]
    more = _OR_MORE.match(text, number.end)
    if _LOW.search(before) or more:
        return Quantity(start=number.start, end=number.end, low=number.low, high=None)
    if _HIGH.search(before):
        return Quantity(start=number.start, end=number.end, low=None, high=number.high or number.low)
    return number
