"""ACLED sub-events finer than the kind's own, where the sides and the dead say which."""

from collections.abc import Sequence

from extractors.events.grammar.trigger import Trigger
from extractors.events.harm.counts import Counts
from schemas.mention import Party

_NON_STATE = frozenset({"REB", "UAF", "PRM", "ISM", "CRM"})
_LIVE_FIRE = frozenset({"fire", "shoot", "kill", "open"})


def finer_acled(trigger: Trigger, actors: Sequence[Party], targets: Sequence[Party], counts: Counts) -> str | None:
    """The sub-event, or None for that of the kind.

    Ground that an armed group takes is no longer the government's; police who kill demonstrators, or shoot at them,
    use excessive force.
    """
    del targets
    if trigger.kind == "territory_gain" and any(party.sector in _NON_STATE for party in actors):
        return "Non-state actor overtakes territory"
    if trigger.kind == "crowd_dispersal" and (counts.deaths[0] or _LIVE_FIRE & set(trigger.entry.split())):
        return "Excessive force against protesters"
    return None
