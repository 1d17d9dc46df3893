"""Opening the warehouse: one line for each thing that can be wrong with the file."""

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from schemas.errors import WarehouseError
from tests.warehouse.coded import article, load, tell
from warehouse.connection import read_connection, write_connection


def test_a_missing_file_is_not_made_by_reading(path: Path) -> None:
    with pytest.raises(WarehouseError, match="there is no warehouse"), read_connection(path):
        pass
    assert not path.parent.exists()


@pytest.mark.parametrize("opens", [read_connection, write_connection])
def test_a_file_that_is_no_database_is_named_and_left_alone(tmp_path: Path, opens: object) -> None:
    path = tmp_path / "notes.duckdb"
    path.write_text("just some words, " * 1000)
    with pytest.raises(WarehouseError, match=r"notes\.duckdb: is not a DuckDB file$"), opens(path):
        pass
    assert path.read_text() == "just some words, " * 1000


@pytest.mark.parametrize("opens", [read_connection, write_connection])
def test_somebody_elses_database_is_refused(tmp_path: Path, opens: object) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE sales (amount INTEGER)")
    with pytest.raises(WarehouseError, match="no warehouse of annalist"), opens(path):
        pass


@pytest.mark.parametrize("opens", [read_connection, write_connection])
def test_a_newer_schema_is_refused(path: Path, opens: object) -> None:
    with write_connection(path) as connection:
        connection.execute("INSERT INTO schema_version VALUES (9999, 'from the future')")
    with pytest.raises(WarehouseError, match="newer version"), opens(path):
        pass


def test_a_folder_is_no_warehouse(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError), write_connection(tmp_path):
        pass


HOLDS = """
import sys
from pathlib import Path
from warehouse.connection import write_connection
with write_connection(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def test_a_second_writer_waits_and_then_says_so_in_one_line(path: Path) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", HOLDS, str(path)]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        for opens in (lambda: write_connection(path, timeout=0.2), lambda: read_connection(path)):
            with pytest.raises(WarehouseError, match=r"another process") as caught, opens():
                pass
            assert "\n" not in str(caught.value)
        other.communicate()
    with write_connection(path, timeout=0.2):
        pass


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may open everything")
def test_a_file_without_permission_is_named(path: Path) -> None:
    with write_connection(path):
        pass
    path.chmod(0)
    with pytest.raises(WarehouseError, match="no permission"), read_connection(path):
        pass


def test_opening_again_migrates_nothing_and_keeps_every_row(path: Path) -> None:
    with write_connection(path) as connection:
        load(connection, [article("a", tell())])
        before = connection.execute("SELECT * FROM schema_version ORDER BY version").fetchall()
    with write_connection(path) as connection:
        assert connection.execute("SELECT * FROM schema_version ORDER BY version").fetchall() == before
        assert connection.execute("SELECT count(*) FROM mentions").fetchall() == [(1,)]


def test_views_of_an_older_program_are_made_again(path: Path) -> None:
    with write_connection(path) as connection:
        connection.execute("DROP VIEW timeline")
        connection.execute("UPDATE schema_version SET name = 'other' WHERE version = 0")
    with write_connection(path) as connection:
        assert connection.execute("SELECT count(*) FROM timeline").fetchall() == [(0,)]


def load_where_the_folder_goes_away(path: Path) -> None:
    with write_connection(path) as connection:
        connection.execute("CHECKPOINT")
        path.parent.rename(path.parent.with_name("away"))
        load(connection, [article("a", tell())])


def test_a_commit_that_cannot_be_written_is_one_line_and_changes_nothing(path: Path) -> None:
    """DuckDB fails in COMMIT, which ends the transaction: there is nothing to roll back."""
    with pytest.raises(WarehouseError, match="Failed to commit"):
        load_where_the_folder_goes_away(path)
    with read_connection(path.parent.with_name("away") / path.name) as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchall() == [(0,)]
