"""What the warehouse remembers of inputs, addresses and sources, so that a run goes on where the last one ended."""

import dataclasses
import datetime
from collections.abc import Iterable, Sequence

import duckdb
import pyarrow as pa

from schemas.fetch import FetchRecord, NamedSource, Poll
from warehouse.load import utc
from warehouse.read import Row, fetch_rows
from warehouse.rows import arrow_table
from warehouse.statements import read_sql
from warehouse.transactions import transaction

Input = tuple[str, str]


def known_inputs(
    connection: duckdb.DuckDBPyConnection, coder: str, inputs: Sequence[Input]
) -> dict[Input, tuple[str, str]]:
    """The article_id and version_id of each input (origin, digest) that was read before by the same rules."""
    if not inputs:
        return {}
    schema = pa.schema([("origin", pa.string()), ("digest", pa.string())])
    connection.register("asked_inputs", arrow_table(schema, inputs))
    rows = connection.execute(read_sql("queries/known_inputs"), {"coder": coder}).fetchall()
    return {(str(origin), str(digest)): (str(article), str(version)) for origin, digest, article, version in rows}


def fetch_records(connection: duckdb.DuckDBPyConnection) -> dict[str, FetchRecord]:
    """What is remembered of each address that was asked for."""
    rows = fetch_rows(connection, "queries/list_fetches", {})
    return {row["url"]: FetchRecord(**row) for row in rows}


def save_fetches(connection: duckdb.DuckDBPyConnection, records: Iterable[FetchRecord]) -> None:
    """Returns nothing; what is remembered of these addresses is replaced."""
    _replace(connection, "fetches", ("url",), [dataclasses.asdict(record) for record in records])


def save_polls(connection: duckdb.DuckDBPyConnection, run_id: str, polls: Iterable[Poll]) -> None:
    """Returns nothing; the polls of a run are in the ledger, and refusals of what now succeeded are got over."""
    rows = [dataclasses.asdict(poll) | {"run_id": run_id} for poll in polls]
    _replace(connection, "source_polls", ("run_id", "source_name"), rows)
    if rows:
        bound = {"run_id": run_id, "moment": utc(rows[0]["polled_at"])}
        fetch_rows(connection, "queries/resolve_polled", bound)


def save_sources(
    connection: duckdb.DuckDBPyConnection, sources: Iterable[NamedSource], recorded_at: datetime.datetime
) -> None:
    """Returns nothing; the warehouse tells the named sources as the list does."""
    rows = [source.row() | {"recorded_at": recorded_at} for source in sources]
    _replace(connection, "source_list", ("source_name",), rows)


def known_units(connection: duckdb.DuckDBPyConnection, source_name: str) -> set[str]:
    """The parts of a dated archive that were read to their end."""
    return {str(row["unit"]) for row in fetch_rows(connection, "queries/list_units", {"source_name": source_name})}


def save_units(
    connection: duckdb.DuckDBPyConnection, units: Iterable[tuple[str, str]], run_id: str, recorded_at: datetime.datetime
) -> None:
    """Returns nothing; these parts (source, unit) need not be read again."""
    rows: list[Row] = [
        {"source_name": name, "unit": unit, "run_id": run_id, "recorded_at": recorded_at} for name, unit in units
    ]
    _replace(connection, "source_units", ("source_name", "unit"), rows)


def source_health(connection: duckdb.DuckDBPyConnection) -> list[Row]:
    """How each source fares that was ever read, by name."""
    return fetch_rows(connection, "queries/list_source_health", {})


def open_rejects(connection: duckdb.DuckDBPyConnection) -> list[Row]:
    """The refusals that no later run got over, the earliest first."""
    return fetch_rows(connection, "queries/list_open_rejects", {})


def stored_languages(connection: duckdb.DuckDBPyConnection) -> list[Row]:
    """The articles that are stored in a language that no coder read, with where they stood."""
    return fetch_rows(connection, "queries/list_language_articles", {})


def _replace(connection: duckdb.DuckDBPyConnection, table: str, key: Sequence[str], rows: Sequence[Row]) -> None:
    """Replaces the rows of a table that have the keys of these; the last of several with one key counts."""
    last = {tuple(row[name] for name in key): row for row in rows}
    if not last:
        return
    schema = connection.table(table).limit(0).to_arrow_table().schema
    values = [tuple(_plain(row[name]) for name in schema.names) for row in last.values()]
    connection.register("replacing", arrow_table(schema, values))
    same = " AND ".join(f"{table}.{name} = replacing.{name}" for name in key)
    with transaction(connection):
        connection.execute(f"DELETE FROM {table} USING replacing WHERE {same}")  # noqa: S608 - names of our own
        connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM replacing")  # noqa: S608 - likewise


def _plain(value: object) -> object:
    return utc(value) if isinstance(value, datetime.datetime) else value
