"""The codebook's place fields of an event, and how a mention becomes them."""

from dataclasses import dataclass, replace

from schemas.mention import PlaceMention


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
    earlier: "Earlier | None" = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an event hands on to the next: where things last happened, where the truce holds, where they met, spoke."""

    ground: EventPlace | None = None
    truce: EventPlace | None = None
    meeting: EventPlace | None = None
    spoken: EventPlace | None = None


def handing_on(place: EventPlace, custom: str, carried: EventPlace | None) -> EventPlace:
    """The place with what the next event may take over: where people spoke or signed is not where things happen."""
    before = carried.earlier if carried and carried.earlier else Earlier(carried, None)
    alone = place if place.earlier is None else replace(place, earlier=None)
    ground = before.ground if custom in {"spoken", "reached"} else alone
    truce = alone if custom == "applies" else before.truce
    meeting = alone if custom == "reached" else before.meeting
    spoken = alone if custom == "spoken" else before.spoken
    return replace(place, earlier=Earlier(ground, truce, meeting, spoken))


def from_mention(place: PlaceMention, why: str) -> EventPlace:
    """An event's place from a mention, with the reason for choosing it."""
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


def again(place: EventPlace, why: str) -> EventPlace:
    """The same place for another event."""
    return replace(place, rule=why, earlier=None)
