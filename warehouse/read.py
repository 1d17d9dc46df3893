"""Reads events back: filtered, one with its evidence, or by a user's own SQL."""

import dataclasses
import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb

from schemas.errors import CodingError, ConfigurationError
from schemas.vocabulary import check_code
from warehouse.connection import read_connection
from warehouse.statements import read_sql

Row = dict[str, Any]
ARTICLE = ("article_id", "version_id", "url", "title", "source", "published", "language", "text")
READS = ("SELECT", "EXPLAIN")  # kinds of statement that a user may run


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Which events to read; None lets everything through.

    `country` is ISO 3166-1 alpha-2. `since` and `until` are days and belong to the span; an event passes where the
    days that its text allows meet the span, so undated events never do. `actor` and `place` are parts of a name,
    without regard to case and accents; `actor` looks at all sides. `source` is an outlet that tells the event.
    `as_of` gives the events as they were told at that moment.

    Raises:
        ConfigurationError: a code is unknown, or `until` lies before `since`.
    """

    kind: str | None = None
    country: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    status: str | None = None
    actor: str | None = None
    place: str | None = None
    source: str | None = None
    as_of: datetime.datetime | None = None

    def __post_init__(self) -> None:
        try:
            for name, code in (("kinds", self.kind), ("statuses", self.status)):
                if code is not None:
                    check_code(name, code)
        except CodingError as error:
            raise ConfigurationError(str(error)) from error
        if self.since and self.until and self.since > self.until:
            raise ConfigurationError(f"the span ends on {self.until}, before it begins on {self.since}")


def select_events(connection: duckdb.DuckDBPyConnection, chosen: EventFilter) -> list[Row]:
    """The events that pass the filter, in the order of days, undated ones last.

    A row holds the columns of the table `events`: days are dates, each side is a list of dicts with name, text,
    country and sector.
    """
    return fetch_rows(connection, "queries/select_events", dataclasses.asdict(chosen))


def select_export_rows(connection: duckdb.DuckDBPyConnection, chosen: EventFilter) -> list[Row]:
    """The same events, each with title, url, source and published of the article whose telling leads."""
    rows = select_events(connection, chosen)
    wanted = {"version_ids": sorted({row["version_id"] for row in rows})}
    heads = (
        {head["version_id"]: head for head in fetch_rows(connection, "queries/select_heads", wanted)} if rows else {}
    )
    return [row | heads.get(row["version_id"], {}) for row in rows]


def select_table(
    connection: duckdb.DuckDBPyConnection, statement: str, chosen: EventFilter
) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The columns and rows of another scheme's table (a statement of `exports.formats.TABLES`) for the chosen events.

    Raises:
        ConfigurationError: an earlier state is asked for, which these tables do not hold.
    """
    if chosen.as_of:
        raise ConfigurationError("--as-of goes with the formats that have our own columns")
    ids = [row["event_id"] for row in select_events(connection, chosen)]
    return _table(connection, statement, {"event_ids": ids})


def select_changes(connection: duckdb.DuckDBPyConnection, run_id: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The columns and rows of all events that changed after a run, `change` first: added, changed or withdrawn.

    Raises:
        ConfigurationError: the ledger holds no such run.
    """
    if not connection.execute("SELECT 1 FROM runs WHERE run_id = $run_id", {"run_id": run_id}).fetchall():
        raise ConfigurationError(f"no run has the id {run_id!r}: see `annalist runs`")
    return _table(connection, "queries/export_delta", {"run_id": run_id})


def _table(
    connection: duckdb.DuckDBPyConnection, statement: str, bound: Mapping[str, Any]
) -> tuple[list[str], list[tuple[Any, ...]]]:
    found = connection.execute(read_sql(statement), dict(bound))
    return [str(column[0]) for column in found.description or ()], found.fetchall()


def count_undated(connection: duckdb.DuckDBPyConnection, chosen: EventFilter) -> int:
    """How many events only `since` or `until` leaves out because they have no day."""
    if not (chosen.since or chosen.until):
        return 0
    whole = dataclasses.replace(chosen, since=None, until=None)
    return sum(row["date_start"] is None for row in select_events(connection, whole))


def find_event(connection: duckdb.DuckDBPyConnection, id_prefix: str) -> Row:
    """The event with this id and, under `mentions`, all that tells it: the leading mention first.

    Each mention holds its codebook fields, `rules` and `evidence` as dicts, and its `article` (article_id, version_id,
    url, title, source, published, language, text): offsets point into that text.

    Args:
        connection: any connection to a warehouse.
        id_prefix: an event_id or mention_id, or the beginning of one that no other shares.

    Raises:
        ConfigurationError: no event has such an id, or several have.
    """
    rows = fetch_rows(connection, "queries/find_event_ids", {"id_prefix": id_prefix}) if id_prefix else []
    if not rows:
        raise ConfigurationError(f"no event has the id {id_prefix!r}")
    if len(rows) > 1:
        raise ConfigurationError(f"{len(rows)} events have an id that begins with {id_prefix!r}: write more of it")
    event = fetch_rows(connection, "queries/select_event", rows[0])[0]
    return event | {"mentions": [_evidence(row) for row in fetch_rows(connection, "queries/select_evidence", rows[0])]}


def run_sql(path: Path, query: str, *, limit: int | None = None) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The columns and rows that a user's statement gives, at most `limit` of them; nothing can be written.

    Raises:
        ConfigurationError: the text is not one reading statement, or DuckDB refuses it.
        WarehouseError: the warehouse cannot be read.
    """
    with read_connection(path) as connection:
        try:
            statements = connection.extract_statements(query)
            if len(statements) != 1 or statements[0].type.name not in READS:
                raise ConfigurationError("the query must be one statement that reads, such as SELECT")
            found = connection.execute(statements[0])
            rows = found.fetchall() if limit is None else found.fetchmany(limit)
        except duckdb.Error as error:
            raise ConfigurationError(_one_line(error)) from error
        return [str(column[0]) for column in found.description or ()], rows


def fetch_rows(connection: duckdb.DuckDBPyConnection, name: str, bound: Mapping[str, Any]) -> list[Row]:
    """The rows of the statement `sql/<name>.sql` as dicts of plain Python values."""
    names, rows = _table(connection, name, bound)
    return [dict(zip(names, row, strict=True)) for row in rows]


def _evidence(row: Row) -> Row:
    told = {name: value for name, value in row.items() if name not in ARTICLE}
    spans = {name: tuple(span) for name, span in json.loads(row["evidence"]).items()}
    return told | {
        "rules": json.loads(row["rules"]),
        "evidence": spans,
        "article": {name: row[name] for name in ARTICLE},
    }


def _one_line(error: duckdb.Error) -> str:
    """What DuckDB says, without the drawing of the place in the query."""
    lines = [line.strip() for line in str(error).splitlines()]
    return " ".join(line for line in lines if line and not line.startswith(("LINE ", "^")))
