"""The cheap test that decides which sentences are parsed: whether their bare words could tell an event at all."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from extractors.countries import country_names
from extractors.events.grammar.patterns import noun_forms, verb_forms
from extractors.events.grammar.scene import AGENTS, load_classes
from extractors.events.triggers.entries import Entry, load_entries

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LENGTH = 3000  # characters of the longest sentence that is parsed: what is longer is a table or a list
# Classes that names, pronouns and places also fill, so that no list of words can rule them out.
_OPEN = AGENTS | {"place", "territory", "number", "site", "animate", "property", "position", "self", "quantity"}


# Words of violence that everyday news also uses of markets, games and weather.
_PLAIN = frozenset(
    "find hit strike leave use open fire take hold hurt level rock shake claim drop land fall damage attempt bid beat "
    "lose set poison stone abuse hang capture seize storm raid target execute ram cut bar gut blast "
    "explosion gas".split()
)
_BRUTE = frozenset(
    "airstrike shelling bombing grenade suicide_bombing chemical_attack attack abduction sexual_violence mob_violence "
    "riot crowd_dispersal".split()
)
_NOBODY = frozenset({"no", "nobody", "none", "without"})
_HARMED = frozenset({"casualties", "injuries", "deaths", "fatalities", "hurt", "injured", "wounded"})
_SHORT = 3


_ENGAGED = 0.4  # share of the sentences of an article from which all of it is taken for news of conflict or politics
_FEW = 3

Groups = tuple[frozenset[str], ...]
Needs = Mapping[str, tuple[Groups, ...]]


class Gate:
    """Which words may tell events, and which other words each of them needs beside it in the sentence."""

    def __init__(self, strict: Needs, loose: Needs) -> None:
        self._strict = strict
        self._loose = loose

    def choose(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[int]:
        """The numbers of the sentences that are worth a parse.

        In an article that tells much of states, the armed and crowds, and in one of few sentences, every sentence with
        the words of an event is; elsewhere only one that also names somebody whose acts are events.

        >>> text = "Rebels seized the town. It was a warm day."
        >>> open_gate().choose(text, [(0, 23), (24, 42)])
        [0]
        """
        words = [_words_of(text[start:end]) if end - start <= _LENGTH else frozenset() for start, end in sentences]
        chosen = [n for n, found in enumerate(words) if _passes(self._strict, found) or _says_no_harm(found)]
        if len(sentences) > _FEW and len(chosen) < _ENGAGED * len(sentences):
            return chosen
        known = set(chosen)
        return [n for n, found in enumerate(words) if n in known or _passes(self._loose, found)]


def _says_no_harm(words: frozenset[str]) -> bool:
    """Whether a sentence may say of the event before it that nobody was hurt ("no casualties were reported")."""
    return bool(words & _NOBODY and words & _HARMED)


def _words_of(sentence: str) -> frozenset[str]:
    words = set(_WORD.findall(sentence.lower()))
    words |= {part for word in words if "-" in word for part in word.split("-")}
    return frozenset(words)


def _passes(needs: Needs, words: frozenset[str]) -> bool:
    return any(all(group & words for group in wanted) for word in words & needs.keys() for wanted in needs[word])


@cache
def open_gate(folder: str | None = None) -> Gate:
    """The gate of the entries, a user's own included."""
    groups = _Groups(folder)
    strict: dict[str, dict[Groups, None]] = {}
    loose: dict[str, dict[Groups, None]] = {}
    for form, by_pos in load_entries(folder).items():
        for entry in (entry for entries in by_pos.values() for entry in entries):
            wanted = groups.wanted(entry)
            loose.setdefault(form, {})[wanted] = None
            strict.setdefault(form, {})[groups.publicly(entry, wanted)] = None
    return Gate(_simplified(strict), _simplified(loose))


class _Groups:
    """The words that entries need beside their own, each set made once."""

    def __init__(self, folder: str | None) -> None:
        members: dict[str, set[str]] = {}
        for word, classes in load_classes(folder).items():
            for name in classes:
                members.setdefault(name, set()).update(_forms(word))
        self._members = {name: frozenset(words) for name, words in members.items()}
        self._public = self._words_of_public()
        self._made: dict[tuple[str, frozenset[str]], frozenset[str]] = {}

    def wanted(self, entry: Entry) -> Groups:
        """Groups of words of each of which the sentence must hold one, if the entry is to hold."""
        groups = [self._make("lemma", frozenset({word})) for word in entry.tail]
        for need in entry.needs:
            if need.absent or need.keys in {("gov",), ("comp-of",)} or not need.values:
                continue
            if need.test == "lemma" or not need.values & _OPEN:
                groups.append(self._make(need.test, need.values))
        return tuple(groups)

    def publicly(self, entry: Entry, wanted: Groups) -> Groups:
        """The groups, and the public unless the entry's word is one of plain violence."""
        return (*wanted, self._public) if entry.kind not in _BRUTE or entry.word in _PLAIN else wanted

    def _make(self, test: str, values: frozenset[str]) -> frozenset[str]:
        made = self._made.get((test, values))
        if made is None:
            parts = [_forms(word) if test == "lemma" else self._members.get(word, frozenset()) for word in values]
            made = self._made[test, values] = frozenset().union(*parts)
        return made

    def _words_of_public(self) -> frozenset[str]:
        """Words of those whose acts are events: states and peoples, the armed, officials, bodies, crowds."""
        names = {
            word
            for country in country_names().values()
            for name in (country.name, *country.demonyms)
            for word in name.lower().split()
            if len(word) > _SHORT
        }
        return frozenset(names) | self._members.get("public", frozenset())


@cache
def _forms(word: str) -> frozenset[str]:
    return noun_forms(word) | verb_forms(word) if word.isalpha() else frozenset({word})


def _simplified(found: Mapping[str, Mapping[Groups, None]]) -> Needs:
    """The conditions of each word, none of them where one asks for nothing."""
    return {form: ((),) if () in wanted else tuple(wanted) for form, wanted in found.items()}
