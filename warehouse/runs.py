"""The ledger: one row a run, one row a refused input."""

import dataclasses
import datetime
from collections.abc import Sequence

import duckdb

from schemas.errors import WarehouseError
from warehouse.load import LoadReport, utc
from warehouse.read import Row, fetch_rows


def start_run(
    connection: duckdb.DuckDBPyConnection,
    *,
    run_id: str,
    started_at: datetime.datetime,
    sources: Sequence[str],
    version: str,
) -> None:
    """Returns nothing; the run is in the ledger, as one that has not finished."""
    bound = {"run_id": run_id, "started_at": utc(started_at), "sources": list(sources), "version": version}
    fetch_rows(connection, "queries/insert_run", bound)


def finish_run(
    connection: duckdb.DuckDBPyConnection,
    *,
    run_id: str,
    finished_at: datetime.datetime,
    status: str,
    report: LoadReport,
) -> None:
    """Returns nothing; the ledger says how the run ended and, by the sum of its loads, what it did.

    Raises:
        WarehouseError: the ledger knows no such run.
    """
    bound = {"run_id": run_id, "finished_at": utc(finished_at), "status": status}
    if not fetch_rows(connection, "queries/finish_run", bound | dataclasses.asdict(report)):
        raise WarehouseError(f"the ledger knows no run {run_id!r}")


def list_runs(connection: duckdb.DuckDBPyConnection) -> list[Row]:
    """The runs, the latest first; one that never finished has the status `interrupted`."""
    return fetch_rows(connection, "queries/list_runs", {})


def list_rejects(connection: duckdb.DuckDBPyConnection, *, resolved: bool = False) -> list[Row]:
    """The refused inputs, the latest first; those that a later run got over only where they are asked for."""
    return fetch_rows(connection, "queries/list_rejects", {"resolved": resolved})
