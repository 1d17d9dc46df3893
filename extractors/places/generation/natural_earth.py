"""Label points of Natural Earth: first-level divisions, regions, airports; and outlines of counties."""

import csv
import struct
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from extractors.places.gazetteer.tables import Row

_KINDS = {
    "Desert": "G", "Range/mtn": "G", "Plateau": "G", "Plain": "G", "Basin": "G", "Geoarea": "G", "Lowland": "G",
    "Continent": "G", "Depression": "R", "Delta": "R", "Coast": "R", "Peninsula": "R", "Pen/cape": "R", "Island": "R",
    "Island group": "R", "Foothills": "R", "Gorge": "R", "Isthmus": "R", "Lake": "W", "Valley": "R", "Wetlands": "R",
    "island": "R", "island group": "R", "plain": "G",
}  # fmt: skip
_SHORT = {
    " Mts.": " Mountains", " Mts .": " Mountains", " Ra.": " Range", " Plat.": " Plateau", " Pen.": " Peninsula",
    " Is.": " Islands", " I.": " Island", " Des.": " Desert", " Arch.": " Archipelago",
}  # fmt: skip


class Point(NamedTuple):
    """A named point in a country."""

    name: str
    latitude: float
    longitude: float
    country: str
    whole: bool = True


def read_divisions(folder: Path) -> list[Point]:
    """Label points of first-level divisions; of those in several parts the point is a mean, and may lie in the sea."""
    return [
        Point(row["name"], float(row["latitude"]), float(row["longitude"]), row["country"], row["polygons"] == "1")
        for row in _rows(folder / "natural-earth-admin1-points.csv")
        if row["name"] and "(" not in row["adm1_code"] and "99" not in row["name"]
    ]


def read_regions(folder: Path) -> Iterator[Row]:
    """Physical regions; the country is left open."""
    for row in _rows(folder / "natural-earth-regions.csv"):
        feature = _KINDS.get(row["feature"])
        if feature and len(row["name"]) > 3:
            yield _row(_full(row["name"]), row, "", feature, ())


def read_airports(folder: Path) -> list[Point]:
    """Airports, the country left open."""
    return [
        Point(row["name"], float(row["latitude"]), float(row["longitude"]), "")
        for row in _rows(folder / "natural-earth-airports.csv")
    ]


def airport_names(name: str) -> tuple[str, tuple[str, ...]]:
    """The full name of an airport, and its other names; never the bare name, which is a town's or a person's."""
    bare = name.replace(" Int'l", "").replace(" Air Base", "").replace(" Airport", "").strip()
    if "Air Base" in name:
        return f"{bare} Air Base", (f"{bare} Airbase", f"{bare} airport")
    full = f"{bare} International Airport" if "Int'l" in name else f"{bare} Airport"
    return full, tuple(other for other in (f"{bare} Airport", f"{bare} airbase") if other != full)


def _full(name: str) -> str:
    for short, full in _SHORT.items():
        name = name.replace(short, full)
    return name


def _row(name: str, cells: dict[str, str], country: str, feature: str, aliases: tuple[str, ...]) -> Row:
    return Row(name, float(cells["latitude"]), float(cells["longitude"]), country, "", 0, 0, feature, aliases)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def county_points(shapes: Path, table: Path) -> dict[str, tuple[float, float]]:
    """The middle of each county's largest outline, by its FIPS code (a shapefile and its table)."""
    data, rows = shapes.read_bytes(), _codes(table.read_bytes())
    points, at = {}, 100
    for code in rows:
        (words,) = struct.unpack_from(">i", data, at + 4)
        points[code] = _middle(data, at + 8)
        at += 8 + 2 * words
    return points


def _codes(data: bytes) -> list[str]:
    """The column GEOID of a dBase table."""
    count, head, size = struct.unpack_from("<IHH", data, 4)
    begin, width, offset = 1, 0, 32
    while data[offset] != 0x0D:
        name, length = data[offset : offset + 11].split(b"\0")[0], data[offset + 16]
        if name == b"GEOID":
            width = length
            break
        begin += length
        offset += 32
    rows = range(head, head + count * size, size)
    return [data[at + begin : at + begin + width].decode("ascii").strip() for at in rows]


def _middle(data: bytes, at: int) -> tuple[float, float]:
    """The centre of gravity of the largest ring of a polygon, as latitude and longitude."""
    parts, points = struct.unpack_from("<2i", data, at + 36)
    starts = [*struct.unpack_from(f"<{parts}i", data, at + 44), points]
    flat = struct.unpack_from(f"<{2 * points}d", data, at + 44 + 4 * parts)
    best = (0.0, 0.0, 0.0)
    for first, last in pairwise(starts):
        best = max(best, _centre(flat[2 * first : 2 * last]), key=lambda found: found[0])
    return best[2], best[1]


def _centre(flat: tuple[float, ...]) -> tuple[float, float, float]:
    area = across = up = 0.0
    for i in range(0, len(flat) - 2, 2):
        x0, y0, x1, y1 = flat[i : i + 4]
        cross = x0 * y1 - x1 * y0
        area, across, up = area + cross, across + (x0 + x1) * cross, up + (y0 + y1) * cross
    return (abs(area), across / (3 * area), up / (3 * area)) if area else (0.0, flat[0], flat[1])
