"""What the parse hangs on a generic agent: the name in apposition, and the owner behind it."""

from extractors.actors.mentioned import Mentioned
from extractors.actors.naming import FIGHTING, name_owned
from extractors.actors.organs import as_state
from extractors.actors.scene import Scene
from extractors.actors.spot import Spot

_MEN = frozenset({"man", "people", "side", "member"})  # "its men" are the body itself
ORGANS = frozenset({"MIL", "GOV", "COP", "LEG", "JUD", "SPY"})


def apposed_heads(spot: Spot) -> list[int]:
    """Names that say who a common noun is; the parse may take ", a name," for a member of a list."""
    if spot.token.pos == "PROPN" and spot.token.text[0].isupper():
        return []
    tokens = spot.tree.tokens
    named = [kid for kid in spot.kids("appos", "flat") if tokens[kid].pos == "PROPN"]
    listed = [
        kid
        for kid in spot.kids("conj")
        if tokens[kid].pos == "PROPN" and spot.tree.kid(kid, "cc") is None and len(spot.kids("conj")) == 1
    ]
    return named + listed


def name_behind(scene: Scene, one: Mentioned, owner: Mentioned, case: str) -> list[Mentioned]:
    """Who an agent is whose owner stands behind it; none if that only says where it is."""
    agent = one.agent
    if agent is None or (owner.kind in {"agent", "site"} and owner.owner is None):
        return []
    if owner.rule.startswith("two `") or (agent.lemma in _MEN and owner.kind == "body" and case != "in"):
        return [owner]
    state = as_state(owner)
    if (owner.kind == "agent" or case == "in") and (state.kind != "state" or agent.sector not in ORGANS):
        return []
    if state.kind == "state" and agent.sector == "GOV" and agent.sort == "person" and agent.plural:
        return [state._replace(rule="officials of a state")]
    if owner.entry is None or owner.kind in {"person", "leader"}:
        return [owner._replace(rule="fighters of a person or body")] if agent.sector in FIGHTING else []
    entry = owner.entry._replace(kind="state") if owner.kind == "capital" else owner.entry
    named = name_owned(agent, one.text, entry, owner.text, plain=True)
    rule = "agents.csv with an owner in the parse"
    if owner.entry.kind == "body" and named.name != owner.name and case:
        named = named._replace(name=f"{one.name} {case} {owner.text}")
    return [
        one._replace(
            name=scene.canonical(named.name),
            country=named.country,
            sector=named.sector,
            owner=owner.entry,
            rule=rule,
        )
    ]
