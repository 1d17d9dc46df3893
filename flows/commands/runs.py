"""`annalist runs`: the ledger of runs, the latest first."""

import argparse

from flows.display.tables import plain, write_rows
from flows.settings import settings_for
from warehouse.connection import read_connection
from warehouse.runs import list_runs

SHOWN = ("run", "status", "articles", "events", "rejected", "sources")


def run(given: argparse.Namespace) -> int:
    """Prints the runs; 0. A run that never finished is `interrupted`."""
    with read_connection(settings_for(given.home, given.warehouse).warehouse) as connection:
        rows = list_runs(connection)[: given.limit]
    if given.format == "table":
        write_rows("table", SHOWN, (_cells(row) for row in rows), whole=("run", "status"))
    else:
        columns = list(rows[0]) if rows else ["run_id"]
        write_rows(given.format, columns, ([row[name] for name in columns] for row in rows))
    return 0


def _cells(row: dict[str, object]) -> list[str]:
    articles, events = (
        " ".join(f"{mark}{row[f'{what}_{change}']}" for mark, change in marks if row[f"{what}_{change}"])
        for what, marks in (
            ("articles", (("+", "new"), ("~", "changed"), ("=", "unchanged"))),
            ("events", (("+", "new"), ("~", "changed"), ("-", "withdrawn"))),
        )
    )
    sources = row["sources"]
    told = ", ".join(map(str, sources)) if isinstance(sources, list) else plain(sources)
    return [plain(row["run_id"]), plain(row["status"]), articles, events, plain(row["rejects_new"] or ""), told]
