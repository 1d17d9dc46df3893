"""`annalist rejects`: what was refused and why, the latest first."""

import argparse
import sys

from flows.display.tables import write_rows
from flows.settings import settings_for
from warehouse.connection import read_connection
from warehouse.runs import list_rejects

SHOWN = ("recorded_at", "stage", "origin", "reason", "detail")


def run(given: argparse.Namespace) -> int:
    """Prints the refusals; 0."""
    with read_connection(settings_for(given.home, given.warehouse).warehouse) as connection:
        rows = list_rejects(connection, resolved=given.all)[: given.limit]
    if given.format == "table" and not rows:
        sys.stdout.write("nothing was rejected\n")
        return 0
    more = ("reject_id", *SHOWN, "url", "source_name", "quarantine", "run_id", "resolved_at")
    columns = SHOWN if given.format == "table" else more
    write_rows(given.format, columns, ([row[name] for name in columns] for row in rows), whole=SHOWN[:2])
    return 0
