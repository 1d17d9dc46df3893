"""Where an article quotes: stretches between quotation marks, over sentences and paragraphs."""

import re
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
