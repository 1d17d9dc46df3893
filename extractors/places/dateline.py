"""Datelines: where a report was written, and the country that its own news is about."""

from collections.abc import Sequence

from extractors.places.event_place import EventPlace, from_mention
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
    named = (p for p in places if p.precision == "country" and p.country == lead.country and p is not lead)
    country = next(named, None)
    return from_mention(country, "country of the dateline") if country else None
