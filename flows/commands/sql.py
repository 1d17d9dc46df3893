"""`annalist sql`: reads the warehouse, never writes."""

import argparse
import sys

from flows.display.tables import write_rows
from flows.settings import settings_for
from warehouse.read import run_sql

SCREEN = 1000  # rows of a table; JSON and CSV have no limit but the one that is asked for


def run(given: argparse.Namespace) -> int:
    """Prints what the query gives; 0."""
    limit = given.limit or (SCREEN if given.format == "table" else None)
    path = settings_for(given.home, given.warehouse).warehouse
    columns, rows = run_sql(path, given.query, limit=limit and limit + 1)
    more = limit is not None and len(rows) > limit
    write_rows(given.format, columns, rows[:limit])
    if more:
        sys.stderr.write(f"annalist: only the first {limit} rows are shown (--limit)\n")
    return 0
