"""One event once: what an article tells twice becomes one mention, with the fullest sentence as its quote."""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from extractors.events.patterns import kinds_in
from schemas.mention import Mention, Party

PARTICULAR = kinds_in("particular")  # an attack told beside one of these in one sentence is that form of it
SPEECH = kinds_in("speech")
_FILLED = ("claimed_by", "deaths_low", "deaths_high", "injured_low", "injured_high")


def merge_mentions(events: Sequence[Mention]) -> tuple[Mention, ...]:
    """The events of one article, each once, in the order in which the text first tells them."""
    kept: list[Mention] = []
    for event in _without_general(events):
        match = next((i for i, other in enumerate(kept) if _same(other, event)), None)
        if match is None:
            kept.append(event)
        else:
            kept[match] = _join(kept[match], event)
    return tuple(kept)


def _without_general(events: Sequence[Mention]) -> list[Mention]:
    """Events less the general ones that a particular one of the same sentence already tells."""
    kept = []
    for event in events:
        rivals = [
            other
            for other in events
            if other is not event and other.quote_start == event.quote_start and other.kind in PARTICULAR
        ]
        if event.kind == "attack" and any(_covers(other, event) for other in rivals):
            continue
        kept.append(event)
    return kept


def _covers(other: Mention, event: Mention) -> bool:
    return other.kind != event.kind and (event.status, event.place) == (other.status, other.place)


def _same(one: Mention, other: Mention) -> bool:
    if (one.kind, one.status) != (other.kind, other.status) or one.status == "negated" != other.status:
        return False
    if one.kind in SPEECH and one.quote_start != other.quote_start and not _overlap(one.actors, other.actors):
        return False
    return _agree(_where(one), _where(other)) and _days_agree(one, other) and _sides_agree(one, other)


def _where(event: Mention) -> str | None:
    return None if event.place_precision in {"unknown", "country"} else event.place


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _days_agree(one: Mention, other: Mention) -> bool:
    if one.date_start and other.date_start and one.date_end and other.date_end:
        firm = "publication" not in {one.date_basis, other.date_basis}
        apart = one.date_start > other.date_end or other.date_start > one.date_end
        return not (apart and firm) and not (apart and abs((one.date_start - other.date_start).days) > 3)
    return one.date_edtf == other.date_edtf or None in {one.date_edtf, other.date_edtf}


def _sides_agree(one: Mention, other: Mention) -> bool:
    sides = [(one.actors, other.actors), (one.targets, other.targets)]
    return all(not a or not b or _overlap(a, b) for a, b in sides)


def _overlap(one: Sequence[Party], other: Sequence[Party]) -> bool:
    return bool({party.name for party in one} & {party.name for party in other})


def _join(one: Mention, other: Mention) -> Mention:
    """The fuller of two tellings, with what only the other says filled in."""
    first, second = (one, other) if _fullness(one) >= _fullness(other) else (other, one)
    filled: dict[str, Any] = {
        name: getattr(second, name) for name in _FILLED if getattr(first, name) is None and name == "claimed_by"
    }
    if not (first.deaths_low or first.deaths_high or first.injured_low or first.injured_high):
        filled |= {name: getattr(second, name) for name in _FILLED[1:]}
    if first.date_basis in {"unknown", "publication"} and second.date_basis not in {"unknown", "publication"}:
        filled |= {
            n: getattr(second, n) for n in ("date_start", "date_end", "date_edtf", "date_precision", "date_basis")
        }
    if _where(first) is None and _where(second) is not None:
        names = ("place", "place_text", "latitude", "longitude", "country", "admin1", "geonameid", "place_precision")
        filled |= {name: getattr(second, name) for name in names}
    for side in ("actors", "targets", "about"):
        if not getattr(first, side):
            filled[side] = getattr(second, side)
    return dataclasses.replace(first, **(filled | {"rules": _both(second.rules, first.rules)}))


def _both(other: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    return {**other, **own, "merged": "told again in another sentence"}


def _fullness(event: Mention) -> int:
    """How much a telling says: known fields, then sides."""
    known = (event.date_start, event.place, event.deaths_low, event.injured_low, event.claimed_by)
    return sum(value is not None for value in known) + len(event.actors) + len(event.targets)
