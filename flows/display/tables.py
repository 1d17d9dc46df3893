"""Rows on standard output: as a table fitted to the terminal, as JSON, or as CSV."""

import csv
import datetime
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from flows.display.terminal import one_line, printable

Cells = Iterable[Sequence[object]]


def show(*parts: RenderableType) -> None:
    """Prints to standard output; colours come only on a terminal, and a closed pipe raises as any other write."""
    console = Console(highlight=False, emoji=False, markup=False)
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    sys.stdout.write("\n".join(line.rstrip() for line in captured.get().split("\n")))


def terminal_width() -> int:
    """The columns that a table may take; 80 where there is no terminal and $COLUMNS says nothing."""
    return Console().width


def table_of(columns: Sequence[str], rows: Cells, *, whole: Sequence[str] = ()) -> Table:
    """A table of these rows; the columns `whole` are never broken, the others break between words.

    Whatever the cells hold, they cannot move the cursor or colour the terminal.
    """
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, no_wrap=column in whole, overflow="fold")
    for row in rows:
        table.add_row(*(cell if isinstance(cell, Text) else Text(shown(cell)) for cell in row))
    return table


def write_rows(form: str, columns: Sequence[str], rows: Cells, *, whole: Sequence[str] = ()) -> None:
    """Writes rows as a table, JSON or CSV."""
    if form == "json":
        write_json(dict(zip(columns, row, strict=True)) for row in rows)
    elif form == "csv":
        lines = csv.writer(sys.stdout, lineterminator="\n")
        lines.writerow(columns)
        lines.writerows([plain(cell) for cell in row] for row in rows)
    else:
        show(table_of(columns, rows, whole=whole))


def write_json(rows: Iterable[Mapping[str, Any]]) -> None:
    """Writes one JSON array, each row on a line of its own."""
    lines = (json.dumps(row, ensure_ascii=False, default=_json_value) for row in rows)
    body = ",\n".join(lines)
    sys.stdout.write(f"[\n{body}\n]\n" if body else "[]\n")


def shown(value: object) -> str:
    """A value as a cell of a table, safe to print; what is not known is empty."""
    return one_line(plain(value)) if not isinstance(value, str) else printable(value)


def plain(value: object) -> str:
    """A value as text: days in ISO form, moments to the second, lists and records as JSON."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False, default=_json_value)
    return str(value)


def _json_value(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime.date | datetime.time) else str(value)
