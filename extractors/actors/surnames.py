"""Later mentions of a person by surname."""

from bisect import bisect_right
from collections.abc import Sequence

from extractors.actors.mentioned import Mentioned
from extractors.actors.words import Word

_PERSONS = frozenset({"person", "leader"})


def with_surnames(words: Sequence[Word], found: Sequence[Mentioned]) -> list[Mentioned]:
    """Later mentions of a person by the last word of the name; also those that the parse took for somebody new."""
    persons: dict[str, Mentioned] = {}
    for one in found:
        if one.kind in _PERSONS and " " in one.text:
            persons.setdefault(one.text.split()[-1], one)
    if not persons:
        return list(found)
    starts = [one.start for one in found]
    again = [word for word in words if word.text in persons and word.start > persons[word.text].end]
    new = [_again(persons[word.text], word) for word in again if not _covers(found, starts, word)]
    return sorted([*(_known(persons, one) for one in found), *new], key=lambda one: one.start)


def _covers(found: Sequence[Mentioned], starts: Sequence[int], word: Word) -> bool:
    index = bisect_right(starts, word.start) - 1
    return index >= 0 and found[index].end > word.start


def _known(persons: dict[str, Mentioned], one: Mentioned) -> Mentioned:
    """A bare surname that was taken for a person or body of its own, as the person it is."""
    bare = " " not in one.text and one.entry is None and one.kind in {"person", "body"}
    known = persons.get(one.text) if bare else None
    if known is None or known.start > one.start:
        return one
    return _same(known, one.start, one.end, one.text)


def _again(known: Mentioned, word: Word) -> Mentioned:
    return _same(known, word.start, word.end, word.text)


def _same(known: Mentioned, start: int, end: int, text: str) -> Mentioned:
    return known._replace(start=start, end=end, head=start, text=text, rule="surname of a person named before")
