"""What a text leans to: countries and divisions by the names in it that are not in doubt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractors.places.gazetteer import Place
from extractors.places.spotter import Spot

REGIONS = frozenset("RGW")  # entered by hand without people, and yet what news means by a name: Gaza, the Gulf
_NOTHING = 0.01  # what is less comes from adding and taking away again


@dataclass(slots=True, kw_only=True)
class Leanings:
    """Weights of countries and of divisions in the whole text, and the countries of each sentence."""

    countries: dict[str, float] = field(default_factory=dict)
    divisions: dict[tuple[str, str], float] = field(default_factory=dict)
    sentences: dict[int, set[tuple[str, str]]] = field(default_factory=dict)
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
            self.sentences.setdefault(sentence, set()).add((country, name))

    def told_in(self, sentence: int, name: str = "") -> set[str]:
        """The countries that a sentence tells by other names than this one."""
        return {country for country, by in self.sentences.get(sentence, ()) if not by or by != name}

    def leading(self, most: int = 4) -> list[str]:
        """The countries of the text, the most named first."""
        return sorted(filter(None, self.countries), key=lambda country: -self.countries[country])[:most]

    def share(self, country: str, name: str = "") -> float:
        """The country's share of all votes but those of a name: no name speaks for itself."""
        told = self.own.get(name)
        if told is None:
            return self.countries.get(country, 0.0) / self.total if self.total else 0.0
        rest = self.total - sum(told.values())
        return max(0.0, self.countries.get(country, 0.0) - told.get(country, 0.0)) / rest if rest > _NOTHING else 0.0

    def division_share(self, place: Place, name: str = "") -> float:
        """The share of the division that a place lies in or is, without the votes of a name."""
        division = place.admin1 or (place.name if place.feature == "A" else None)
        if not division or (place.country, division) not in self.divisions:
            return 0.0
        rest = self.total - sum(self.own.get(name, {}).values())
        told = self.divisions[place.country, division] - self.own_divisions.get((name, place.country, division), 0.0)
        return max(0.0, told) / rest if rest > _NOTHING else 0.0


def lean(spots: Sequence[Spot], home: Place | None = None) -> Leanings:
    """The votes of peoples, countries, divisions, and of names that only one country has."""
    leanings = Leanings()
    if home:
        leanings.vote(home.country, home.admin1, 1.0)
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
