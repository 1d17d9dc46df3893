"""`annalist export`: the events as a file in another format."""

import argparse
import sys
from pathlib import Path

from flows.filters import filter_of, tell_undated
from flows.settings import settings_for
from flows.wording import counted_events
from warehouse.connection import read_connection
from warehouse.exports.formats import FORMATS
from warehouse.read import count_undated, select_export_rows


def run(given: argparse.Namespace) -> int:
    """Writes the events that pass the filters, and says how many and where; 0."""
    chosen, path = filter_of(given), Path(given.output)
    with read_connection(settings_for(given.home, given.warehouse).warehouse) as connection:
        rows = select_export_rows(connection, chosen)
        undated = count_undated(connection, chosen)
    report = FORMATS[given.format](rows, path, title=given.title)
    sys.stdout.write(f"{path}: {counted_events(report.written)}\n")
    if report.left_out:
        sys.stderr.write(f"annalist: {counted_events(report.left_out)} left out: {report.reason}\n")
    tell_undated(undated)
    return 0
