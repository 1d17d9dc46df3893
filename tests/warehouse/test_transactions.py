"""All or nothing: a commit that fails is the one error that is told, wherever rows are written."""

import datetime
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from schemas.errors import WarehouseError
from schemas.fetch import FetchRecord
from tests.warehouse.coded import article, load, tell
from warehouse import load as load_module
from warehouse import schema
from warehouse.connection import read_connection, write_connection
from warehouse.memory import fetch_records, save_fetches
from warehouse.transactions import transaction

Write = Callable[[duckdb.DuckDBPyConnection], None]
RECORD = FetchRecord(
    url="https://herald.example/",
    status=200,
    etag='"a"',
    last_modified=None,
    failure_count=0,
    detail=None,
    fetched_at=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC),
    next_attempt_at=None,
)


def write_where_the_folder_goes_away(path: Path, write: Write) -> None:
    with write_connection(path) as connection:
        connection.execute("CHECKPOINT")
        path.parent.rename(path.parent.with_name("away"))
        write(connection)


def save(connection: duckdb.DuckDBPyConnection) -> None:
    save_fetches(connection, [RECORD])


def migrate_again(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "digest", lambda: "another")
        schema.migrate(connection)


@pytest.mark.parametrize("write", [save, migrate_again])
def test_a_commit_that_cannot_be_written_is_one_line_and_changes_nothing(path: Path, write: Write) -> None:
    """As on a full disk: DuckDB ends the transaction itself, and there is nothing to roll back."""
    with pytest.raises(WarehouseError, match="Failed to commit") as caught:
        write_where_the_folder_goes_away(path, write)
    assert "\n" not in str(caught.value)
    assert "no transaction is active" not in str(caught.value)
    with read_connection(path.parent.with_name("away") / path.name) as connection:
        assert fetch_records(connection) == {}
        assert connection.execute("SELECT name FROM schema_version WHERE version = 0").fetchall() == [
            (schema.digest(),)
        ]


def fail_inside(connection: duckdb.DuckDBPyConnection) -> None:
    with transaction(connection):
        connection.execute("INSERT INTO kept VALUES (1)")
        raise KeyError


def test_the_first_error_is_told_and_nothing_is_stored(path: Path) -> None:
    with write_connection(path) as connection:
        connection.execute("CREATE TABLE kept (number INTEGER)")
        with pytest.raises(KeyError):
            fail_inside(connection)
        assert connection.execute("SELECT count(*) FROM kept").fetchall() == [(0,)]


def test_a_load_that_finds_its_memory_too_small_takes_more(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit keeps a usual run small; no batch fails for it, and nothing of the first try stays.

    The limit is that of the memory itself: the setting may tell another one.
    """
    limits = []

    def check(connection: duckdb.DuckDBPyConnection) -> None:
        limits.append(connection.execute("SELECT memory_limit FROM pragma_database_size()").fetchall()[0][0])
        if len(limits) == 1:
            raise duckdb.OutOfMemoryException

    monkeypatch.setattr(load_module, "enforce_checks", check)
    with write_connection(path) as connection:
        assert load(connection, [article("a", tell())])["articles_new"] == 1
        assert connection.execute("SELECT count(*) FROM articles").fetchall() == [(1,)]
    assert limits[0].startswith("61")  # MiB
    assert limits[1] != limits[0]
