"""Which of the places that bear a name a text means."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest

from extractors.countries import metonyms
from extractors.places.gazetteer.containment import lies_in
from extractors.places.gazetteer.lookup import Place
from extractors.places.recognition.spotter import Spot
from extractors.places.resolution.leanings import REGIONS, Leanings, Rest
from extractors.places.resolution.nearness import MOST_NEAR, kilometres, nearness

CLASS = {"C": 10.0, "A": 3.0, "G": 5.0, "W": 4.0, "L": 3.0, "R": 3.0, "S": 2.0, "D": 1.0, "Q": 0.0, "P": 0.0}
HEADS = {"settlement": "P", "division": "AD", "waters": "LW", "relief": "RG", "site": "S", "surroundings": "P"}
NEIGHBOURS = 8  # names before and behind that can draw a name near
SENTENCE = 0.7  # what another name of its country in the same sentence adds
SAME_KM = 50.0  # namesakes so near to each other are no two places to choose between
SAME_UP = 0.45  # the same in degrees of latitude
GUARD = 20  # how many times larger a place of the text's country must be to be preferred in any case
LOCAL = 1.5  # what the votes of a division say from which its small places are not given up for large ones elsewhere
NEWS = 20_000  # people that a town entered by hand weighs at least: war reporting speaks of it
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
    ranks: set[str] = field(default_factory=set)
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
        sentences = self._told(leanings)
        rest = leanings.without(self.key)
        bases = self._bases(candidates, rest, sentences)
        scores = _contenders(candidates, bases, beside)
        at = max(scores, key=scores.__getitem__)  # the first among equals
        best = candidates[at]
        self.pick = self._guarded(best, candidates, rest, sentences)
        self.margin = scores[at] - _rival(candidates, bases, beside, scores, best) if self.pick is best else 0.0

    def explain(self, leanings: Leanings, beside: Sequence[Place]) -> None:
        """Tells why the pick was taken."""
        rest = leanings.without(self.key)
        scores = _of_place(self.pick) | _of_text(self.pick, rest, self._told(leanings)) | self._of_words(self.pick)
        scores["nearness"] = nearness(self.pick, beside)
        self.reasons = [reason for reason, weight in scores.items() if weight > 0]

    def _told(self, leanings: Leanings) -> set[str]:
        """The countries that other names tell in the sentences of this one."""
        told: set[str] = set()
        for sentence in {spot.sentence for spot in self.spots}:
            told |= leanings.told_in(sentence, self.key)
        return told

    def _bases(self, candidates: Sequence[Place], rest: Rest, sentences: set[str]) -> list[float]:
        """By candidate, what all but the other names says for it."""
        if not self._fixed:
            self._fixed = [_standing(p) + self._by_words(p) for p in candidates]
        countries = rest.countries
        return [
            fixed + (rest.of_country(p.country) + rest.of_division(p) + (SENTENCE if p.country in sentences else 0.0))
            if p.country and p.country in countries
            else fixed
            for p, fixed in zip(candidates, self._fixed, strict=True)
        ]

    def _by_words(self, place: Place) -> float:
        """The sum of what the words of the text say for a place: mostly nothing."""
        if place.feature not in "CAP" and not (self.outers or self.countries or self.heads):
            return 0.0
        return sum(self._of_words(place).values())

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
        if place.feature in self.ranks:
            scores["rank of its row"] = 6.0
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

    def _guarded(self, best: Place, candidates: Sequence[Place], rest: Rest, sentences: set[str]) -> Place:
        """A far larger place of a country of the text instead, unless the text speaks for the small one."""
        if (
            best.feature != "P"
            or self._of_words(best).keys() & {"container", "noun beside it", "people before it"}
            or best.country in sentences
        ):
            return best
        least, here = GUARD * max(best.population, 500), rest.of_division(best)
        larger = [
            place
            for place in candidates
            if place.population > least
            and place.own
            and rest.share(place.country) > 0.1
            and (here < LOCAL or rest.of_division(place) >= here)
        ]
        return max(larger, key=lambda place: place.population, default=best)


@lru_cache(maxsize=1 << 14)
def _people(population: int) -> float:
    return math.log10(population + 100)


def _is_capital(place: Place) -> bool:
    country = metonyms().get(place.name)
    return country is not None and country.alpha2 == place.country


def _elsewhere(other: Place, place: Place) -> bool:
    """Whether a namesake is another place, and not the division in which the town of its name lies."""
    if abs(other.latitude - place.latitude) < SAME_UP and kilometres(place, other) < SAME_KM:
        return False
    return other.country != place.country or not (lies_in(place, other) or lies_in(other, place))


def _standing(place: Place) -> float:
    """The sum of what speaks for a place wherever it is named."""
    total = _people(place.population) + CLASS[place.feature]
    return total if place.own and not place.curated else sum(_of_place(place).values())


def _of_place(place: Place) -> Scores:
    scores = {"population": _people(place.population), "kind of place": CLASS[place.feature]}
    if place.curated and place.feature in REGIONS:
        scores["region of wars"] = 4.0
    if place.curated and place.own and place.feature == "S":
        scores["site by hand"] = 2.0
    if place.curated and place.own and place.feature == "P" and place.population < NEWS:
        scores["town by hand"] = _people(NEWS) - _people(place.population)
    return scores if place.own else {**scores, "another name": -1.5}


def _of_text(place: Place, rest: Rest, sentences: set[str]) -> Scores:
    if not place.country:
        return {}
    return {
        "country of the text": rest.of_country(place.country),
        "division of the text": rest.of_division(place),
        "country of the sentence": SENTENCE if place.country in sentences else 0.0,
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
            beside = [place for place in around if place.feature not in "CGW"]
            name.choose(leanings, beside)
            name.explain(leanings, beside)
    return names


def _names(spots: Sequence[Spot]) -> dict[str, Name]:
    names: dict[str, Name] = {}
    for spot, behind in zip_longest(spots, spots[1:]):
        if not spot.candidates:
            continue
        name = names.setdefault(spot.key, Name(key=spot.key, spots=[]))
        name.spots.append(spot)
        name.heads.update(_heads(spot))
        name.ranks |= {spot.rank} if spot.rank else set()
        name.countries |= {spot.told_country} if spot.told_country else set()
        if behind and "container" in spot.evidence and "contained" in behind.evidence:
            name.outers.append(behind)
    return names


def _heads(spot: Spot) -> list[str]:
    told = [name.split(" ")[0] for name in spot.evidence if name.endswith((" after", " before"))]
    return [head for head in (spot.head or "", *told) if head in HEADS]


def _contenders(candidates: Sequence[Place], bases: Sequence[float], beside: Sequence[Place]) -> dict[int, float]:
    """Scores by candidate of those that may be the best: how near one lies matters only close to the top."""
    if not beside:
        return dict(enumerate(bases))
    least = max(bases) - MOST_NEAR
    return {at: base + nearness(candidates[at], beside) for at, base in enumerate(bases) if base >= least}


def _rival(
    candidates: Sequence[Place], bases: Sequence[float], beside: Sequence[Place], scores: dict[int, float], best: Place
) -> float:
    """The best score of a namesake elsewhere; minus infinity if there is none."""
    rival = -math.inf
    for at, score in scores.items():
        if score > rival and _elsewhere(candidates[at], best):
            rival = score
    for at, base in enumerate(bases):
        if at not in scores and base + MOST_NEAR > rival and _elsewhere(candidates[at], best):
            rival = max(rival, base + nearness(candidates[at], beside))
    return rival
