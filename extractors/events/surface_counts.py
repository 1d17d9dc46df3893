"""How many were killed and injured, as the sentence says it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractors.events.patterns import Token, read_lexicon, words_of

Bounds = tuple[int | None, int | None]
_DEATH = words_of("death")
_INJURY = words_of("injury")
_HARM_VERBS = words_of("harm verb")
_LOW = re.compile(r"(at least|more than|over|no fewer than|not less than|no less than|upwards of|minimum of)\s*$")
_HIGH = re.compile(r"(up to|as many as|at most|no more than|fewer than|less than|maximum of)\s*$")
_PEOPLE_GAP = 6
_NOT_PEOPLE = words_of("not people")
_NOT_COUNTED = words_of("before a label")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Lowest and highest number of dead and injured; None where the text states none. `span` covers the words."""

    deaths: Bounds = (None, None)
    injured: Bounds = (None, None)
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
    at: int
    end: int
    low: int
    high: int | None


@cache
def _words() -> dict[str, tuple[int, int | None]]:
    return {
        row["word"]: (int(row["low"]), int(row["high"]) if row["high"] else None) for row in read_lexicon("numbers")
    }


def read_surface_counts(text: str, tokens: Sequence[Token]) -> Counts:
    """The dead and injured that a clause states, each number with the nearest word of harm.

    >>> from extractors.events.patterns import tokenize
    >>> line = "The blast killed at least 12 people and wounded two."
    >>> counts = read_surface_counts(line, tokenize(line))
    >>> counts.deaths, counts.injured
    ((12, None), (2, 2))
    """
    numbers = _numbers(tokens)
    if _says_none(tokens):
        return Counts(deaths=(0, 0), injured=(0, 0), span=(tokens[0].start, tokens[-1].end))
    deaths = _bounds(text, tokens, numbers, _DEATH, _INJURY)
    injured = _bounds(text, tokens, numbers, _INJURY, _DEATH)
    spans = [found[1] for found in (deaths, injured) if found]
    span = (min(s for s, _ in spans), max(e for _, e in spans)) if spans else None
    none: Bounds = (None, None)
    return Counts(deaths=deaths[0] if deaths else none, injured=injured[0] if injured else none, span=span)


def _says_none(tokens: Sequence[Token]) -> bool:
    words = " ".join(token.lower for token in tokens)
    return bool(
        re.search(r"\b(no|without) (casualties|deaths or injuries|injuries or deaths|victims)\b", words)
    ) or bool(re.search(r"\b(nobody|no one) was (hurt|injured|killed)\b", words))


def _numbers(tokens: Sequence[Token]) -> list[_Number]:
    found, at = [], 0
    while at < len(tokens):
        number = _number_at(tokens, at)
        if number:
            found.append(number)
        at = number.end if number else at + 1
    return found


def _number_at(tokens: Sequence[Token], at: int) -> _Number | None:
    """The number that begins at a token: digits with separators, number words, `dozens`, `a dozen`."""
    end, total, part, high_known, seen = at, 0, 0, True, False
    while end < len(tokens):
        word = tokens[end].lower
        digits = word.replace(",", "")
        if digits.isdigit() and len(digits) < 8 and not seen:
            total, seen, end = int(digits), True, end + 1
            if end + 1 < len(tokens) and tokens[end].lower == "," and re.fullmatch(r"\d{3}", tokens[end + 1].lower):
                total, end = total * 1000 + int(tokens[end + 1].lower), end + 2
            break
        value = _compound(word)
        if value is None:
            break
        low, high = value
        if low in {12, 100, 1000} and seen and part:
            part *= low
        else:
            part += low
        high_known, seen, end = high_known and high is not None, True, end + 1
    if not seen or tokens[end - 1].lower in {"a", "an"}:
        return None
    total += part
    return _Number(at=at, end=end, low=total, high=total if high_known else None)


def _compound(word: str) -> tuple[int, int | None] | None:
    if word in _words():
        return _words()[word]
    tens, _, ones = word.partition("-")
    if ones and tens in _words() and ones in _words():
        return (_words()[tens][0] + _words()[ones][0],) * 2
    return None


def _bounds(
    text: str, tokens: Sequence[Token], numbers: Sequence[_Number], wanted: frozenset[str], other: frozenset[str]
) -> tuple[Bounds, tuple[int, int]] | None:
    found = []
    for at, token in enumerate(tokens):
        if token.lower in wanted:
            number = _nearest(tokens, numbers, at, other)
            if number:
                found.append((number, at))
    if not found:
        return None
    number, at = max(found, key=lambda pair: pair[0].low)
    spans = (tokens[number.at].start, tokens[number.end - 1].end, tokens[at].start, tokens[at].end)
    return _qualified(text, tokens, number), (min(spans), max(spans))


def _nearest(tokens: Sequence[Token], numbers: Sequence[_Number], at: int, other: frozenset[str]) -> _Number | None:
    """The number that counts the harm at `at`: right after it, else before it with no other harm between."""
    verb = tokens[at].lower in _HARM_VERBS
    after = [n for n in numbers if at < n.at <= at + 4 and _plain(tokens, at + 1, n.at, other) and _people(tokens, n)]
    before = [
        n
        for n in numbers
        if n.end <= at and at - n.end <= _PEOPLE_GAP + 2 and _plain(tokens, n.end, at, other) and _people(tokens, n)
    ]
    passive = at and tokens[at - 1].lower in {"were", "was", "been", "are"}
    if verb and after and not (passive and before):
        return after[0]
    return before[-1] if before else None


def _plain(tokens: Sequence[Token], start: int, end: int, other: frozenset[str]) -> bool:
    return not any(tokens[i].lower in {";", ":", "."} or tokens[i].lower in other for i in range(start, end))


def _people(tokens: Sequence[Token], number: _Number) -> bool:
    after = tokens[number.end].lower if number.end < len(tokens) else ""
    before = tokens[number.at - 1].lower if number.at else ""
    return after not in _NOT_PEOPLE and before not in _NOT_COUNTED


def _qualified(text: str, tokens: Sequence[Token], number: _Number) -> Bounds:
    left = text[tokens[max(0, number.at - 4)].start : tokens[number.at].start].lower()
    if _LOW.search(left):
        return number.low, None
    if _HIGH.search(left):
        return None, number.low
    return number.low, number.high
