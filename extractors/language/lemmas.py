"""Lemmas from a table of endings: the longest ending of a word that the table knows, per part of speech, decides."""

import gzip
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

# One rule: how many characters to cut off at the end, and what to put there instead.
Rule = tuple[int, str]
_REMEMBERED = 12_000  # words; most of a text is the same few thousand, and a long run sees ever new names
KEPT = ("PROPN", "X", "SYM", "NUM")  # their lemmas keep their letter case
_PEOPLE = re.compile(r"^[A-Z][a-z]+(?:ian|ean|ese|ish|[aeo]li|[aiq]i)$")  # an adjective in capitals: Syrian, Iraqi
_WHOLE = "^"  # stands before an ending that is the whole word
_LONGEST = 9


class Lemmatizer:
    """Finds lemmas; see `learn` in the training recipe for how the table is made.

    Args:
        rules: (part of speech, ending) -> rule; an ending that begins with ^ is the whole word.
        names: How names that were seen are written, by their lower-case form.
        cased: Lemmas of other words that are written with a capital: "ADJ syrian" -> "Syrian".
    """

    def __init__(self, rules: dict[tuple[str, str], Rule], names: dict[str, str], cased: dict[str, str]) -> None:
        self._rules = rules
        self._names = names
        self._cased = cased
        self._known: dict[tuple[str, str], str] = {}

    def lemma(self, word: str, pos: str) -> str:
        """The lemma of a word: in lower case, except for names."""
        key = (word, pos)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            found = self._known[key] = self._find(word, pos)
        return found

    def lemma_in_capitals(self, word: str, pos: str) -> str:
        """The lemma of a word of a sentence in capitals: names get small letters, but for known capitals."""
        if pos == "PROPN" and len(word) > 3:
            word = self._names.get(word.lower(), word.capitalize())
        return self.lemma(word, pos)

    def _find(self, word: str, pos: str) -> str:
        form = word if pos in KEPT else word.lower()
        lemma = self._cut(form, pos)
        if pos in KEPT or (word.islower() and pos != "PRON"):
            return lemma
        known = self._cased.get(f"{pos} {lemma}")
        return known or (lemma.capitalize() if pos == "ADJ" and _PEOPLE.search(word) else lemma)

    def _cut(self, form: str, pos: str) -> str:
        for ending in _endings(form.lower()):
            rule = self._rules.get((pos, ending))
            if rule:
                return form[: len(form) - rule[0]] + rule[1]
        return form


def _endings(form: str) -> Iterable[str]:
    yield _WHOLE + form
    for length in range(min(_LONGEST, len(form) - 1), 0, -1):
        yield form[-length:]


@cache
def read_lemmatizer(path: Path) -> Lemmatizer:
    """The lemmatizer of a table: lines of part of speech, ending, characters to cut, and what to put there."""
    rules: dict[tuple[str, str], Rule] = {}
    names: dict[str, str] = {}
    cased: dict[str, str] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            pos, ending, cut, put = line.rstrip("\n").split("\t")
            if pos == "case":
                cased[ending] = put
            elif pos == "name":
                names[ending] = put
            else:
                rules[pos, ending] = (int(cut), put)
    return Lemmatizer(rules, names, cased)
