"""Reads the CSV files that events are found by, with the place of every row for messages."""

import csv
from collections.abc import Iterator
from pathlib import Path

from schemas.errors import ConfigurationError

FOLDER = Path(__file__).parent.parent / "lexicon"
COLUMNS = {
    "kinds": ("kind", "words", "needs", "roles", "codes", "example", "expect"),
    "classes": ("class", "words", "example"),
}


class Row(dict[str, str]):
    """One row of a table, by column; `line` says where it stands."""

    line: str = ""


def lexicon_rows(name: str, folder: str | None = None) -> Iterator[Row]:
    """Rows of a table, a user's own first: `name`.csv, or every file of the folder `name`.

    Raises:
        ConfigurationError: a file lacks a column or a row has too few or too many cells.
    """
    for root in ([Path(folder)] if folder else []) + [FOLDER]:
        files = sorted((root / name).glob("*.csv")) if (root / name).is_dir() else [root / f"{name}.csv"]
        for file in files:
            if file.is_file():
                yield from _rows(file, COLUMNS.get(name, ()))


def _rows(file: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        missing = [column for column in columns if column not in (reader.fieldnames or ())]
        if missing:
            raise ConfigurationError(f"{file.name}:1: no column {missing[0]!r}")
        for told in reader:
            if None in told or None in told.values():
                raise ConfigurationError(f"{file.name}:{reader.line_num}: {len(columns)} cells are wanted")
            row = Row(told)
            row.line = f"{file.name}:{reader.line_num}"
            yield row
