"""Parquet: a folder partitioned by year and month (zstd), with a data package that describes every column."""

import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from schemas.errors import ConfigurationError
from warehouse.exports.csv_table import COLUMNS, SIDES
from warehouse.exports.report import EventRow, ExportReport, writable

DAYS = {"date_start", "date_end", "first_reported", "last_reported", "published"}
NUMBERS = {"latitude", "longitude", "confidence"}
COUNTS = {
    "geonameid", "deaths_low", "deaths_high", "injured_low", "injured_high", "mention_count", "source_count",
}  # fmt: skip
PARTY = pa.struct([(name, pa.string()) for name in ("name", "text", "country", "sector")])
UNDATED = "undated"  # the partition of events whose year or month is not known: no query by month meets them
ABOUT = "datapackage.json"


def write_parquet(rows: Sequence[EventRow], path: Path, *, title: str = "Events") -> ExportReport:
    """Writes a folder, or puts a new one in the place of one that this function wrote before.

    Raises:
        ConfigurationError: the path cannot be written, or is something else than such a folder.
    """
    if path.exists() and not (path / ABOUT).is_file():
        raise ConfigurationError(f"{path}: cannot be written (it exists and is no folder of such files)")
    with writable(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        half = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}."))
        try:
            _write_parts(rows, half)
            (half / ABOUT).write_text(json.dumps(_package(title), indent=1), "utf-8")
            half.chmod(0o755)
            shutil.rmtree(path, ignore_errors=True)
            half.replace(path)
        except OSError:
            shutil.rmtree(half, ignore_errors=True)
            raise
    return ExportReport(written=len(rows))


def _write_parts(rows: Sequence[EventRow], folder: Path) -> None:
    parts: dict[tuple[str, str], list[EventRow]] = {}
    for row in rows:
        parts.setdefault(_partition(row), []).append(row)
    for (year, month), members in sorted(parts.items()):
        part = folder / f"year={year}" / f"month={month}"
        part.mkdir(parents=True)
        table = pa.Table.from_pylist([_plain(row) for row in members], schema=schema())
        pq.write_table(table, part / "events.parquet", compression="zstd")


def _partition(row: EventRow) -> tuple[str, str]:
    start, end = row.get("date_start"), row.get("date_end")
    if not (start and end):
        return UNDATED, UNDATED
    whole = (start.year, start.month) == (end.year, end.month)
    return (str(start.year), f"{start.month:02d}") if whole else (str(start.year), UNDATED)


def _plain(row: EventRow) -> dict[str, Any]:
    return {name: row.get(name) for name in COLUMNS}


def schema() -> pa.Schema:
    """The columns and their types: days are dates, sides are lists of parties."""
    return pa.schema([(name, _type(name)) for name in COLUMNS])


def _type(name: str) -> pa.DataType:
    if name in SIDES:
        return pa.list_(PARTY)
    if name in DAYS:
        return pa.date32()
    return pa.float64() if name in NUMBERS else pa.int64() if name in COUNTS else pa.string()


def _package(title: str) -> dict[str, Any]:
    """The description of the folder after the Data Package standard."""
    kinds = {"date32[day]": "date", "double": "number", "int64": "integer", "string": "string"}
    fields = [{"name": field.name, "type": kinds.get(str(field.type), "array")} for field in schema()]
    resource = {
        "name": "events",
        "path": "year=*/month=*/events.parquet",
        "format": "parquet",
        "schema": {"fields": fields, "primaryKey": "event_id"},
    }
    return {"name": "annalist-events", "title": title, "resources": [resource]}
