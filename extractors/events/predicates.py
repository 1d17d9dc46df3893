"""Finds the words that carry events: `lexicon/predicates.csv` over the tokens of one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractors.events.patterns import (
    Pattern,
    Token,
    compile_pattern,
    first_words,
    match_pattern,
    noun_forms,
    participle_forms,
    read_lexicon,
    words_of,
)

REACH = 7  # tokens after (or before) a predicate in which the noun that its row asks for must stand
_BE = words_of("be")
_BARRIER = words_of("stop")
_DETERMINERS = words_of("determiner")
_ADVERBS = words_of("adverb")
_EITHER_SIDE = frozenset({"group", "delegation"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """One row of the lexicon; `object` is the class of noun that must follow (or, in the passive, precede)."""

    number: int
    kind: str
    text: str
    pattern: Pattern
    object: str
    frame: str
    verbal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The tokens that carry an event (gaps left out); `passive` where the verb's subject suffers it."""

    taken: tuple[int, ...]
    predicate: Predicate
    passive: bool

    @property
    def first(self) -> int:
        """Index of the first token."""
        return self.taken[0]

    @property
    def last(self) -> int:
        """Index after the last token."""
        return self.taken[-1] + 1

    @property
    def rule(self) -> str:
        """How `explain` names the row."""
        return f"predicates.csv: {self.predicate.text}"


@cache
def load_predicates() -> tuple[tuple[Predicate, ...], dict[str, list[int]]]:
    """All rows, and the index from a first word to row numbers."""
    rows = tuple(
        Predicate(
            number=number,
            kind=row["kind"],
            text=row["pattern"],
            pattern=compile_pattern(row["pattern"]),
            object=row["object"],
            frame=row["frame"],
            verbal=row["pattern"].split()[0].endswith("/V"),
        )
        for number, row in enumerate(read_lexicon("predicates"))
    )
    return rows, first_words((row.number, row.pattern) for row in rows)


@cache
def nouns_of(name: str) -> frozenset[str]:
    """Nouns of a class of `lexicon/nouns.csv`, in both numbers."""
    rows = [row["noun"] for row in read_lexicon("nouns") if row["class"] == name]
    return frozenset().union(*(noun_forms(noun) for noun in rows))


def find_triggers(tokens: Sequence[Token], named: frozenset[int] = frozenset()) -> list[Trigger]:
    """The predicates of a sentence, none inside another; `named` are the tokens that belong to a place's name.

    Where several rows match from one token, the longest wins; of equally long ones the earlier row.
    """
    rows, index = load_predicates()
    found: list[Trigger] = []
    for at, token in enumerate(tokens):
        numbers = index.get(token.lower, ())
        matches = (_match(rows[number], tokens, at, named) for number in numbers)
        found += sorted((trigger for trigger in matches if trigger), key=_weight, reverse=True)
    return _outermost(found)


def _weight(trigger: Trigger) -> tuple[int, bool, int]:
    return len(trigger.taken), bool(trigger.predicate.object), -trigger.predicate.number


def _outermost(found: list[Trigger]) -> list[Trigger]:
    """Triggers whose tokens no longer or earlier trigger of the same sentence takes."""
    kept: list[Trigger] = []
    for trigger in sorted(found, key=_precedence):
        if not any(_conflict(trigger, other) for other in kept):
            kept.append(trigger)
    return sorted(kept, key=lambda t: t.first)


def _conflict(one: Trigger, other: Trigger) -> bool:
    """Whether two triggers claim the same words; a noun that begins both may carry two events ("agreed", "broken")."""
    shared = set(one.taken) & set(other.taken)
    heads = {one.first, other.first}
    edge = len(shared) == 1 and shared <= heads and one.predicate.kind != other.predicate.kind
    return bool(shared) and not (edge and len(one.taken) > 1 and len(other.taken) > 1)


def _precedence(trigger: Trigger) -> tuple[bool, int, int]:
    """A particular kind of violence goes before the general one, then the longer, then the earlier."""
    return trigger.predicate.kind == "attack", -len(trigger.taken), trigger.first


def _match(predicate: Predicate, tokens: Sequence[Token], at: int, named: frozenset[int]) -> Trigger | None:
    taken = match_pattern(predicate.pattern, tokens, at)
    if not taken or _is_name_or_noun(predicate, tokens, at):
        return None
    passive = predicate.frame in {"subject", "sanction"} and is_passive(tokens, at)
    if predicate.object and not _has_object(predicate.object, tokens, at, taken[-1] + 1, passive=passive, named=named):
        return None
    return Trigger(taken=taken, predicate=predicate, passive=passive or predicate.frame == "passive")


def _is_name_or_noun(predicate: Predicate, tokens: Sequence[Token], at: int) -> bool:
    """A verb row does not match a noun: after a determiner or possessive, a bare form or one in -ing is a noun."""
    if not predicate.verbal or not at:
        return False
    before, word = tokens[at - 1].lower, tokens[at].lower
    return not word.endswith("ed") and before in _DETERMINERS


def is_passive(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb at `at` is a passive participle: after a form of `be`, or before `by`."""
    word = tokens[at].lower
    if not (word.endswith("ed") or word in participle_forms()):
        return False
    before = [token.lower for token in tokens[max(0, at - 4) : at]]
    for earlier in reversed(before):
        if earlier in _BE:
            return True
        if not (earlier.endswith("ly") or earlier in _ADVERBS):
            break
    return at + 1 < len(tokens) and tokens[at + 1].lower == "by"


def _has_object(name: str, tokens: Sequence[Token], at: int, end: int, *, passive: bool, named: frozenset[int]) -> bool:
    before = range(at - 1, max(-1, at - 1 - REACH), -1)
    after = range(end, min(len(tokens), end + REACH))
    sides = (before, after) if name in _EITHER_SIDE else (before,) if passive else (after,)
    return any(_stands_in(name, tokens, side, named) for side in sides)


def _stands_in(name: str, tokens: Sequence[Token], span: range, named: frozenset[int]) -> bool:
    wanted = nouns_of(name)
    for index in span:
        if tokens[index].lower in _BARRIER:
            return False
        if tokens[index].lower in wanted or (name == "territory" and index in named):
            return True
    return False
