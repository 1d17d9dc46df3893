"""CSV in the exact columns of ACLED, UCDP GED, GDELT, or of the changes since a run: one header, ISO days."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from warehouse.exports.csv_table import defused
from warehouse.exports.report import ExportReport, names_of, write_whole


def write_table(columns: Sequence[str], rows: Sequence[Sequence[Any]], path: Path) -> ExportReport:
    """Writes one line a row under the columns' own names; nothing for null, names of parties joined by `; `."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    write_whole(path, out.getvalue().encode("utf-8"))
    return ExportReport(written=len(rows))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        parties = [part for part in value if isinstance(part, dict)]
        return "; ".join(names_of(parties) if parties else map(str, value))
    return defused(value) if isinstance(value, str) else str(value)
