"""Datelines: where a report was written, and the country that its own news is about."""

from collections.abc import Sequence

from extractors.places.placing.event_place import EventPlace, from_mention
from schemas.mention import PlaceMention

_OPENING = 4  # characters before a name in capitals that opens a paragraph


def is_dateline(text: str, place: PlaceMention) -> bool:
    """Whether a name stands in a dateline: at the start of a paragraph, in capitals."""
    start = text.rfind("\n", 0, place.start) + 1
    return place.start - start < _OPENING and place.text.isupper() and len(place.text) > 2


def country_of_lead(text: str, places: Sequence[PlaceMention], sentence: tuple[int, int]) -> EventPlace | None:
    """The country of the dateline that opens a sentence, if the text names it or its people."""
    lead = next((p for p in places if sentence[0] <= p.start < sentence[1] and is_dateline(text, p)), None)
    if lead is None:
        return None
    return whole_country([p for p in places if p is not lead], lead.country, "country of the dateline")


def country_of_all(places: Sequence[PlaceMention]) -> EventPlace | None:
    """The only country of a text that has no name or people of another."""
    countries = {p.country for p in places}
    return whole_country(places, countries.pop(), "only country of the text") if len(countries) == 1 else None


def whole_country(places: Sequence[PlaceMention], country: str | None, why: str) -> EventPlace | None:
    """A country as the place of an event, if the text names it or its people."""
    named = (p for p in places if p.precision == "country" and p.country == country)
    found = next(named, None) if country else None
    return from_mention(found, why) if found else None
