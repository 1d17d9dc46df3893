"""The small language of the event lexicons: patterns over words, compiled once.

A pattern is a row of elements: `a|b` one of these words, `a|b/V` any form of these verbs, `a|b/N` these nouns in
either number, `[a|b]` the same but optional, `*` up to four words of any kind and `**` up to fourteen, without a full
stop, semicolon, colon or bracket among them.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from extractors.events.grammar.tables import FOLDER
from schemas.errors import ConfigurationError

GAPS = {"*": 4, "**": 14}
_TOKEN = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word or mark: offsets into the text, and its lower-case form."""

    start: int
    end: int
    lower: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element of a pattern; no words: a gap."""

    words: frozenset[str] = frozenset()
    optional: bool = False
    gap: int = 0


Pattern = tuple[Element, ...]


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Words and marks of a stretch of text, in order.

    >>> [token.lower for token in tokenize("Cease-fire, now")]
    ['cease-fire', ',', 'now']
    """
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return tuple(Token(start=m.start(), end=m.end(), lower=m.group().lower()) for m in found)


def read_lexicon(name: str) -> list[dict[str, str]]:
    """Rows of the lexicon `name`.csv, in order."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def any_of(patterns: Iterable[str]) -> str:
    """One pattern for several, all of which begin with a word: the engine tries them only where one begins."""
    return rf"\b(?:{'|'.join(f'(?:{pattern})' for pattern in patterns)})"


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    return {row["lemma"]: (row["past"], row["participle"]) for row in read_lexicon("irregular_verbs")}


@cache
def participle_forms() -> frozenset[str]:
    """Participles of the irregular verbs; those of regular verbs end in -ed."""
    return frozenset(row["participle"] for row in read_lexicon("irregular_verbs"))


@cache
def bare_pasts() -> frozenset[str]:
    """Past forms of the irregular verbs that are no participle of any: fell, took, began."""
    return frozenset(row["past"] for row in read_lexicon("irregular_verbs")) - participle_forms()


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of a class of `lexicon/function_words.csv`, in lower case."""
    return frozenset(row["word"] for row in read_lexicon("function_words") if row["class"] == name)


@cache
def kinds_in(group: str) -> frozenset[str]:
    """The kinds of a group of `lexicon/kind_groups.csv`: violent, weapon, wish, speech, particular, sanction."""
    return frozenset(row["kind"] for row in read_lexicon("kind_groups") if row["group"] == group)


def verb_forms(lemma: str) -> frozenset[str]:
    """All forms of a verb (both spellings where the last consonant may double).

    >>> sorted(verb_forms("flee"))
    ['fled', 'flee', 'fleeing', 'flees']
    """
    if lemma == "be":
        return words_of("be") | {"be", "is", "are", "was", "were", "been", "being"}
    stems = [lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma]
    if re.search(r"[^aeiou][aeiou][bdglmnprt]$", lemma):
        stems.append(lemma + lemma[-1])
        if re.fullmatch(r"[^aeiou]*[aeiou][bdglmnprt]", lemma):
            del stems[0]  # one syllable always doubles: "raped" is no form of "rap"
    forms = {lemma, _third(lemma), *(stem + "ing" for stem in stems)}
    if lemma in _irregular():
        return frozenset(forms | set(_irregular()[lemma]))
    if re.search(r"[^aeiou]y$", lemma):
        return frozenset(forms | {lemma[:-1] + "ied"})
    return frozenset(forms | {stem + "ed" for stem in stems})


def noun_forms(lemma: str) -> frozenset[str]:
    """A noun in both numbers."""
    return frozenset({lemma, _third(lemma)})


def _third(lemma: str) -> str:
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if re.search(r"(s|x|z|ch|sh|go)$", lemma) else "s")


@cache
def compile_pattern(pattern: str) -> Pattern:
    """The elements of a pattern.

    Raises:
        ConfigurationError: the pattern is empty, or begins with a gap or an optional element.
    """
    elements = tuple(_element(part) for part in pattern.split())
    if not elements or elements[0].optional or not elements[0].words:
        raise ConfigurationError(f"a pattern begins with a word: {pattern!r}")
    return elements


def _element(part: str) -> Element:
    if part in GAPS:
        return Element(gap=GAPS[part])
    optional = part.startswith("[")
    words, _, forms = part.strip("[]").partition("/")
    return Element(words=frozenset().union(*(_spread(word, forms) for word in words.split("|"))), optional=optional)


def _spread(word: str, forms: str) -> frozenset[str]:
    if forms == "V":
        return verb_forms(word)
    return noun_forms(word) if forms == "N" else frozenset({word})


def match_pattern(pattern: Sequence[Element], tokens: Sequence[Token], at: int) -> tuple[int, ...] | None:
    """The indices of the tokens that the shortest match from token `at` takes, gaps left out; None: no match."""
    if not pattern:
        return ()
    head, rest = pattern[0], pattern[1:]
    if head.gap:
        return _match_gap(head.gap, rest, tokens, at)
    if at < len(tokens) and tokens[at].lower in head.words:
        found = match_pattern(rest, tokens, at + 1)
        if found is not None:
            return (at, *found)
    return match_pattern(rest, tokens, at) if head.optional else None


def _match_gap(gap: int, rest: Sequence[Element], tokens: Sequence[Token], at: int) -> tuple[int, ...] | None:
    stops = words_of("stop")
    for start in range(at, min(at + gap, len(tokens)) + 1):
        found = match_pattern(rest, tokens, start)
        if found is not None:
            return found
        if start >= len(tokens) or tokens[start].lower in stops:
            return None
    return None


def first_words(patterns: Iterable[tuple[int, Pattern]]) -> dict[str, list[int]]:
    """Index from the first word of a match to the patterns that may begin there, in order."""
    index: dict[str, list[int]] = {}
    for number, pattern in patterns:
        for word in pattern[0].words:
            index.setdefault(word, []).append(number)
    return index
