"""What is known of a name that no place bears: the place that holds it, or at least the country of the text."""

from collections.abc import Sequence
from typing import NamedTuple

from extractors.places.gazetteer.lookup import Place
from extractors.places.recognition.spotter import Spot, around_of
from extractors.places.resolution.leanings import Leanings
from extractors.places.resolution.resolver import Name
from extractors.places.wordlists import parts

SURE = 0.5  # share of the votes of a text from which a name is taken to lie in its leading country
BESIDE = 60  # characters to the name that holds another
_WIDE = frozenset("CAD")
_JOINS = (", ", " in ", " (", " district", " province", " region", " county")


class Known(NamedTuple):
    """What holds a name: a place with a point, or only a country."""

    holder: Place | None
    country: str | None
    rule: str


def known_of(
    text: str, spot: Spot, spots: Sequence[Spot], at: int, names: dict[str, Name], leanings: Leanings
) -> Known:
    """What is known of a spot without a place of its own, the `at`th of the text."""
    around = around_of(text, spot)
    part = parts() & {*around.before[:2], *around.after[:1]}
    if spot.head or part:
        holder = _town_of(spot, spots, at, names)
        if holder:
            return Known(holder, holder.country or None, f"in or near {holder.name}")
    behind = spots[at + 1] if at + 1 < len(spots) else None
    if behind and behind.key in names and behind.start - spot.end <= BESIDE:
        place = names[behind.key].pick
        between = text[spot.end : behind.start]
        if place.feature in _WIDE and between.startswith(_JOINS) and "." not in between:
            return Known(place, place.country or None, f"not in the gazetteer; told to lie in {place.name}")
    told = leanings.told_in(spot.sentence)
    if len(told) == 1:
        return Known(None, next(iter(told)), "not in the gazetteer; country of the sentence")
    leading = leanings.leading(1)
    if leading and leanings.share(leading[0]) >= SURE:
        return Known(None, leading[0], "not in the gazetteer; country of the text")
    return Known(None, None, "not in the gazetteer")


def _town_of(spot: Spot, spots: Sequence[Spot], at: int, names: dict[str, Name]) -> Place | None:
    """The town nearest to a site: of its sentence, else the last one named, else the next."""
    near = [*reversed(spots[max(0, at - 8) : at]), *spots[at + 1 : at + 6]]
    towns = [other for other in near if other.key in names and names[other.key].pick.feature in "PQ"]
    same = [other for other in towns if other.sentence == spot.sentence]
    best = next(iter(same or towns), None)
    return names[best.key].pick if best else None
