"""Which of the places that bear a name a text means."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest

from extractors.countries import metonyms
from extractors.places.containment import lies_in
from extractors.places.gazetteer import Place
from extractors.places.leanings import REGIONS, Leanings
from extractors.places.spotter import Spot

CLASS = {"C": 10.0, "A": 3.0, "G": 5.0, "W": 4.0, "L": 3.0, "R": 3.0, "S": 2.0, "D": 1.0, "Q": 0.0, "P": 0.0}
HEADS = {"settlement": "P", "division": "AD", "waters": "LW", "relief": "RG", "site": "S", "surroundings": "P"}
NEIGHBOURS = 8  # names before and behind that can draw a name near
NEAR_KM = 150.0
SAME_KM = 50.0  # namesakes so near to each other are no two places to choose between
GUARD = 20  # how many times larger a place of the text's country must be to be preferred in any case
SEAT = 0.07  # share of its division's people from which a town is meant rather than the division of its name
Scores = dict[str, float]


@dataclass(slots=True, kw_only=True)
class Name:
    """All spots of a text that bear one name, and what speaks for one candidate or another."""

    key: str
    spots: list[Spot]
    outers: list[Spot] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    pick: Place = field(init=False)
    margin: float = math.inf
    reasons: list[str] = field(default_factory=list)
    _fixed: list[float] = field(default_factory=list)  # by candidate: what no other name changes

    def choose(self, leanings: Leanings, beside: Sequence[Place]) -> None:
        """Picks the best candidate, and tells by how much it leads and why."""
        candidates = self.spots[0].candidates
        if len(candidates) == 1:
            self.pick, self.reasons = candidates[0], ["the only one"]
            return
        sentences = set().union(*(leanings.told_in(spot.sentence, self.key) for spot in self.spots))
        if not self._fixed:
            self._fixed = [sum(_of_place(p).values()) + sum(self._of_words(p).values()) for p in candidates]
        scored = [
            (fixed + sum(_of_text(place, leanings, sentences, self.key).values()) + _nearness(place, beside), -i)
            for i, (place, fixed) in enumerate(zip(candidates, self._fixed, strict=True))
        ]
        order = sorted(scored, reverse=True)
        best = candidates[-order[0][1]]
        self.pick = self._guarded(best, candidates, leanings, sentences)
        scores = _of_place(self.pick) | _of_text(self.pick, leanings, sentences, self.key) | self._of_words(self.pick)
        scores["nearness"] = _nearness(self.pick, beside)
        lead = next((order[0][0] - score for score, at in order if _elsewhere(candidates[-at], best)), math.inf)
        self.margin = lead if self.pick is best else 0.0
        self.reasons = [reason for reason, weight in scores.items() if weight > 0]

    def _of_words(self, place: Place) -> Scores:
        scores: Scores = {}
        if self.outers and any(lies_in(place, outer) for spot in self.outers for outer in spot.candidates):
            scores["container"] = 9.0
        if place.country in self.countries:
            scores["people before it"] = 6.0
        if place.feature == "C" and any("said" in spot.evidence for spot in self.spots):
            scores["acts"] = 3.0
        if self.heads and any(place.feature in HEADS[head] for head in self.heads):
            scores["noun beside it"] = 3.0
        if place.feature == "P" and _is_capital(place):
            scores["capital"] = 3.0
        if place.feature == "A" and "division" not in self.heads and self._has_seat(place):
            scores["named for its town"] = -4.0
        return scores

    def _has_seat(self, division: Place) -> bool:
        """Whether a town of a division's own name holds so much of it that the name means the town."""
        return any(
            place.feature == "P"
            and place.country == division.country
            and place.own
            and place.population >= SEAT * max(division.population, 1)
            for place in self.spots[0].candidates
        )

    def _guarded(self, best: Place, candidates: Sequence[Place], leanings: Leanings, sentences: set[str]) -> Place:
        """A far larger place of a country of the text instead, unless words of the text speak for the small one."""
        if (
            best.feature != "P"
            or self._of_words(best).keys() & {"container", "noun beside it", "people before it"}
            or best.country in sentences
        ):
            return best
        least = GUARD * max(best.population, 500)
        larger = [p for p in candidates if p.population > least and p.own and leanings.share(p.country, self.key) > 0.1]
        return max(larger, key=lambda place: place.population, default=best)


