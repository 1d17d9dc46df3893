"""Tables of places: one row is one place with its names, in the columns of the overlay."""

import csv
import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from extractors.countries import load_countries
from extractors.places.gazetteer.features import FEATURES
from schemas.errors import ConfigurationError

REQUIRED = ("name", "latitude", "longitude", "country")
OPTIONAL = ("admin1", "geonameid", "population", "feature", "aliases", "source", "example")


class Row(NamedTuple):
    """One place as a table holds it."""

    name: str
    latitude: float
    longitude: float
    country: str
    admin1: str
    geonameid: int
    population: int
    feature: str
    aliases: tuple[str, ...]


def read_table(data: bytes, label: str) -> Iterator[Row]:
    """The places of a CSV file in UTF-8.

    Raises:
        ConfigurationError: a row cannot be a place; it says which line of which file, and what is wrong.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{label}: not UTF-8 (byte {error.start})") from error
    lines = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        _check_header(lines.fieldnames or (), label)
        for cells in lines:
            yield _row(cells, f"{label}:{lines.line_num}")
    except csv.Error as error:
        raise ConfigurationError(f"{label}:{lines.line_num + 1}: {error}") from error


def read_table_file(path: Path) -> list[Row]:
    """The places of a file."""
    try:
        return list(read_table(path.read_bytes(), str(path)))
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror}") from error


def _check_header(columns: object, label: str) -> None:
    names = list(columns) if isinstance(columns, list) else []
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise ConfigurationError(f"{label}:1: no column {', '.join(missing)}")
    unknown = [name for name in names if name not in (*REQUIRED, *OPTIONAL)]
    if unknown:
        raise ConfigurationError(f"{label}:1: unknown column {', '.join(map(repr, unknown))}")


def _row(cells: dict[str | None, str | None], where: str) -> Row:
    if None in cells:
        raise ConfigurationError(f"{where}: more cells than columns")

    def cell(name: str) -> str:
        return (cells.get(name) or "").strip()

    name = cell("name")
    if not name or len(name) > 200:
        raise ConfigurationError(f"{where}: name is {'empty' if not name else 'too long'}")
    feature = cell("feature") or "P"
    if feature not in FEATURES:
        raise ConfigurationError(f"{where}: unknown feature {feature!r} (known: {' '.join(FEATURES)})")
    return Row(
        name=name,
        latitude=_degrees(cell("latitude"), 90, f"{where}: latitude"),
        longitude=_degrees(cell("longitude"), 180, f"{where}: longitude"),
        country=_country(cell("country"), feature, where),
        admin1=cell("admin1"),
        geonameid=_whole(cell("geonameid"), f"{where}: geonameid"),
        population=_whole(cell("population"), f"{where}: population"),
        feature=feature,
        aliases=tuple(alias.strip() for alias in cell("aliases").split("|") if alias.strip()),
    )


def _degrees(written: str, limit: int, where: str) -> float:
    try:
        degrees = float(written)
    except ValueError as error:
        raise ConfigurationError(f"{where} is not a number: {written!r}") from error
    if not -limit <= degrees <= limit:
        raise ConfigurationError(f"{where} lies outside -{limit} to {limit}: {written}")
    return degrees


def _whole(written: str, where: str) -> int:
    if not written:
        return 0
    if not written.isdecimal() or int(written) >= 1 << 32:
        raise ConfigurationError(f"{where} is not a whole number: {written!r}")
    return int(written)


def _country(code: str, feature: str, where: str) -> str:
    if code in _codes() or (not code and feature in "WLGR"):
        return code
    raise ConfigurationError(f"{where}: unknown country {code!r} (two letters, ISO 3166-1)")


@cache
def _codes() -> frozenset[str]:
    return frozenset(country.alpha2 for country in load_countries())
