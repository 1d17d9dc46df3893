"""Nouns that point back at what was told before: `the group claimed the assault`, `it was the third raid in a week`."""

import dataclasses
from collections.abc import Sequence

from extractors.events.grammar.patterns import kinds_in
from extractors.events.grammar.trigger import Trigger
from extractors.events.once.aftermath import last_violent
from extractors.language.tree import Tree
from schemas.mention import Mention, Party

_POINTING = frozenset({"the", "this", "that", "these", "those", "both"})
_OWN = ("nmod", "acl", "conj", "appos")
_DEEDS = kinds_in("violent") - {"protest", "truce_violation", "territory_gain", "siege"}


def points_back(told: Sequence[Mention], tree: Tree, trigger: Trigger, others: Sequence[Trigger]) -> bool:
    """Whether a noun only names a violent event that an earlier sentence told."""
    if trigger.kind not in _DEEDS or tree.tokens[trigger.token].pos != "NOUN":
        return False
    if last_violent(told, tree.parse.start) is None:
        return False
    return _is_predicate(tree, trigger.token) or (_is_bare(tree, trigger.token) and _is_claimed(tree, trigger, others))


def with_author(told: list[Mention], start: int, authors: Sequence[Party]) -> None:
    """Adds who claims it to the last violent event told, in place, where its author was not known."""
    at = last_violent(told, start)
    if at is not None and authors and not told[at].actors:
        told[at] = dataclasses.replace(told[at], actors=tuple(authors))


def _is_predicate(tree: Tree, at: int) -> bool:
    subjects = tree.kids(at, "nsubj")
    return bool(tree.kids(at, "cop")) and any(tree.words[kid] in {"it", "this", "that"} for kid in subjects)


def _is_bare(tree: Tree, at: int) -> bool:
    """Whether a noun says nothing of its own: no place, no victim, no date."""
    pointing = any(tree.words[kid] in _POINTING for kid in tree.kids(at, "det"))
    return pointing and not tree.kids(at, *_OWN)


def _is_claimed(tree: Tree, trigger: Trigger, others: Sequence[Trigger]) -> bool:
    claims = {other.token for other in others if other.kind == "responsibility_claim"}
    return bool(claims & set(tree.up(trigger.token)))
