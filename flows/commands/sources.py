"""`annalist sources`: the named sources and how they fare."""

import argparse
import sys
from typing import Any

from flows.display.tables import write_rows
from flows.display.terminal import one_line
from flows.settings import settings_for
from flows.sources.registry import load_registry
from warehouse.connection import read_connection
from warehouse.memory import source_health

SHOWN = ("source", "state", "last success", "last new", "fails", "yield", "articles")
TOLD = (
    "poll_count", "last_poll_at", "last_success_at", "last_new_at", "failure_streak", "article_count", "typical_yield",
    "is_silent", "last_detail",
)  # fmt: skip
MINUTE, DAY = 16, 10  # characters of a moment to the minute, to the day


def run(given: argparse.Namespace) -> int:
    """Prints a row for each source that is named or was ever read; 0."""
    settings = settings_for(given.home, given.warehouse)
    registry = load_registry(settings.home, given.sources_file)
    known: dict[str, dict[str, Any]] = {}
    if settings.warehouse.is_file():
        with read_connection(settings.warehouse) as connection:
            known = {row["source_name"]: row for row in source_health(connection)}
    names = [*registry.sources, *(name for name in known if name not in registry.sources)]
    if given.format == "table" and not names:
        sys.stdout.write(f"no sources: name them in {registry.path}, or ingest an address\n")
        return 0
    rows = [_row(name, known.get(name)) for name in names][: given.limit]
    if given.format == "table":
        write_rows("table", SHOWN, (_cells(row) for row in rows), whole=SHOWN[1:])
        for row in rows:
            if row["last_detail"]:
                sys.stdout.write(f"{one_line(row['source_name'])}: {one_line(row['last_detail'])}\n")
    else:
        columns = list(rows[0]) if rows else ["source_name"]
        write_rows(given.format, columns, ([row[name] for name in columns] for row in rows))
    return 0


def _row(name: str, health: dict[str, Any] | None) -> dict[str, Any]:
    return {"source_name": name, "state": _state(health)} | {key: health[key] if health else None for key in TOLD}


def _state(health: dict[str, Any] | None) -> str:
    if health is None:
        return "never read"
    if health["failure_streak"]:
        return "failing"
    return "SILENT" if health["is_silent"] else "well"


def _cells(row: dict[str, Any]) -> list[object]:
    moments = [str(row["last_success_at"] or "")[:MINUTE], str(row["last_new_at"] or "")[:DAY]]
    usual = row["typical_yield"]
    return [
        row["source_name"],
        row["state"],
        *moments,
        row["failure_streak"] or "",
        "" if usual is None else f"{usual:g}",
        row["article_count"] or "",
    ]
