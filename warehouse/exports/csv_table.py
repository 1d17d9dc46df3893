"""CSV: one header, UTF-8, ISO days, nothing for null; text that a spreadsheet would run is defused."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from warehouse.exports.report import EventRow, ExportReport, names_of, write_whole

COLUMNS = (
    "event_id kind status claimed_by date_start date_end date_edtf date_precision date_basis place place_text latitude "
    "longitude country admin1 geonameid place_precision actors targets about deaths_low deaths_high injured_low "
    "injured_high quote plover_type plover_mode cameo acled confidence mention_count source_count first_reported "
    "last_reported source title url published"
).split()
SIDES = ("actors", "targets", "about")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(rows: Sequence[EventRow], path: Path, *, title: str = "Events") -> ExportReport:  # noqa: ARG001 - all exports are called alike
    """Writes one line an event; sides are names joined by `; `."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(row, column) for column in COLUMNS] for row in rows)
    write_whole(path, out.getvalue().encode("utf-8"))
    return ExportReport(written=len(rows))


def _cell(row: EventRow, column: str) -> str:
    value = "; ".join(names_of(row.get(column))) if column in SIDES else row.get(column)
    if value is None:
        return ""
    return defused(value) if isinstance(value, str) else str(value)


def defused(text: str) -> str:
    """The text, with a quote before what a spreadsheet would run as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
