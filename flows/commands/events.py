"""`annalist events`: the events as a table, JSON or CSV."""

import argparse
import sys
from collections.abc import Sequence

from flows.display.tables import plain, show, table_of, terminal_width, write_json, write_rows
from flows.display.wording import Row, counted_events, told_date, told_kind, told_parties, told_place, told_range
from flows.filters import filter_of, tell_undated
from flows.settings import settings_for
from warehouse.connection import read_connection
from warehouse.read import count_undated, select_events

SHORT = 8  # characters of an id that a table shows: `explain` takes any beginning that no other id shares
WIDE = 110  # columns from which a table has room for counts
SIDES = ("actors", "targets", "about")


def run(given: argparse.Namespace) -> int:
    """Prints the events that pass the filters; 0."""
    chosen = filter_of(given)
    with read_connection(settings_for(given.home, given.warehouse).warehouse) as connection:
        rows = select_events(connection, chosen)
        undated = count_undated(connection, chosen)
    listed = rows[: given.limit]
    if given.format == "json":
        write_json(listed)
    elif given.format == "csv":
        columns = list(listed[0]) if listed else ["event_id"]
        write_rows("csv", columns, ([_flat(name, row[name]) for name in columns] for row in listed))
    else:
        _show_table(listed, total=len(rows))
    tell_undated(undated)
    return 0


def _show_table(rows: Sequence[Row], *, total: int) -> None:
    if not rows:
        sys.stdout.write("no events\n")
        return
    wide = terminal_width() >= WIDE
    columns = ["date", "what", "where", "who", *(["dead", "injured", "told by"] if wide else []), "id"]
    show(table_of(columns, ([*_cells(row, wide=wide)] for row in rows), whole=("date", "id")))
    counted = counted_events(total)
    sys.stdout.write(f"{len(rows)} of {counted}\n" if len(rows) < total else f"{counted}\n")


def _cells(row: Row, *, wide: bool) -> list[str]:
    cells = [told_date(row), told_kind(row), told_place(row), told_parties(row)]
    if wide:
        cells += [told_range(row[f"{what}_low"], row[f"{what}_high"]) for what in ("deaths", "injured")]
        cells.append(f"{row['mention_count']} / {row['source_count']}")
    return [*cells, row["event_id"][:SHORT]]


def _flat(name: str, value: object) -> str:
    """A cell of CSV; parties by name, separated by semicolons."""
    if name in SIDES and isinstance(value, list):
        return "; ".join(party["name"] for party in value)
    return plain(value)
