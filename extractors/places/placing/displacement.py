"""Places told by way of others: "near X", "20 km north of X", "between X and Y"."""

import math
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from extractors.places.placing.event_place import EventPlace, from_mention
from extractors.places.recognition.surroundings import look_around
from extractors.places.wordlists import heads, read_list
from schemas.mention import PlaceMention

KM_PER_DEGREE = 111.2
FARTHEST = 300.0  # km between the two ends of "between X and Y"
_FROM = re.compile(r" (?:of|from) ", re.IGNORECASE)  # what every such phrase holds: most stretches do not
_NUMBER = r"(?P<number>\d{1,3}(?:[.,]\d+)?|[a-z]+)"


@cache
def _words() -> tuple[Mapping[str, float], Mapping[str, float], Mapping[str, float]]:
    """Bearings in degrees by direction, kilometres by unit, values by numeral."""
    rows = read_list("distances")
    tables = ({r["word"]: float(r["value"]) for r in rows if r["sense"] == sense} for sense in ("bearing", "km", "one"))
    bearings, units, numerals = tables
    return bearings, units, numerals


@cache
def _pattern() -> re.Pattern[str]:
    bearings, units, _ = (sorted(table, key=len, reverse=True) for table in _words())
    nouns = "|".join(head for head, sense in heads().items() if sense in {"settlement", "site"})
    return re.compile(
        rf"(?:{_NUMBER}[ -](?P<unit>{'|'.join(map(re.escape, units))}) )?(?:to the )?(?P<bearing>{'|'.join(bearings)})"
        rf"(?:wards?)? (?:of|from) (?:the )?(?:[\w-]+ )?(?:(?:{nouns}) of )?$",
        re.IGNORECASE,
    )


def placed(text: str, mention: PlaceMention, why: str) -> EventPlace:
    """The place of an event at a mention: beside the named point where the words say so."""
    place = from_mention(mention, why)
    if mention.precision not in {"point", "area"} or place.latitude is None or place.longitude is None:
        return place
    before = text[max(0, mention.start - 80) : mention.start]
    beside = _pattern().search(before) if _FROM.search(before) else None
    if beside is None:
        return _near(text, mention, place)
    bearings, units, _ = _words()
    bearing = bearings[beside["bearing"].lower()]
    distance = _number(beside["number"]) * units[beside["unit"].lower()] if beside["unit"] else 0.0
    latitude, longitude = moved(place.latitude, place.longitude, bearing, distance)
    return replace(
        place,
        latitude=latitude,
        longitude=longitude,
        place_precision="area",
        rule=f"{beside.group().strip()} {mention.text}: {place.rule}",
    )


def _near(text: str, mention: PlaceMention, place: EventPlace) -> EventPlace:
    around = look_around(text, mention.start, mention.end)
    beside = around.senses & {"near", "countryside"} or around.head_after == "surroundings"
    return replace(place, place_precision="area", rule=f"near it: {place.rule}") if beside else place


def _number(told: str | None) -> float:
    if told is None:
        return 0.0
    return _words()[2].get(told.lower(), 0.0) if told[0].isalpha() else float(told.replace(",", "."))


def moved(latitude: float, longitude: float, bearing: float, distance: float) -> tuple[float, float]:
    """The point some kilometres away in a direction (degrees from north, clockwise).

    >>> moved(50.0, 36.2, 0, 20)
    (50.18, 36.2)
    """
    turned = math.radians(bearing)
    north, east = distance * math.cos(turned), distance * math.sin(turned)
    width = max(0.01, math.cos(math.radians(latitude)))
    return (
        round(max(-90.0, min(90.0, latitude + north / KM_PER_DEGREE)), 3),
        round((longitude + east / KM_PER_DEGREE / width + 180) % 360 - 180, 3),
    )


def midway(text: str, one: PlaceMention, other: PlaceMention, why: str) -> EventPlace | None:
    """The middle of a stretch between two points ("between X and Y"), if the words tell of one."""
    ends = [(m.latitude, m.longitude) for m in (one, other)]
    if text[one.end : other.start] != " and " or "between" not in look_around(text, one.start, one.end).senses:
        return None
    if {one.precision, other.precision} - {"point", "area"} or None in {v for end in ends for v in end}:
        return None
    latitude, longitude = (sum(float(v or 0) for v in values) / 2 for values in zip(*ends, strict=True))
    if apart(one, other) > FARTHEST:
        return None
    return replace(
        from_mention(one, why),
        place_text=text[one.start : other.end],
        latitude=round(latitude, 3),
        longitude=round(longitude, 3),
        geonameid=None,
        place_precision="area",
        rule=f"midway between {one.text} and {other.text}: {why}",
        span=(one.start, other.end),
    )


def apart(one: PlaceMention, other: PlaceMention) -> float:
    """Kilometres between two mentions with points."""
    a, b, c, d = (math.radians(v or 0.0) for v in (one.latitude, one.longitude, other.latitude, other.longitude))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, half)))
