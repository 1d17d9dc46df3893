"""Short reports of our own, and a warehouse read back row by row, for the tests of the ingestion."""

import itertools
import json
from pathlib import Path
from typing import Any

from warehouse.connection import read_connection

TOWNS = ("Palmyra", "Raqqa", "Aleppo", "Homs", "Idlib", "Hama")
ACTS = ("Rebels captured {town} on {day} May 2016.", "Jets bombed {town} on {day} May 2016, killing {day} people.")
# What differs from run to run is told by the ledger and not by the rows.
MOMENTS = {"run_id", "recorded_at", "last_recorded_at"}


def reports(count: int) -> list[dict[str, str]]:
    """Articles that each tell one event; some tell the same one."""
    told = itertools.cycle(itertools.product(ACTS, TOWNS))
    chosen = itertools.islice(told, count)
    return [
        {"id": f"r{number:03d}", "published": "2016-05-30", "text": act.format(town=town, day=number % 28 + 1)}
        for number, (act, town) in enumerate(chosen)
    ]


def write_reports(path: Path, rows: list[dict[str, str]]) -> Path:
    """The path of a JSON Lines file with the reports."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return path


def rows_of(warehouse: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of what a user reads, in a fixed order, without the moments at which they were stored."""
    found = {}
    with read_connection(warehouse) as connection:
        for table in ("articles", "mentions", "events", "event_actors", "places", "sources"):
            told = connection.execute(f"SELECT * FROM {table} ORDER BY ALL")  # names of our own
            names = [column[0] for column in told.description or ()]
            rows = [dict(zip(names, row, strict=True)) for row in told.fetchall()]
            kept = [{name: value for name, value in row.items() if name not in MOMENTS} for row in rows]
            found[table] = sorted(kept, key=repr)
    return found
