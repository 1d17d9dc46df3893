"""Splits a text into sentences and keeps the offsets."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

# one class of characters comes first, so that the scan passes over all others at once
_END = re.compile(r"[.!?…\n](?:(?<=\n)(?:\s*\n)?|(?<!\n)[.!?…]*[\"'”’»)\]]*(?=\s|$))")
# a page that lost its line breaks: inside a sentence none of these words has a capital ("were freed As a result of")
_TORN = re.compile(
    r"[ \xa0](?<=[a-z]{3}[ \xa0])(?=(?:As|The|In|On|It|He|She|They|This|These|But|However|Meanwhile|According|After"
    r"|When|While|If) [a-z])"
)
_OPENS = re.compile(r"\s*[\"'“‘«(\[]*[A-Z0-9À-ÖØ-ÞА-ЯİŞĞ]|\s*$|\s*[\"'“‘«(\[]*[^\x00-\u024f]")
_REACH = 24  # characters before a full stop: more than an abbreviation has
_WORD = re.compile(r"[^\s\"'“‘«(\[]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: half-open offsets into the text, white space at both ends left out."""

    start: int
    end: int


@cache
def abbreviations() -> frozenset[str]:
    """Words after which a full stop does not end a sentence, in lower case (`lexicons/abbreviations.csv`)."""
    with (Path(__file__).parent / "lexicons" / "abbreviations.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(row["abbreviation"] for row in csv.DictReader(lines))


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; every character that is not white space lies in exactly one.

    >>> [(s.start, s.end) for s in split_sentences("Gen. Ali left. He said no.")]
    [(0, 14), (15, 26)]
    """
    found, start = [], 0
    for mark in _END.finditer(text):
        if _ends_sentence(text, start, mark):
            found.append((start, mark.end()))
            start = mark.end()
    found.append((start, len(text)))
    pieces = [_strip(text, *piece) for piece in (_torn(text, found) if _TORN.search(text) else found)]
    return tuple([Sentence(start=first, end=last) for first, last in pieces if first < last])


def _torn(text: str, sentences: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sentences in their pieces, where the text has lost what parted them."""
    for start, end in sentences:
        yield from pairwise([start, *(mark.end() for mark in _TORN.finditer(text, start, end)), end])


def _ends_sentence(text: str, start: int, mark: re.Match[str]) -> bool:
    if "\n" in mark.group():
        return True
    if not _OPENS.match(text, mark.end()):
        return False
    if mark.group() != ".":
        return True
    before = _last_word(text[max(start, mark.start() - _REACH) : mark.start()])
    initial = len(before) == 1 and before.isupper()
    return not (initial or before.lower() in abbreviations())


def _last_word(told: str) -> str:
    if not told or told[-1].isspace():
        return ""
    word = _WORD.search(told.rsplit(None, 1)[-1])
    return word.group() if word else ""


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
