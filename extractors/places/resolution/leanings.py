"""What a text leans to: countries and divisions by the names in it that are not in doubt."""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from extractors.places.gazetteer.lookup import Place
from extractors.places.recognition.spotter import Spot

REGIONS = frozenset("RGW")  # entered by hand without people, and yet what news means by a name: Gaza, the Gulf
_NOTHING = 0.01  # what is less comes from adding and taking away again


@dataclass(slots=True, kw_only=True)
class Leanings:
    """Weights of countries and of divisions in the whole text, and the countries of each sentence.

    A country of a sentence has the one name that tells it there, or none if a people or several names do.
    """

    countries: dict[str, float] = field(default_factory=dict)
    divisions: dict[tuple[str, str], float] = field(default_factory=dict)
    sentences: dict[int, dict[str, str]] = field(default_factory=dict)
    own: dict[str, dict[str, float]] = field(default_factory=dict)
    own_divisions: dict[tuple[str, str, str], float] = field(default_factory=dict)
    total: float = 0.0

    def vote(
        self, country: str, division: str | None, weight: float, sentences: Iterable[int] = (), name: str = ""
    ) -> None:
        """Adds weight to a country, and to its division if one is told; `name` is the name that tells it."""
        self.countries[country] = self.countries.get(country, 0.0) + weight
        if name:
            told = self.own.setdefault(name, {})
            told[country] = told.get(country, 0.0) + weight
        self.total += weight
        if division:
            self.divisions[country, division] = self.divisions.get((country, division), 0.0) + weight
            if name:
                told_by = (name, country, division)
                self.own_divisions[told_by] = self.own_divisions.get(told_by, 0.0) + weight
        for sentence in sentences:
            tellers = self.sentences.setdefault(sentence, {})
            tellers[country] = name if tellers.get(country, name) == name else ""

    def told_in(self, sentence: int, name: str = "") -> set[str]:
        """The countries that a sentence tells by other names than this one."""
        told = self.sentences.get(sentence)
        return {country for country, by in told.items() if not by or by != name} if told else set()

    def leading(self, most: int = 4) -> list[str]:
        """The countries of the text, the most named first."""
        return sorted(filter(None, self.countries), key=lambda country: -self.countries[country])[:most]

    def share(self, country: str) -> float:
        """The country's share of all votes."""
        return self.countries.get(country, 0.0) / self.total if self.total else 0.0

    def share_in(self, division: tuple[str, str]) -> float:
        """The share of all votes of a division of a country."""
        return self.divisions.get(division, 0.0) / self.total if self.total else 0.0

    def share_of_division(self, place: Place) -> float:
        """The share of all votes of the division that a place lies in."""
        return self.share_in((place.country, place.admin1)) if place.admin1 else 0.0

    def without(self, name: str) -> "Rest":
        """The votes of all other names: no name speaks for itself."""
        return Rest(self, name)


class Rest:
    """The votes of a text without those of one name."""

    __slots__ = ("_leanings", "_name", "_own", "_total", "_weights")

    def __init__(self, leanings: Leanings, name: str) -> None:
        self._leanings, self._name = leanings, name
        self._own = leanings.own.get(name, {})
        self._total = leanings.total - sum(self._own.values())
        self._weights: dict[str, float] = {}

    @property
    def countries(self) -> Collection[str]:
        """The countries that any name speaks for, itself too."""
        return self._leanings.countries.keys()

    def share(self, country: str) -> float:
        """The country's share of the votes."""
        if self._total <= _NOTHING:
            return 0.0
        return max(0.0, self._leanings.countries.get(country, 0.0) - self._own.get(country, 0.0)) / self._total

    def of_country(self, country: str) -> float:
        """What the votes say for a place of a country."""
        known = self._weights.get(country)
        if known is None:
            known = self._weights[country] = 4 * math.sqrt(self.share(country))
        return known

    def of_division(self, place: Place) -> float:
        """What the votes say for a place of a division, or for the division itself."""
        division = place.admin1 or (place.name if place.feature == "A" else "")
        told = self._leanings.divisions.get((place.country, division)) if division else None
        if told is None or self._total <= _NOTHING:
            return 0.0
        told -= self._leanings.own_divisions.get((self._name, place.country, division), 0.0)
        return 3 * math.sqrt(max(0.0, told) / self._total)


def lean(spots: Sequence[Spot]) -> Leanings:
    """The votes of peoples, countries, divisions, and of names that only one country has."""
    leanings = Leanings()
    for spot in spots:
        if spot.people:
            if spot.people.country:
                leanings.vote(spot.people.country, None, 1.0, (spot.sentence,))
        elif spot.candidates:
            _vote(leanings, spot)
    return leanings


def _vote(leanings: Leanings, spot: Spot) -> None:
    wide = [place for place in spot.candidates if place.feature in "CA" and place.country]
    known = [place for place in spot.candidates if place.curated and place.feature in REGIONS]
    countries = {place.country for place in [*wide, *known] or spot.candidates}
    if len(countries) != 1:
        return
    place, name = (wide or spot.candidates)[0], spot.key
    if not wide:
        leanings.vote(place.country, place.admin1 if len(spot.candidates) == 1 else None, 0.5, (spot.sentence,), name)
    elif len(wide) == 1 and place.feature == "A":
        leanings.vote(place.country, place.admin1 or place.name, 1.0, (spot.sentence,), name)
    else:
        leanings.vote(place.country, None, 1.0, (spot.sentence,), name)
