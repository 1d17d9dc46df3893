"""The cheap test that decides which sentences are parsed: whether their bare words could tell an event at all."""

import re
from collections.abc import Mapping
from functools import cache

from extractors.events.entries import Entry, load_entries
from extractors.events.patterns import noun_forms, verb_forms
from extractors.events.scene import AGENTS, load_classes

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LENGTH = 3000  # characters of the longest sentence that is parsed: what is longer is a table or a list
# Classes that names, pronouns and places also fill, so that no list of words can rule them out.
_OPEN = AGENTS | {"place", "territory", "number", "site", "animate", "property", "position", "self", "quantity"}


class Gate:
    """Which words may tell events, and which other words each of them needs beside it in the sentence."""

    def __init__(self, needs: Mapping[str, tuple[tuple[frozenset[str], ...], ...]]) -> None:
        self._needs = needs

    def passes(self, sentence: str) -> bool:
        """Whether a sentence is worth a parse."""
        if len(sentence) > _LENGTH:
            return False
        words = set(_WORD.findall(sentence.lower()))
        words |= {part for word in words if "-" in word for part in word.split("-")}
        for word in words & self._needs.keys():
            for wanted in self._needs[word]:
                if all(group & words for group in wanted):
                    return True
        return False


@cache
def open_gate(folder: str | None = None) -> Gate:
    """The gate of the entries, a user's own included."""
    members: dict[str, set[str]] = {}
    for word, classes in load_classes(folder).items():
        for name in classes:
            members.setdefault(name, set()).update(_forms(word))
    frozen = {name: frozenset(words) for name, words in members.items()}
    found: dict[str, set[tuple[frozenset[str], ...]]] = {}
    for form, by_pos in load_entries(folder).items():
        found[form] = {_wanted(entry, frozen) for entries in by_pos.values() for entry in entries}
    return Gate({form: _simplest(wanted) for form, wanted in found.items()})


def _wanted(entry: Entry, members: Mapping[str, frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Groups of words of each of which the sentence must hold one, if the entry is to hold."""
    groups = [frozenset({word}) for word in entry.tail]
    for need in entry.needs:
        if need.absent or need.keys in {("gov",), ("comp-of",)}:
            continue
        if need.test == "lemma":
            groups.append(frozenset().union(*(_forms(word) | verb_forms(word) for word in need.values)))
        elif need.test == "class" and not need.values & _OPEN:
            groups.append(frozenset().union(*(members.get(name, frozenset()) for name in need.values)))
    return tuple(groups)


def _forms(word: str) -> frozenset[str]:
    return noun_forms(word) | verb_forms(word) if word.isalpha() else frozenset({word})


def _simplest(wanted: set[tuple[frozenset[str], ...]]) -> tuple[tuple[frozenset[str], ...], ...]:
    """The conditions, none of them where one asks for nothing."""
    return ((),) if () in wanted else tuple(wanted)
