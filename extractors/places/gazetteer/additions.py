"""Places that users add: checked, then kept in one table in the home folder, which every later run reads."""

import csv
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from extractors.places.gazetteer.shipped import ADDED
from extractors.places.gazetteer.spelling import key_n2
from extractors.places.gazetteer.tables import Row, read_table_file
from schemas.errors import ConfigurationError

_COLUMNS = ("name", "latitude", "longitude", "country", "admin1", "geonameid", "population", "feature", "aliases")


class Addition(NamedTuple):
    """How many places were new, and how many stood there already and were replaced."""

    new: int
    replaced: int


def add_places(folder: Path, table: Path) -> Addition:
    """Adds the places of a CSV file to those of a folder; a name in the same country with the same feature is replaced.

    Nothing is added if a single row is wrong.

    Raises:
        ConfigurationError: a row cannot be a place, or the folder cannot be written.
    """
    given = read_table_file(table)
    if not given:
        raise ConfigurationError(f"{table}: no places in it")
    path = folder / ADDED
    kept = {_same(row): row for row in (read_table_file(path) if path.exists() else [])}
    before = len(kept)
    named = {_same(row): row for row in given}
    kept.update(named)
    _write(path, kept.values())
    return Addition(new=len(kept) - before, replaced=len(named) - (len(kept) - before))


def _same(row: Row) -> tuple[str, str, str]:
    return row.country, row.feature, key_n2(row.name)


def _write(path: Path, rows: Iterable[Row]) -> None:
    """Writes beside the table and moves into its place: a reader sees the old one or the new one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", dir=path.parent, delete=False, encoding="utf-8", newline="", suffix=".new"
        ) as file:
            lines = csv.writer(file, lineterminator="\n")
            lines.writerow(_COLUMNS)
            for row in rows:
                lines.writerow(
                    [
                        *row[:4],
                        row.admin1,
                        row.geonameid or "",
                        row.population or "",
                        row.feature,
                        "|".join(row.aliases),
                    ]
                )
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).replace(path)
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror}") from error
