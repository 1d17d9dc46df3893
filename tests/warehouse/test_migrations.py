"""A warehouse that an earlier version made: the next one that writes brings it up to date and keeps its rows."""

from pathlib import Path

import duckdb
import pytest

from schemas.article import Reject
from tests.warehouse.coded import MOMENT, article, load, tell
from warehouse.connection import write_connection
from warehouse.load import load_batch
from warehouse.schema import VERSION, schema_version
from warehouse.statements import MIGRATIONS, read_sql

FIRST = 14  # migrations of the first schema that was in use
KEPT = ("articles", "mentions", "mention_history", "events", "runs", "rejects")
ARTICLES = [article("a", tell()), article("b", tell(), tell("They left.", kind="withdrawal")), article("c")]


def columns(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    query = "SELECT column_name FROM duckdb_columns() WHERE table_name = ? AND database_name = current_database()"
    return ", ".join(name for (name,) in connection.execute(query, [table]).fetchall())


@pytest.fixture
def made_earlier(tmp_path: Path, path: Path) -> Path:
    """The rows of a warehouse of today in a file of the first schema, with a view on a table that has changed since."""
    with write_connection(path) as connection:
        load(connection, ARTICLES)
        refused = Reject(origin="x", reason="empty", detail="there is nothing in it")
        load_batch(connection, [], [refused], run_id="run 2", recorded_at=MOMENT)
    old = tmp_path / "old.duckdb"
    with duckdb.connect(old) as connection:
        connection.execute(read_sql("schema/schema_version"))
        for number, name in enumerate(MIGRATIONS[:FIRST], start=1):
            connection.execute(read_sql(f"migrations/{name}"))
            connection.execute("INSERT INTO schema_version VALUES (?, ?)", [number, name])
        connection.execute("CREATE VIEW sources AS SELECT origin FROM rejects")
        connection.execute(f"ATTACH '{path}' AS today (READ_ONLY)")
        for table in KEPT:
            names = columns(connection, table)
            connection.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM today.{table}")  # names of our own
    return old


def test_an_earlier_warehouse_keeps_its_rows(made_earlier: Path) -> None:
    with duckdb.connect(made_earlier) as connection:
        before = {table: (columns(connection, table), connection.table(table).fetchall()) for table in KEPT}
        assert schema_version(connection) == FIRST < VERSION
    with write_connection(made_earlier) as connection:
        assert schema_version(connection) == VERSION
        for table, (names, rows) in before.items():
            found = connection.execute(f"SELECT {names} FROM {table}").fetchall()  # names of our own
            assert sorted(map(repr, found)) == sorted(map(repr, rows))
    assert [len(before[table][1]) for table in ("articles", "events", "rejects")] == [3, 2, 1]


def test_an_earlier_warehouse_takes_the_same_articles_as_unchanged(made_earlier: Path) -> None:
    with write_connection(made_earlier) as connection:
        assert load(connection, ARTICLES, run=3) == {"articles_unchanged": 3, "mentions_unchanged": 3}
        assert connection.execute("SELECT stage FROM rejects").fetchall() == [("read",)]
