"""Where an article quotes: stretches between quotation marks, over sentences and paragraphs."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

_MARKS = re.compile(r"[“”\"„«»]|\n\s*\n|\n")
_WORDS = 4  # shorter ones are single words in quotation marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Half-open offsets between two marks, the number of the paragraph, and whether no mark closes it there."""

    start: int
    end: int
    paragraph: int
    is_open: bool = False


def find_quotations(text: str) -> list[Quotation]:
    """The quotations of a text, in order; one that runs on into the next paragraph is one for each paragraph.

    >>> text = 'He said: "We have left the town." Then he went.'
    >>> [text[quote.start : quote.end] for quote in find_quotations(text)]
    ['We have left the town.']
    """
    found: list[Quotation] = []
    paragraph, opened = 0, -1
    for mark in _MARKS.finditer(text):
        sign = mark.group()
        if "\n" in sign:
            if opened >= 0:
                found.append(Quotation(start=opened, end=mark.start(), paragraph=paragraph, is_open=True))
            paragraph, opened = paragraph + 1, -1
        elif sign in "“„«" or (sign == '"' and opened < 0):
            opened = mark.end()
        elif opened >= 0:
            found.append(Quotation(start=opened, end=mark.start(), paragraph=paragraph))
            opened = -1
    return [quote for quote in found if len(text[quote.start : quote.end].split()) >= _WORDS]


def sentences_of_speakers(text: str, sentences: Sequence[tuple[int, int]], chosen: Collection[int]) -> list[int]:
    """The sentences where quotations over several sentences begin and end, if one of theirs was chosen.

    They say who speaks, though they may tell nothing themselves.

    >>> text = '"The rebels left Gao. It is a warm day," he said.'
    >>> sentences_of_speakers(text, [(0, 21), (22, 49)], {0})
    [1]
    """
    found: set[int] = set()
    for quote in find_quotations(text):
        first = bisect_right(sentences, quote.start, key=lambda span: span[0]) - 1
        last = bisect_left(sentences, quote.end, key=lambda span: span[0]) - 1
        if 0 <= first < last and any(number in chosen for number in range(first, last + 1)):
            found |= {first, last}
    return sorted(found.difference(chosen))
