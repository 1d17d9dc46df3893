"""The export formats by name; each writer is imported only when it is called."""

import importlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from warehouse.exports.report import EventRow, ExportReport

Writer = Callable[..., ExportReport]
_WRITERS = {
    "timeline": ("warehouse.exports.timeline", "write_timeline"),
    "csv": ("warehouse.exports.csv_table", "write_csv"),
    "geojson": ("warehouse.exports.geojson", "write_geojson"),
    "ics": ("warehouse.exports.ics", "write_ics"),
    "timelinejs": ("warehouse.exports.timelinejs", "write_timelinejs"),
    "kml": ("warehouse.exports.kml", "write_kml"),
    "parquet": ("warehouse.exports.parquet_folder", "write_parquet"),
}
# Formats whose columns a query gives: the statement in sql/queries/ that selects them.
TABLES: Mapping[str, str] = {
    "acled": "queries/export_acled",
    "ged": "queries/export_ged",
    "gdelt": "queries/export_gdelt",
}
CHANGES = "delta"  # what changed since a run


def _lazily(module: str, function: str) -> Writer:
    def write(rows: Sequence[EventRow], path: Path, *, title: str = "Events") -> ExportReport:
        found: Writer = getattr(importlib.import_module(module), function)
        return found(rows, path, title=title)

    return write


FORMATS: Mapping[str, Writer] = {name: _lazily(*where) for name, where in _WRITERS.items()}
