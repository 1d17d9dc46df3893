"""What only accompanies another event of its sentence: tyres that rioters burn, who backs the troops that attack."""

from collections.abc import Sequence

from extractors.events.grammar.functions import Grammar
from extractors.events.grammar.patterns import kinds_in
from extractors.events.grammar.trigger import Trigger

_BURNT = frozenset({"burn", "chant", "shout"})


def accompanies(grammar: Grammar, trigger: Trigger, others: Sequence[Trigger]) -> bool:
    """Whether a trigger tells nothing besides another of its sentence.

    Who burns tyres and throws stones riots; "troops, backed by jets, took the town" tells of no endorsement.
    """
    token = grammar.tree.tokens[trigger.token]
    if trigger.kind == "protest" and token.lemma.lower() in _BURNT:
        return any(other.kind == "riot" for other in others)
    if trigger.kind != "support" or token.relation != "acl":
        return False
    return any(other.kind in kinds_in("violent") and token.head in other.heads("actor") for other in others)
