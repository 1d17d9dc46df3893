"""Who says it: whom "we" and "I" mean, and whether anybody is named at all."""

import dataclasses

from extractors.events.casting import SPEECH, Roles
from extractors.events.grammar.trigger import Trigger
from extractors.events.speech.claims import Claims
from extractors.language.tree import Tree
from schemas.mention import ActorMention, Party

_OURSELVES = frozenset({"i", "we"})


def voiced_by(roles: Roles, tree: Tree, trigger: Trigger, claims: Claims) -> Roles:
    """The roles of an act of speech, its speaker put in where only "we" or "I" acts: "We demand", the envoy said."""
    if trigger.kind not in SPEECH or roles.actors:
        return roles
    head = next((at for at in trigger.heads("actor") if tree.tokens[at].text.lower() in _OURSELVES), None)
    claim = claims.of(trigger) if head is not None else None
    if head is None or claim is None:
        return roles
    parties = claim.parties or (Party(name=claim.speaker, text=claim.speaker),)
    start, end = claim.span
    actors = tuple(ActorMention(start=start, end=end, party=party, rule="speaker of `we`") for party in parties)
    return dataclasses.replace(roles, actors=actors)


def is_voiced(tree: Tree, trigger: Trigger) -> bool:
    """Whether a verb's noun says who speaks, though nobody knows the party ("local traders"); no pronoun does."""
    return tree.tokens[trigger.token].pos == "VERB" and any(
        tree.tokens[head].pos in {"NOUN", "PROPN"} for head in trigger.heads("actor")
    )
