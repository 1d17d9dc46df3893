"""The ledger of runs and refusals."""

import datetime

import duckdb
import pytest

from schemas.article import Reject
from schemas.errors import WarehouseError
from tests.warehouse.coded import MOMENT
from warehouse.load import LoadReport, load_batch
from warehouse.runs import finish_run, list_rejects, list_runs, start_run


def test_a_run_that_never_finished_is_interrupted(connection: duckdb.DuckDBPyConnection) -> None:
    later = MOMENT + datetime.timedelta(hours=1)
    start_run(connection, run_id="one", started_at=MOMENT, sources=["a", "b"], version="0.1")
    start_run(connection, run_id="two", started_at=later, sources=[], version="0.1")
    finish_run(connection, run_id="two", finished_at=later.astimezone(), status="done", report=LoadReport(events_new=3))
    two, one = list_runs(connection)
    assert (two["run_id"], two["status"], two["events_new"]) == ("two", "done", 3)
    assert (one["run_id"], one["status"], one["events_new"], one["sources"]) == ("one", "interrupted", None, ["a", "b"])


def test_moments_are_stored_in_utc(connection: duckdb.DuckDBPyConnection) -> None:
    east = datetime.datetime(2026, 1, 1, 2, tzinfo=datetime.timezone(datetime.timedelta(hours=5)))
    start_run(connection, run_id="one", started_at=east, sources=[], version="0.1")
    assert list_runs(connection)[0]["started_at"].isoformat() == "2025-12-31T21:00:00"


def test_a_run_that_nobody_started_cannot_finish(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(WarehouseError, match="knows no run"):
        finish_run(connection, run_id="x", finished_at=MOMENT, status="done", report=LoadReport())


def test_refusals_are_listed_with_their_run(connection: duckdb.DuckDBPyConnection) -> None:
    load_batch(connection, [], [Reject(origin="x", reason="empty", detail="no text")], run_id="r", recorded_at=MOMENT)
    (row,) = list_rejects(connection)
    assert (row["origin"], row["reason"], row["detail"], row["run_id"]) == ("x", "empty", "no text", "r")
