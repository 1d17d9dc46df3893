"""`annalist gazetteer`: looks names up in the gazetteer, adds places to it, installs the full GeoNames dump."""

import argparse
import sys
from pathlib import Path

from extractors.places.gazetteer.additions import add_places
from extractors.places.gazetteer.features import FEATURES
from extractors.places.gazetteer.lookup import Gazetteer, Place, open_gazetteer
from flows.display.tables import write_rows
from flows.settings import settings_for
from schemas.errors import ConfigurationError

COLUMNS = ("name", "feature", "country", "admin1", "latitude", "longitude", "population", "geonameid", "found")
SHOWN = ("name", "what", "lies in", "point", "people", "found")  # what fits a terminal
STEPS = {2: "as written", 3: "without article", 4: "respelt"}
NOT_FOUND = 1


def run(given: argparse.Namespace) -> int:
    """Does what the action says; 0, or 1 if a name is unknown."""
    folder = settings_for(given.home, given.warehouse).gazetteer
    if given.action == "lookup":
        return _lookup(given, folder)
    if given.action == "add":
        added = add_places(folder, Path(given.table))
        _say(f"{added.new} places added, {added.replaced} replaced in {folder}")
    if given.action == "install":
        _install(given, folder)
    _say(_opened(folder).version)
    return 0


def _opened(folder: Path) -> Gazetteer:
    """The gazetteer of a home folder; opening it builds what is to be built."""
    return open_gazetteer(folder if folder.is_dir() else None)


def _lookup(given: argparse.Namespace, folder: Path) -> int:
    gazetteer = _opened(folder)
    codes = frozenset(code.upper() for code in given.country or ())
    found = gazetteer.candidates_in(given.name, codes) if codes else gazetteer.candidates(given.name)
    if not found and not codes:
        found = gazetteer.respelt(given.name)
    listed = found[: given.limit]
    if given.format == "table":
        write_rows("table", SHOWN, [_shown(place) for place in listed])
    else:
        write_rows(given.format, COLUMNS, [_cells(place) for place in listed])
    if not found:
        sys.stderr.write("annalist: no place of that name\n")
    return 0 if found else NOT_FOUND


def _cells(place: Place) -> tuple[object, ...]:
    return (
        place.name, place.feature, place.country, place.admin1, place.latitude, place.longitude,
        place.population or None, place.geonameid, _how(place),
    )  # fmt: skip


def _shown(place: Place) -> tuple[object, ...]:
    what = FEATURES[place.feature].partition(" (")[0]
    within = ", ".join(part for part in (place.admin1, place.country) if part)
    return place.name, what, within, f"{place.latitude} {place.longitude}", place.population or None, _how(place)


def _how(place: Place) -> str:
    """How the name that was asked for led to a place."""
    return STEPS[place.step] if place.own or place.step > 2 else "other name"


def _install(given: argparse.Namespace, folder: Path) -> None:
    from extractors.places.gazetteer.dump import install_dump  # the other actions do not pay for DuckDB

    source = Path(given.folder)
    if not source.is_dir():
        raise ConfigurationError(f"{source}: no such folder")
    installed = install_dump(source, folder, [code.upper() for code in given.country or ()])
    left = f", {installed.left_out} rows left out (told twice, or without a point)" if installed.left_out else ""
    _say(f"{installed.places} places installed in {folder}{left}")


def _say(told: str) -> None:
    sys.stdout.write(f"{told}\n")
