"""The place of an event: which of the text's places the event's words govern, or none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schemas.mention import PlaceMention

NOWHERE = frozenset(
    "accusation rejection threat support demand offer sanction_request sanction_imposed sanction_lifted resolution "
    "responsibility_claim".split()
)
OWN = frozenset({"truce_agreement", "agreement", "peace_talks"})
_BREAK = re.compile(r"[;:]|\b(after|before|since|when|which|who|that|while|as|but|said)\b")
_LINK = re.compile(r"(?:,| and|, and)(?: (?:in|at|near|on|the|town of|city of))* ?")
_AWAY = re.compile(r"\b(from|by|with) (?:the )?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace:
    """The codebook's place fields, the rule that chose them, and the span of the name."""

    place: str | None
    place_text: str | None
    latitude: float | None
    longitude: float | None
    country: str | None
    admin1: str | None
    geonameid: int | None
    place_precision: str
    rule: str
    span: tuple[int, int] | None


def place_event(
    places: Sequence[PlaceMention],
    *,
    text: str,
    sentence: tuple[int, int],
    trigger: tuple[int, int],
    kind: str,
    carried: EventPlace | None = None,
) -> tuple[EventPlace, ...]:
    """The places of the event whose words stand at `trigger`: several where they are coordinated, none for most speech.

    The nearest name of the sentence, in the same clause first; else the place of the event before.
    """
    inside = [
        p for p in places if sentence[0] <= p.start < sentence[1] and p.kind == "literal" and not _dateline(text, p)
    ]
    if kind in NOWHERE:
        said = [p for p in inside if p.start == sentence[0] + 3 and text[sentence[0] : p.start] == "In "]
        return tuple(_from(p, "where the speaker stood") for p in said[:1])
    if inside:
        best = min(inside, key=lambda p: _distance(text, p, trigger))
        best = _finer(best, inside)
        return tuple(_from(p, "nearest in the sentence") for p in _coordinated(text, best, inside))
    if kind in OWN or carried is None:
        return ()
    return (_again(carried),)


def _dateline(text: str, place: PlaceMention) -> bool:
    """Whether a name stands in a dateline: at the start of a paragraph, in capitals."""
    start = text.rfind("\n", 0, place.start) + 1
    return place.start - start < 3 and place.text.isupper() and len(place.text) > 2


def _distance(text: str, place: PlaceMention, trigger: tuple[int, int]) -> tuple[int, int]:
    after = place.start >= trigger[1]
    between = text[trigger[1] : place.start] if after else text[place.end : trigger[0]]
    away = 1 if _AWAY.search(text[max(0, place.start - 10) : place.start]) else 0
    return len(_BREAK.findall(between)) + away, len(between) + (0 if after else 15)


def _finer(best: PlaceMention, inside: Sequence[PlaceMention]) -> PlaceMention:
    """The town rather than the country it is said to lie in ("Homs, Syria"; "the Syrian town of Homs")."""
    if best.precision != "country":
        return best
    before = [p for p in inside if p.end <= best.start and best.start - p.end <= 12 and p.country == best.country]
    return before[-1] if before else best


def _coordinated(text: str, best: PlaceMention, inside: Sequence[PlaceMention]) -> list[PlaceMention]:
    at = list(inside).index(best)
    first = last = at
    while first and _LINK.fullmatch(text[inside[first - 1].end : inside[first].start]):
        first -= 1
    while last + 1 < len(inside) and _LINK.fullmatch(text[inside[last].end : inside[last + 1].start]):
        last += 1
    group = [p for p in inside[first : last + 1] if p.precision == best.precision]
    contained = len({p.country for p in group}) == 1 and best.precision != "country"
    return group if contained else [best]


def _from(place: PlaceMention, why: str) -> EventPlace:
    return EventPlace(
        place=place.name,
        place_text=place.text,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country,
        admin1=place.admin1,
        geonameid=place.geonameid,
        place_precision=place.precision,
        rule=f"{why} ({place.rule})",
        span=(place.start, place.end),
    )


def _again(carried: EventPlace) -> EventPlace:
    return EventPlace(
        place=carried.place,
        place_text=carried.place_text,
        latitude=carried.latitude,
        longitude=carried.longitude,
        country=carried.country,
        admin1=carried.admin1,
        geonameid=carried.geonameid,
        place_precision=carried.place_precision,
        rule="carried over from the event before",
        span=carried.span,
    )
