"""Where an article's own news happened: by its title, else by the dateline of its lead."""

import re
from collections import Counter
from collections.abc import Sequence

from extractors.places.placing.customs import Custom
from extractors.places.placing.dateline import is_dateline
from extractors.places.placing.displacement import placed
from extractors.places.placing.event_place import EventPlace
from schemas.mention import PlaceMention

_WHY = {False: "place of the title", True: "place of the dateline"}
_LEAD = re.compile(r"\s*[^\n]*")  # the first paragraph
_SHARP = frozenset({"point", "area", "admin2", "admin1"})


def places_of_news(text: str, places: Sequence[PlaceMention], title: str | None) -> tuple[PlaceMention, ...]:
    """The one place that the title names and the text knows; else that of a dateline in the country of the text.

    A title that names two places tells neither. A dateline in another country than the one most named is only where
    the report was written.
    """
    told = {place.name: place for place in places if place.kind == "literal" and _stands_in(title or "", place.text)}
    titled = [place for place in told.values() if place.precision in _SHARP]
    if titled:
        return tuple(titled) if len(titled) == 1 else ()
    lead = next((place for place in places if place.precision in _SHARP and is_dateline(text, place)), None)
    named = Counter(place.country for place in places if place.country and place is not lead)
    if lead is None or not named or lead.country != max(named, key=lambda country: named[country]):
        return ()
    return (lead,)


def _stands_in(title: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", title) is not None


def is_own_news(text: str, sentence: tuple[int, int], status: str, precision: str) -> bool:
    """Whether an event is what an article is there to tell: in its first paragraph, done or under way, of these days.

    `precision` is that of the event's date: what is told of a month or a year is background.
    """
    lead = _LEAD.match(text)
    first = lead is not None and sentence[0] < lead.end()
    return first and status in {"occurred", "ongoing"} and precision in {"day", "days", "unknown"}


def own_news(
    text: str, custom: Custom, fallback: Sequence[PlaceMention], named: Sequence[PlaceMention]
) -> list[EventPlace]:
    """The place of `fallback` for what happens somewhere in any case; `named` are the names in the event's sentence.

    A sentence that names another country or its people speaks of what happened there.
    """
    if custom.carried != "yes" or not fallback:
        return []
    place = fallback[0]
    foreign = any(other.country != place.country for other in named if not is_dateline(text, other))
    return [] if foreign else [placed(text, place, _WHY[is_dateline(text, place)])]


def is_new_scene(places: Sequence[PlaceMention], sentence: tuple[int, int]) -> bool:
    """Whether a sentence leads to towns or regions, none of which the text has named before."""
    told = [place for place in places if place.kind == "literal" and place.precision not in {"country", "sea"}]
    here = {place.name for place in told if sentence[0] <= place.start < sentence[1]}
    return bool(here) and not here & {place.name for place in told if place.start < sentence[0]}
