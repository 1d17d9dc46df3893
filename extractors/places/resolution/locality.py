"""What makes a text local: the home of its outlet, and small places of the division that it tells of."""

from collections.abc import Sequence

from extractors.places.gazetteer.lookup import Gazetteer, Place
from extractors.places.recognition.composed import find_spots
from extractors.places.recognition.evidence import ENOUGH, total, weights
from extractors.places.recognition.spotter import Spot
from extractors.places.recognition.words import capital_runs
from extractors.places.resolution.leanings import Leanings

AT_HOME = 0.15  # share of the votes from which a namesake in a division is the outlet's home, whatever its size
FAMOUS = 300_000  # people of a town from which its namesakes do not count
FEWEST = 4  # towns that make a division the common one
MOST = 0.6  # share of a text's towns that it has to have
SMALL = 15_000  # people of a place that a local text means only if something points to its country
LOCAL = 0.25  # share of the votes from which a text is one of a division


def common_division(spots: Sequence[Spot]) -> tuple[str, str, float] | None:
    """The division in which most towns of a text have a namesake, and its votes; one that towns of fame do not share.

    So an article of the local press tells where it is at home without naming its state.
    """
    counts: dict[tuple[str, str], int] = {}
    names = {spot.key: spot.candidates for spot in spots if spot.candidates and spot.candidates[0].feature in "PD"}
    for candidates in names.values():
        told = candidates[:1] if candidates[0].population >= FAMOUS else candidates
        for division in {_told(place) for place in told if place.own and place.admin1}:
            counts[division] = counts.get(division, 0) + 1
    best = max(counts, key=counts.__getitem__, default=None)
    if best is None or counts[best] < FEWEST or counts[best] < MOST * len(names):
        return None
    return *best, counts[best] / 2


def home_of(source: str | None, gazetteer: Gazetteer, leanings: Leanings) -> Place | None:
    """The place that an outlet is named for: that of a division that the text tells of, else the largest."""
    for spot in find_spots(source or "", list(capital_runs(source or "")), gazetteer):
        if spot.candidates:
            beside = [place for place in spot.candidates if leanings.share_of_division(place) >= AT_HOME]
            return max(beside or spot.candidates, key=lambda place: place.population)
    return None


def without_strangers(spots: Sequence[Spot], country: str, leanings: Leanings) -> None:
    """Takes from local names the only candidates they have where those are small and lie where nothing else points.

    A hamlet that no list has is likelier than a village abroad: the name is kept, and its place stays open.
    """
    for spot in spots:
        if (
            not spot.short
            and "container" not in spot.evidence
            and spot.candidates
            and all(
                place.feature == "P"
                and place.population < SMALL
                and place.country != country
                and not place.curated
                and leanings.without(spot.key).share(place.country) == 0
                for place in spot.candidates
            )
        ):
            spot.candidates = ()


def local_names(spots: Sequence[Spot], believed: Sequence[Spot], leanings: Leanings) -> list[Spot]:
    """The spots not believed so far that towns of a division that the text tells of bear, if that is enough."""
    divisions = {division for division in leanings.divisions if leanings.share_in(division) >= LOCAL}
    if not divisions:
        return []
    known = {id(spot) for spot in believed}
    found = []
    for spot in spots:
        if id(spot) in known or not any(place.own and _told(place) in divisions for place in spot.candidates):
            continue
        if total(spot) + weights()["local"] >= ENOUGH:
            spot.evidence["local"] = weights()["local"]
            found.append(spot)
    return found


def _told(place: Place) -> tuple[str, str]:
    return place.country, place.admin1 or ""
