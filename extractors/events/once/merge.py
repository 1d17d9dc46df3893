"""One event once: what an article tells twice becomes one mention, with the fullest sentence as its quote.

The sentences that tell it again stay with it as evidence (`told_again`, `told_again_2`, ...). Input in another order
gives the same, and merging what was merged changes nothing.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from extractors.events.confidence import with_confidence
from extractors.events.grammar.patterns import kinds_in
from extractors.events.once.sameness import is_anaphor, is_same, place_of, refers_to
from schemas.mention import Mention

PARTICULAR = kinds_in("particular")  # an attack told beside one of these in one sentence is that form of it
_PLACE = ("place", "place_text", "latitude", "longitude", "country", "admin1", "geonameid", "place_precision")
_DATE = ("date_start", "date_end", "date_edtf", "date_precision", "date_basis")
_LOOK_BACK = 200  # how many earlier events of its kind an event is compared with
_NEAR = 8  # how many events back "the attack" may point


def merge_mentions(events: Sequence[Mention]) -> tuple[Mention, ...]:
    """The events of one article, each once, in the order in which the text first tells them."""
    left = list(events)
    while True:
        left = sorted(_without_general(left), key=_order)
        merged = _merged_once(left)
        if len(merged) == len(left):
            return tuple(with_confidence(event) for event in merged)
        left = merged


def _order(event: Mention) -> tuple[int, int, int, str, str, str, tuple[int, ...]]:
    """Where an event is first told; the rest of the key makes the order the same whatever order events come in."""
    first = min([event.quote_start, *(start for start, _ in _again(event))])
    harm = tuple(-1 if value is None else value for value in _harm(event))
    return first, event.trigger_start, event.trigger_end, event.kind, event.place or "", event.status, harm


def _merged_once(events: Sequence[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    of_kind: dict[str, list[int]] = {}
    for event in events:
        match = _match(event, kept, of_kind.get(event.kind, []))
        if match is None:
            of_kind.setdefault(event.kind, []).append(len(kept))
            kept.append(event)
        else:
            kept[match] = _join(kept[match], event)
    return kept


def _match(event: Mention, kept: Sequence[Mention], earlier: Sequence[int]) -> int | None:
    for at in reversed(earlier[-_LOOK_BACK:]):
        if is_same(kept[at], event):
            return at
    if is_anaphor(event):
        for at in range(len(kept) - 1, max(-1, len(kept) - 1 - _NEAR), -1):
            if refers_to(event, kept[at]):
                return at
    return None


def _without_general(events: Sequence[Mention]) -> list[Mention]:
    """Events less the general ones that a particular one of the same sentence tells; their tolls pass to it."""
    particular: dict[int, list[int]] = {}
    kept = list(events)
    for at, event in enumerate(events):
        if event.kind in PARTICULAR:
            particular.setdefault(event.quote_start, []).append(at)
    general = []
    for at, event in enumerate(events):
        if event.kind == "attack":
            host = next((n for n in particular.get(event.quote_start, ()) if _covers(kept[n], event)), None)
            if host is not None:
                general.append(at)
                kept[host] = _with_toll(kept[host], event)
    return [event for at, event in enumerate(kept) if at not in set(general)]


def _with_toll(host: Mention, event: Mention) -> Mention:
    """A particular act with the toll that was read with its general twin."""
    filled: dict[str, Any] = {}
    for harm in ("deaths", "injured"):
        ends = (f"{harm}_low", f"{harm}_high")
        if all(getattr(host, end) is None for end in ends):
            filled |= {end: getattr(event, end) for end in ends}
    return dataclasses.replace(host, **filled)


def _covers(other: Mention, event: Mention) -> bool:
    agreed = (event.status, event.place) == (other.status, other.place)
    apart = _counted(event) and _counted(other) and _harm(event) != _harm(other)
    sides = {party.name for party in event.actors}, {party.name for party in other.actors}
    return agreed and not apart and not (all(sides) and sides[0].isdisjoint(sides[1]))


def _harm(event: Mention) -> tuple[int | None, ...]:
    return event.deaths_low, event.deaths_high, event.injured_low, event.injured_high


def _counted(event: Mention) -> bool:
    return any(value is not None for value in _harm(event))


def _join(one: Mention, other: Mention) -> Mention:
    """The fuller of two tellings, with what only the other says filled in."""
    first, second = (one, other) if _fullness(one) >= _fullness(other) else (other, one)
    if one.kind != other.kind:  # "the attack" keeps to the kind of what it points at
        first, second = one, other
    elif one.status != other.status:  # what is told as a fact at last is one
        first, second = (other, one) if one.status == "unconfirmed" else (one, other)
    filled: dict[str, Any] = {}
    for harm in ("deaths", "injured"):
        ends = (f"{harm}_low", f"{harm}_high")
        if all(getattr(first, end) is None for end in ends):
            filled |= {end: getattr(second, end) for end in ends}
    if first.date_basis in {"unknown", "publication"} and second.date_basis not in {"unknown", "publication"}:
        filled |= {name: getattr(second, name) for name in _DATE}
    if _sharpness(second) > _sharpness(first):
        filled |= {name: getattr(second, name) for name in _PLACE}
    filled |= {side: getattr(second, side) for side in ("actors", "targets", "about") if not getattr(first, side)}
    taken = {_group(name) for name, value in filled.items() if value not in (None, ())}
    return dataclasses.replace(
        first,
        **filled,
        rules=_rules(first.rules, second.rules, taken),
        evidence=_evidence(first, second, taken),
    )


def _sharpness(event: Mention) -> int:
    """How much a telling says of where: nothing, a country, or a place in it."""
    return 2 if place_of(event) else 1 if event.place else 0


def _group(name: str) -> str:
    """Under which name a field's rule and evidence stand."""
    first = name.partition("_")[0]
    return first if first in {"deaths", "injured", "date"} else "place" if name in _PLACE else name


def _rules(own: Mapping[str, str], other: Mapping[str, str], taken: set[str]) -> dict[str, str]:
    filled = {name: rule for name, rule in other.items() if name in taken}
    return {**filled, **own, "merged": "told again in another sentence"}


def _evidence(first: Mention, second: Mention, taken: set[str]) -> dict[str, tuple[int, int]]:
    """The evidence of the fuller telling, that of the fields taken over, and all other sentences that tell it."""
    fields = {name: span for name, span in second.evidence.items() if name in taken}
    fields |= {name: span for name, span in first.evidence.items() if not name.startswith("told_again")}
    own = (first.quote_start, first.quote_end)
    again = {*_again(first), *_again(second), (second.quote_start, second.quote_end)} - {own}
    numbered = {f"told_again{f'_{n}' if n > 1 else ''}": span for n, span in enumerate(sorted(again), start=1)}
    return {**fields, **numbered}


def _again(event: Mention) -> set[tuple[int, int]]:
    return {span for name, span in event.evidence.items() if name.startswith("told_again")}


def _fullness(event: Mention) -> int:
    """How much a telling says: known fields, then sides."""
    known = (event.date_start, event.place, event.deaths_low, event.injured_low)
    return sum(value is not None for value in known) + len(event.actors) + len(event.targets)
