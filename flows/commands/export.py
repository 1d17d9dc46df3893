"""`annalist export`: the events as a file in another format."""

import argparse
import sys
from pathlib import Path

from flows.display.wording import counted_events
from flows.filters import filter_of, is_filtered, tell_undated
from flows.settings import settings_for
from schemas.errors import ConfigurationError
from warehouse.connection import Connection, read_connection
from warehouse.exports.formats import CHANGES, FORMATS, TABLES
from warehouse.exports.report import ExportReport
from warehouse.exports.view_table import write_table
from warehouse.read import count_undated, select_changes, select_events, select_export_rows, select_table


def run(given: argparse.Namespace) -> int:
    """Writes the events that pass the filters, and says how many and where; 0.

    Raises:
        ConfigurationError: a delta without its run, or with filters, which it does not know.
    """
    if (given.format == CHANGES) != bool(given.since_run):
        raise ConfigurationError("delta and --since-run RUN_ID go together: see `annalist runs`")
    if given.format == CHANGES and is_filtered(given):
        raise ConfigurationError("a delta holds all that changed: it takes no filters")
    path = Path(given.output)
    with read_connection(settings_for(given.home, given.warehouse).warehouse) as connection:
        report = _write(connection, given, path)
        undated = count_undated(connection, filter_of(given))
    sys.stdout.write(f"{path}: {counted_events(report.written)}\n")
    if report.left_out:
        sys.stderr.write(f"annalist: {counted_events(report.left_out)} left out: {report.reason}\n")
    tell_undated(undated)
    return 0


def _write(connection: Connection, given: argparse.Namespace, path: Path) -> ExportReport:
    if given.format == CHANGES:
        return write_table(*select_changes(connection, given.since_run), path)
    chosen = filter_of(given)
    if given.format in TABLES:
        report = write_table(*select_table(connection, TABLES[given.format], chosen), path)
        left = len(select_events(connection, chosen)) - report.written
        reason = "the format has no place for them (see docs/exports.md)" if left else None
        return ExportReport(written=report.written, left_out=left, reason=reason)
    return FORMATS[given.format](select_export_rows(connection, chosen), path, title=given.title)
