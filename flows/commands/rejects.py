"""`annalist rejects`: what was refused and why, the latest first."""

import argparse
import sys

from flows.settings import settings_for
from flows.tables import write_rows
from warehouse.connection import read_connection
from warehouse.runs import list_rejects

SHOWN = ("recorded_at", "origin", "reason", "detail")


def run(given: argparse.Namespace) -> int:
    """Prints the refusals; 0."""
    with read_connection(settings_for(given.home, given.warehouse).warehouse) as connection:
        rows = list_rejects(connection)[: given.limit]
    if given.format == "table" and not rows:
        sys.stdout.write("nothing was rejected\n")
        return 0
    columns = SHOWN if given.format == "table" else ("reject_id", *SHOWN, "run_id")
    write_rows(given.format, columns, ([row[name] for name in columns] for row in rows))
    return 0
