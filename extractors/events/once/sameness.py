"""When two tellings of one article tell the same event: nothing that they say keeps them apart."""

import re
from collections.abc import Sequence

from extractors.events.grammar.patterns import kinds_in
from schemas.mention import Mention, Party

SPEECH = kinds_in("speech")
VIOLENT = kinds_in("violent") | {"siege"}
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those)\s+(?:\w+\s+)?$", re.IGNORECASE)
_GENERAL = re.compile(
    r"(?:attacks?|assaults?|raids?|strikes?|bombings?|blasts?|explosions?|shelling|offensive|operation|violence|clash(?:es)?"
    r"|fighting|killings?|massacre|incident|ambush|shooting|bombardment|battle|siege|blockade|war)$",
    re.IGNORECASE,
)
_MANY = re.compile(r"(?:attacks|assaults|raids|killings|murders|assassinations|massacres|ambushes)$", re.IGNORECASE)
_NO_EVENT_OF_ITS_OWN = 3  # days between the news and its publication that still are one telling


def is_same(one: Mention, other: Mention) -> bool:
    """Whether two mentions of one kind may be one event."""
    if (one.kind, one.status) != (other.kind, other.status):
        return False
    if _sums_up(one) != _sums_up(other):
        return False
    if one.kind in SPEECH and one.quote_start != other.quote_start and not _overlap(one.actors, other.actors):
        return False
    places = _agree(place_of(one), place_of(other)) and _agree(one.country, other.country)
    return places and _days_agree(one, other) and _sides_agree(one, other) and _counts_agree(one, other)


def _sums_up(event: Mention) -> bool:
    """Whether an event is told as many without number ("has stepped up attacks"): no single one is meant."""
    start = event.trigger_start - event.quote_start
    words = event.quote[start : event.trigger_end - event.quote_start]
    return bool(event.kind == "attack" and _MANY.match(words) and not _DEFINITE.search(event.quote[:start]))


def is_anaphor(event: Mention) -> bool:
    """Whether an event is told by a definite general noun: `the attack`, `the fighting`."""
    start = event.trigger_start - event.quote_start
    words = event.quote[start : event.trigger_end - event.quote_start]
    return bool(event.kind in VIOLENT and _GENERAL.match(words) and _DEFINITE.search(event.quote[:start]))


def refers_to(event: Mention, other: Mention) -> bool:
    """Whether a definite general noun may point at an event told before it."""
    general = event.kind in {other.kind, "attack"} or other.kind == "attack"
    told = {event.status, other.status} <= {"occurred", "ongoing", "unconfirmed"} or event.status == other.status
    if not (general and told and other.kind in VIOLENT and other.quote_start != event.quote_start):
        return False
    places = _agree(place_of(event), place_of(other)) and _agree(event.country, other.country)
    return places and _days_agree(event, other) and _sides_agree(event, other) and _counts_agree(event, other)


def place_of(event: Mention) -> str | None:
    """The place of an event, unless only its country is known."""
    return None if event.place_precision in {"unknown", "country"} else event.place


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _days_agree(one: Mention, other: Mention) -> bool:
    if one.date_start and other.date_start and one.date_end and other.date_end:
        firm = "publication" not in {one.date_basis, other.date_basis}
        apart = one.date_start > other.date_end or other.date_start > one.date_end
        far = abs((one.date_start - other.date_start).days) > _NO_EVENT_OF_ITS_OWN
        return not apart or not (firm or far)
    return one.date_edtf == other.date_edtf or None in {one.date_edtf, other.date_edtf}


def _sides_agree(one: Mention, other: Mention) -> bool:
    sides = [(one.actors, other.actors), (one.targets, other.targets)]
    return all(not a or not b or _overlap(a, b) for a, b in sides)


def _overlap(one: Sequence[Party], other: Sequence[Party]) -> bool:
    return bool({party.name for party in one} & {party.name for party in other})


def _counts_agree(one: Mention, other: Mention) -> bool:
    """Two exact tolls that differ are two events, unless the later one tells what became of the first."""
    for harm in ("deaths", "injured"):
        first, second = ((getattr(e, f"{harm}_low"), getattr(e, f"{harm}_high")) for e in (one, other))
        exact = None not in (*first, *second)
        if exact and first != second and one.quote_start != other.quote_start:
            return False
    return True
