"""Persons that a text names: their spans, and the surnames by which they come back."""

import bisect
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.places.gazetteer.lookup import Gazetteer
from extractors.places.recognition.words import Word
from extractors.places.wordlists import everyday_words, given_names, heads, kin, ordinary_words, pointed_titles, titles

_PLACE_BEGINNINGS = frozenset(
    "san santa santo sao st saint ste fort ft port mount mt lake cape camp el los las".split()
)
_PARTICLES = frozenset("al el ul ad an ar as ash at az ed er es ez de del della di da do dos das du la le".split())
_LARGE = 100_000
SHORTEST = 3  # letters of a surname


@dataclass(slots=True)
class Persons:
    """Spans of persons' names, and surnames."""

    spans: list[tuple[int, int]] = field(default_factory=list)
    surnames: set[str] = field(default_factory=set)

    def cover(self, start: int, end: int) -> bool:
        """Whether a stretch lies inside a person's name."""
        at = bisect.bisect_right(self.spans, (start, math.inf)) - 1  # they are in order
        return at >= 0 and end <= self.spans[at][1]

    def are_called(self, start: int, end: int) -> bool:
        """Whether a stretch is the whole of a person's name."""
        at = bisect.bisect_right(self.spans, (start, math.inf)) - 1
        return at >= 0 and (start, end) == self.spans[at]


def find_persons(text: str, runs: Sequence[Sequence[Word]], gazetteer: Gazetteer) -> Persons:
    """Persons told by a title or a given name before a capitalised word."""
    found = Persons()
    for run in runs:
        if len(run) == 1 and not _titled(text, run, 0):
            continue  # as most are
        at = 0
        while at < len(run):
            first = _first_name(text, run, at, gazetteer)
            last = _end_of_name(run, first) if first is not None else at
            if first is not None and last > first + (1 if first == at and not _titled(text, run, first) else 0):
                given = last - first == 1 and _word_before(text, run[first].start) in kin()
                _keep(found, run, first, last, given=given)
            at = max(last, at + 1)
    return found


def _keep(found: Persons, run: Sequence[Word], first: int, last: int, *, given: bool) -> None:
    found.spans.append((run[first].start, run[last - 1].bare))
    if given:
        return  # "her sister Paris" says nothing of a surname
    surname = run[last - 1].bare_key
    if len(surname) >= SHORTEST and surname not in everyday_words():
        found.surnames.add(surname)


def _first_name(text: str, run: Sequence[Word], at: int, gazetteer: Gazetteer) -> int | None:
    """Index of the first word of a person's name that begins at a word or, after a title, behind it."""
    if at + 1 < len(run) and run[at].key in titles() and run[at + 1].key not in heads():
        return at + 1 if run[at + 1].text[0].isupper() else None
    if at == 0 and _titled(text, run, 0):
        return 0
    word = run[at]
    if at == 0 and _has_middle_name(run, gazetteer):
        return 0
    if word.text not in given_names() or at + 1 >= len(run) or word.key in _PARTICLES:
        return None  # "Al-Hol" is no Al
    if at and run[at - 1].key in _PLACE_BEGINNINGS:
        return None
    return None if _is_large(word, gazetteer) and run[at + 1].key in heads() else at


def _is_large(word: Word, gazetteer: Gazetteer) -> bool:
    """Whether a country, a division or a large town bears a word."""
    return any(p.feature in "CA" or p.population >= _LARGE for p in gazetteer.bearers(word.key))


def _has_middle_name(run: Sequence[Word], gazetteer: Gazetteer) -> bool:
    """Whether a run begins with a first name that no list has, a given name and a surname: "Memphis Lee Carter"."""
    if len(run) < 3 or run[1].text not in given_names() or (len(run) > 3 and run[3].text[0].isupper()):
        return False
    if run[0].text.isupper() or any(word.bare < word.end for word in run[:2]) or _is_large(run[1], gazetteer):
        return False  # a dateline, an owner, or a place behind a place
    return not any(word.bare_key in ordinary_words() or word.text[0].islower() for word in run[:3])


def _titled(text: str, run: Sequence[Word], at: int) -> bool:
    before = run[at - 1].key if at else _word_before(text, run[0].start)
    if before not in titles() and before not in kin():
        return False
    word = run[at]
    return not (word.key in heads() or word.key in everyday_words() or "." in word.text)


def _word_before(text: str, start: int) -> str:
    if not start or text[start - 1] != " ":
        return ""
    words = text[max(0, start - 20) : start].rsplit(None, 1)
    if not words:
        return ""
    word = words[-1].lower()
    return word if word[-1] != "." else word[:-1] if word[:-1] in pointed_titles() else ""


def _end_of_name(run: Sequence[Word], first: int) -> int:
    """Index after the name: at most four words, none that says what else it is."""
    at = first
    while at < len(run) and at - first < 4:
        word = run[at]
        if word.text[0].islower() and word.text not in _PARTICLES:
            break
        if at > first and (word.key in everyday_words() or word.key in heads()) and word.text[0].isupper():
            break
        at += 1
        if run[at - 1].bare != run[at - 1].end:
            break  # a possessive ends it
    while at > first and run[at - 1].text[0].islower():
        at -= 1
    return at
