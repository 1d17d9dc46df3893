"""The gazetteer: names of places and what may bear them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from extractors.places.gazetteer.distance import distance_km
from extractors.places.gazetteer.features import PRECISIONS
from extractors.places.gazetteer.indexfile import FOLDED, JOINED, IndexFile, open_index
from extractors.places.gazetteer.shipped import ADDED, DUMP, open_shipped
from extractors.places.gazetteer.spelling import fold_key, join_key, key_n2
from schemas.errors import ConfigurationError

SETTLED = "PS"  # features that a point is told by
_KM_A_DEGREE = 111.2
_SAME_KM = 5.0  # two indexes' places of one name, feature and country this near are one
REMEMBERED = 10_000  # names whose candidates are kept at hand

name_key = key_n2


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place: point in WGS84 degrees, country alpha-2 (empty for what lies in several), feature of `features`.

    `curated`: entered by hand, because war reporting needs it. `own`: the name that was looked up is its own, or one
    entered by hand, not one of the many that other languages have for it. `step`: how far down the ladder of
    spellings it was found (2 as written, 3 without article, 4 folded).
    """

    name: str
    latitude: float
    longitude: float
    country: str
    admin1: str | None
    geonameid: int | None
    population: int
    feature: str
    curated: bool = False
    own: bool = True
    step: int = 2

    @property
    def precision(self) -> str:
        """The codebook's precision of a mention of the place."""
        return PRECISIONS[self.feature]


class Gazetteer:
    """Candidates by name, from one or several indexes. `version` names their content."""

    def __init__(self, *indexes: IndexFile) -> None:
        """Looks names up in all the indexes; the first is asked first."""
        self.version = " + ".join(str(index.header["version"]) for index in indexes)
        self._indexes = indexes
        self._found: dict[str, tuple[Place, ...]] = {}

    def __contains__(self, name: str) -> bool:
        key = key_n2(name)
        return any(key in index for index in self._indexes)

    def candidates(self, name: str) -> list[Place]:
        """All places that bear a name as it is written: largest first, those of which it is an alias last."""
        return list(self._at(key_n2(name), 2))

    def bearers(self, key: str) -> tuple[Place, ...]:
        """The same for a name whose N2 key is known."""
        return self._at(key, 2)

    def candidates_in(self, name: str, countries: Collection[str]) -> list[Place]:
        """Places that bear a name, or a spelling of it, inside some countries: the first step that finds any."""
        found = [place for place in self.candidates(name) if place.country in countries]
        if not found:
            found = [place for place in self.respelt(name) if place.country in countries]
        if not found:
            folded = fold_key(key_n2(name))
            found = [place for country in sorted(countries) for place in self._at(FOLDED + country + folded, 4)]
        return found

    def respelt(self, name: str) -> list[Place]:
        """Places of which a name is another spelling as far as the article goes (N3), anywhere."""
        key = join_key(key_n2(name))
        return [*(replace(place, step=3) for place in self._at(key, 2)), *self._at(JOINED + key, 3)]

    def nearest(self, latitude: float, longitude: float, *, within_km: float, limit: int) -> list[Place]:
        """The settlements and sites nearest to a point, nearest first."""
        here = (latitude, longitude)
        found = [
            _place(index, number, own=True)
            for index in self._indexes
            for number in index.within(latitude, longitude, within_km / _KM_A_DEGREE)
        ]
        far = [
            (distance_km(here, (place.latitude, place.longitude)), place) for place in found if place.feature in SETTLED
        ]
        near = sorted((pair for pair in far if pair[0] <= within_km), key=lambda pair: (pair[0], -pair[1].population))
        return [place for _, place in near[:limit]]

    def longest(self, word: str) -> int:
        """How many words the longest name has that begins with this word (an N2 key); 0 if no name does."""
        if len(self._indexes) == 1:
            return self._indexes[0].longest(word)
        return max([index.longest(word) for index in self._indexes])

    def let_go(self) -> None:
        """Returns nothing; the mapped indexes take memory again only where they are next looked at."""
        for index in self._indexes:
            index.let_go()

    def _at(self, key: str, step: int) -> tuple[Place, ...]:
        found = self._found.get(key)
        if found is None:
            if len(self._found) >= REMEMBERED:
                self._found.clear()
            found = self._found[key] = self._read(key, step)
        return found

    def _read(self, key: str, step: int) -> tuple[Place, ...]:
        places: list[Place] = []
        for index in self._indexes:
            known = tuple(places)
            found = [_place(index, number, own=own, step=step) for number, own in index.find(key)]
            places += (
                [place for place in found if not any(_is_one(place, other) for other in known)] if known else found
            )
        if len(places) < 2:
            return tuple(places)
        weights = [
            (not place.own, -(_weight(place, places) if place.feature in "CA" else place.population), at)
            for at, place in enumerate(places)
        ]
        return tuple([places[at] for _, _, at in sorted(weights)])


def _weight(place: Place, others: Sequence[Place]) -> int:
    """Of a country more than of all others; of a division its people, but less than the town in it of its name."""
    if place.feature == "C":
        return 1 << 40
    seats = [other.population for other in others if other.feature == "P" and _holds(place, other)]
    return min(place.population, max(seats) - 1) if seats else place.population


def _holds(division: Place, town: Place) -> bool:
    return (town.country, town.admin1) == (division.country, division.name)


def _is_one(one: Place, other: Place) -> bool:
    """Whether two indexes tell of one place."""
    if one.geonameid and one.geonameid == other.geonameid:
        return True
    if (one.feature, one.country) != (other.feature, other.country):
        return False
    near = distance_km((one.latitude, one.longitude), (other.latitude, other.longitude)) < _SAME_KM
    return near or one.feature in "CA"


def _place(index: IndexFile, number: int, *, own: bool, step: int = 2) -> Place:
    row, curated = index.record(number)
    return Place(
        name=row.name,
        latitude=row.latitude,
        longitude=row.longitude,
        country=row.country,
        admin1=row.admin1 or None,
        geonameid=row.geonameid or None,
        population=row.population,
        feature=row.feature,
        curated=curated,
        own=own,
        step=step,
    )


@cache
def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """The shipped gazetteer; with a folder, also the places and the dump that a user keeps there.

    Raises:
        ConfigurationError: there is no such folder, a row of its table cannot be a place, or its index is broken.
    """
    if path is None:
        return Gazetteer(open_shipped())
    if not path.is_dir():
        raise ConfigurationError(f"{path}: no gazetteer there")
    indexes = [open_shipped(sorted(path.glob(ADDED)))]
    for dump in sorted(path.glob(DUMP)):
        try:
            indexes.append(open_index(dump))
        except (OSError, ValueError) as error:
            raise ConfigurationError(f"{dump}: {error} (install the dump again)") from error
    return Gazetteer(*indexes)
