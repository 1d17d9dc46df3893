"""What a denial or a decree makes of the event that it speaks of."""

import dataclasses
from collections.abc import Sequence

from extractors.events.certainty.outcome import Status
from extractors.events.grammar.trigger import Trigger
from schemas.mention import Mention

_OFF = "called off"  # which is conceding something
_CALLED_OFF = frozenset({"call off", "postpone", "cancel", "scrap"})
_DECREES = frozenset({"operators.csv: decide", "operators.csv: order", "operators.csv: decree"})


def coded_status(status: Status) -> str:
    """The status for the codes: a court's order or a cabinet's decision is the act itself."""
    decreed = status.status == "planned" and status.rule in _DECREES
    return "occurred" if decreed or status.rule == _OFF else status.status


def with_its_negation(trigger: Trigger, status: Status) -> Status:
    """Aid that is not let through is blocked in fact: the negation is part of the words that tell it."""
    if trigger.rule == "future" and trigger.kind in {"threat", "accusation"}:  # "will retaliate", "is to blame"
        return dataclasses.replace(status, status="occurred", rule="the future is part of the words")
    if trigger.kind == "truce_violation" and status.rule == "operators.csv: call":  # "called the post a violation"
        return dataclasses.replace(status, status="occurred", rule="so called")
    if trigger.kind == "protest" and trigger.entry.partition(": ")[2] in _CALLED_OFF:
        return dataclasses.replace(status, status="negated", rule=_OFF)
    told = trigger.rule == "negation" and trigger.kind in {"aid_blocked", "rejection"}
    if told and status.status == "negated":
        return dataclasses.replace(status, status="occurred", rule="the negation is part of the words")
    return status


def without_denied(told: Sequence[Mention]) -> list[Mention]:
    """Events less those that a denial speaks of and the article records otherwise: the denial is the rejection."""
    denials = {event.quote_start for event in told if event.kind == "rejection"}
    recorded = {event.kind for event in told if event.status != "negated"}
    return [
        event
        for event in told
        if not (event.status == "negated" and event.quote_start in denials and event.kind in recorded - {"rejection"})
    ]
