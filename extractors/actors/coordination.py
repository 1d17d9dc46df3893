"""Parties that the text joins and the parse does not: "between X and Y", "X and Y left", "X, Y and Z"."""

import re

from extractors.actors.mentioned import Mentioned
from extractors.actors.roster import Roster
from extractors.actors.spot import Spot

_AND = re.compile(r"\s+and\s+(?:the\s+|its\s+)?(?:[\w-]+\s+)?")
_JOINABLE = frozenset({"state", "body", "capital", "leader"})


def find_joined(text: str, roster: Roster, spot: Spot) -> list[Mentioned]:
    """Mentions joined to the one at the head by `and`, where nothing else can be meant.

    After `between` there are two; and what opens a sentence before `and` shares the verb of what follows.
    """
    one = roster.at(spot.token.start)
    if one is None or not _joinable(one):
        return []
    if spot.case() == "between":
        after = roster.after(one)
        return [after] if after and _joinable(after) and _AND.fullmatch(text[one.end : after.start]) else []
    if spot.token.relation.startswith("nsubj"):
        before = roster.previous(one)
        opens = before and before.start >= spot.tree.parse.start and not _verb_before(spot, before.start)
        if before and opens and _joinable(before) and _AND.fullmatch(text[before.end : one.start]):
            return [before]
    return []


def _joinable(one: Mentioned) -> bool:
    return one.kind in _JOINABLE or (one.kind == "agent" and one.owner is not None)


def _verb_before(spot: Spot, offset: int) -> bool:
    return any(token.pos in {"VERB", "AUX", "SCONJ", "ADP"} for token in spot.tree.tokens if token.start < offset)


def is_list_member(one: Mentioned, other: Mentioned) -> bool:
    """Whether a name that the parse takes for another's apposition is the next of a list: two states are two.

    So are two rebel groups ("Hezbollah, Hamas join truce").
    """
    rebels = one.kind == other.kind == "body" and one.sector == other.sector == "REB"
    return (rebels or one.kind == other.kind == "state") and one.name != other.name
