"""What a text leans to: countries and divisions by the names in it that are not in doubt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractors.places.gazetteer import Place
from extractors.places.spotter import Spot

REGIONS = frozenset("RGW")  # entered by hand without people, and yet what news means by a name: Gaza, the Gulf


@dataclass(slots=True, kw_only=True)
class Leanings:
    """Weights of countries and of divisions in the whole text, and the countries of each sentence."""

    countries: dict[str, float] = field(default_factory=dict)
    divisions: dict[tuple[str, str], float] = field(default_factory=dict)
    sentences: dict[int, set[str]] = field(default_factory=dict)
    total: float = 0.0

    def vote(self, country: str, division: str | None, weight: float, sentences: Iterable[int] = ()) -> None:
        """Adds weight to a country, and to its division if one is told."""
        self.countries[country] = self.countries.get(country, 0.0) + weight
        self.total += weight
        if division:
            self.divisions[country, division] = self.divisions.get((country, division), 0.0) + weight
        for sentence in sentences:
            self.sentences.setdefault(sentence, set()).add(country)

    def leading(self, most: int = 4) -> list[str]:
        """The countries of the text, the most named first."""
        return sorted(filter(None, self.countries), key=lambda country: -self.countries[country])[:most]

    def share(self, country: str) -> float:
        """The country's share of all votes."""
        return self.countries.get(country, 0.0) / self.total if self.total else 0.0

    def division_share(self, place: Place) -> float:
        """The share of the division that a place lies in or is."""
        division = place.admin1 or (place.name if place.feature == "A" else None)
        return self.divisions.get((place.country, division), 0.0) / self.total if division and self.total else 0.0


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
    place = (wide or spot.candidates)[0]
    if not wide:
        leanings.vote(place.country, place.admin1 if len(spot.candidates) == 1 else None, 0.5, (spot.sentence,))
    elif len(wide) == 1 and place.feature == "A":
        leanings.vote(place.country, place.admin1 or place.name, 1.0, (spot.sentence,))
    else:
        leanings.vote(place.country, None, 1.0, (spot.sentence,))
