"""First- and second-level divisions: GeoNames' names, with points of Natural Earth or of the towns they hold."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from extractors.places.gazetteer.spelling import fold_key, key_n2
from extractors.places.gazetteer.tables import Row
from extractors.places.generation.cities import City, Codes
from extractors.places.generation.names import plain_name
from extractors.places.generation.natural_earth import Point
from extractors.places.generation.nearness import Towns

_BEFORE = re.compile(
    r"^(?:Muhafazat|Wilayat|Wilaya de|Région(?: de l['’]| de la | du | de | d['’])|Region of|Province of|Provincia de"
    r"|Province de|Departamento(?: del| de la| de)|Estado(?: de)?|Departement de|Distrito de|District of|Oblast de"
    r"|Oblast|Judetul|Powiat)\s+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s+(?:Governorate|Province|Region|State|Oblast['’]?|Oblast’|Krai|Kray|Raion|District|Department|Division|City|County"
    r"|Prefecture|Parish|Canton|Voivodeship|Republic|Respublika|Emirate)$"
)
_SURE = 3  # towns that tell to which division a point belongs


def town_mean(rows: Sequence[Row]) -> tuple[float, float]:
    """The middle of some towns."""
    return sum(row.latitude for row in rows) / len(rows), sum(row.longitude for row in rows) / len(rows)


def bare_name(name: str) -> str:
    """A division's name without the word for what it is.

    >>> bare_name("Abyan Governorate"), bare_name("Province of Cebu")
    ('Abyan', 'Cebu')
    """
    return _AFTER.sub("", _BEFORE.sub("", name)) or name


def first_level(cities: Sequence[City], names: Codes, points: Iterable[Point]) -> tuple[list[Row], list[Row]]:
    """First-level divisions; and finer ones that Natural Earth has where GeoNames has larger units."""
    held: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row, code in cities:
        if (row.country, code) in names:
            held[row.country, names[row.country, code]].append(row)
    given = _assigned(held, points)
    rows, finer = [], []
    for (country, name), towns in held.items():
        inside = given.get((country, name), [])
        own = _own_point(name, inside)
        finer += [_finer(point, name) for point in inside if len(inside) > 1 and not _same(name, point.name)]
        rows.append(_division(country, name, own, towns))
    return rows, finer


def _assigned(held: dict[tuple[str, str], list[Row]], points: Iterable[Point]) -> dict[tuple[str, str], list[Point]]:
    """The points of each division: by name, else by the nearest towns."""
    towns = Towns(row._replace(admin1=name) for (_, name), rows in held.items() for row in rows)
    given: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for point in points:
        near = towns.nearest(point.latitude, point.longitude, _SURE, point.country)
        votes = Counter(row.admin1 for row in near)
        same = [name for country, name in held if country == point.country and _same(name, point.name)]
        if same or votes:
            given[point.country, same[0] if same else votes.most_common(1)[0][0]].append(point)
    return given


def _same(one: str, other: str) -> bool:
    return fold_key(key_n2(bare_name(one))) == fold_key(key_n2(bare_name(other.split(" (", maxsplit=1)[0])))


def _own_point(name: str, inside: Sequence[Point]) -> Point | None:
    """The label point of a division: by its name, else the only one there."""
    same = [point for point in inside if _same(name, point.name)]
    own = same[0] if same else (inside[0] if len(inside) == 1 else None)
    return own if own and own.whole else None


def _division(country: str, name: str, point: Point | None, towns: Sequence[Row]) -> Row:
    latitude, longitude = (point.latitude, point.longitude) if point else town_mean(towns)
    plain = plain_name(name, country)
    bare = bare_name(plain)
    others = [plain, *([plain_name(point.name, country)] if point and _same(name, point.name) else [])]
    people = sum(row.population for row in towns)
    return Row(
        bare, round(latitude, 4), round(longitude, 4), country, bare, 0, people, "A",
        tuple(other for other in dict.fromkeys(others) if other != bare),
    )  # fmt: skip


def _finer(point: Point, division: str) -> Row:
    name = plain_name(point.name, point.country)
    admin1 = bare_name(plain_name(division, point.country))
    return Row(name, point.latitude, point.longitude, point.country, admin1, 0, 0, "D", ())


def second_level(
    towns: Path, countries: frozenset[str], counties: dict[tuple[str, str], tuple[float, float]]
) -> Iterator[Row]:
    """Second-level divisions of some countries, from an extract that names the division of each town.

    Their points are those of the counties' outlines where there are any, else the middle of the towns.
    """
    held: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    with towns.open(encoding="utf-8", newline="") as lines:
        for cells in csv.DictReader(lines):
            if cells["cc"] in countries and cells["admin2"]:
                row = Row(cells["name"], float(cells["lat"]), float(cells["lon"]), cells["cc"], "", 0, 0, "P", ())
                held[cells["cc"], cells["admin1"], cells["admin2"]].append(row)
    for (country, admin1, name), rows in sorted(held.items()):
        latitude, longitude = counties.get((admin1, name)) or town_mean(rows)
        bare = name if country == "US" else bare_name(name)
        yield Row(
            bare, round(latitude, 4), round(longitude, 4), country, bare_name(admin1), 0, 0, "D",
            () if bare == name else (name,),
        )  # fmt: skip