@lru_cache(maxsize=1 << 14)
def _people(population: int) -> float:
    return math.log10(population + 100)


def _is_capital(place: Place) -> bool:
    country = metonyms().get(place.name)
    return country is not None and country.alpha2 == place.country


def _elsewhere(other: Place, place: Place) -> bool:
    """Whether a namesake is another place, and not the division in which the town of its name lies."""
    return not (lies_in(place, other) or lies_in(other, place) or kilometres(place, other) < SAME_KM)


def _of_place(place: Place) -> Scores:
    scores = {"population": _people(place.population), "kind of place": CLASS[place.feature]}
    if place.curated and place.feature in REGIONS:
        scores["region of wars"] = 4.0
    if place.curated and place.own and place.feature == "S":
        scores["site by hand"] = 2.0
    return scores if place.own else {**scores, "another name": -1.5}


def _of_text(place: Place, leanings: Leanings, sentences: set[str], name: str) -> Scores:
    if not place.country:
        return {}
    return {
        "country of the text": 4 * math.sqrt(leanings.share(place.country, name)),
        "division of the text": 3 * math.sqrt(leanings.division_share(place, name)),
        "country of the sentence": 0.7 if place.country in sentences else 0.0,
    }


def resolve(spots: Sequence[Spot], leanings: Leanings) -> dict[str, Name]:
    """Every name with its pick: first by itself, then beside the others."""
    names = _names(spots)
    order = list(names.values())
    for name in order:
        name.choose(leanings, ())
    for name in order:
        place = name.pick
        if place.feature not in "CA" and place.country and name.margin > 1:
            leanings.vote(place.country, place.admin1, 0.5, {spot.sentence for spot in name.spots}, name.key)
    firsts = [name.pick for name in order]
    for at, name in enumerate(order):
        if len(name.spots[0].candidates) > 1:
            around = (*firsts[max(0, at - NEIGHBOURS) : at], *firsts[at + 1 : at + 1 + NEIGHBOURS])
            name.choose(leanings, [place for place in around if place.feature not in "CGW"])
    return names


def _names(spots: Sequence[Spot]) -> dict[str, Name]:
    names: dict[str, Name] = {}
    for spot, behind in zip_longest(spots, spots[1:]):
        if not spot.candidates:
            continue
        name = names.setdefault(spot.key, Name(key=spot.key, spots=[]))
        name.spots.append(spot)
        name.heads.update(_heads(spot))
        name.countries |= {spot.told_country} if spot.told_country else set()
        if behind and "container" in spot.evidence and "contained" in behind.evidence:
            name.outers.append(behind)
    return names


def _heads(spot: Spot) -> list[str]:
    told = [name.split(" ")[0] for name in spot.evidence if name.endswith((" after", " before"))]
    return [head for head in (spot.head or "", *told) if head in HEADS]


def _nearness(place: Place, beside: Sequence[Place]) -> float:
    if not beside or place.feature in "CGW":
        return 0.0
    distances = sorted(_distances(place.latitude, place.longitude, beside))[:3]
    return sum([1.2 * math.exp(-distance / NEAR_KM) for distance in distances])


def _distances(latitude: float, longitude: float, beside: Sequence[Place]) -> list[float]:
    """The same as `kilometres` for many at once."""
    cos, radians, hypot = math.cos, math.radians, math.hypot
    found = []
    for other in beside:
        across = abs(longitude - other.longitude)
        x = (across if across <= 180 else 360 - across) * cos(radians((latitude + other.latitude) / 2))
        found.append(111.2 * hypot(x, latitude - other.latitude))
    return found


def kilometres(one: Place, other: Place) -> float:
    """Roughly how far two places lie apart; good to a few per cent below a thousand kilometres."""
    across = abs(one.longitude - other.longitude)
    x = min(across, 360 - across) * math.cos(math.radians((one.latitude + other.latitude) / 2))
    return 111.2 * math.hypot(x, one.latitude - other.latitude)
