"""Readers get whole copies."""

from pathlib import Path

import pytest

from schemas.errors import WarehouseError
from tests.warehouse.coded import article, load, tell
from warehouse.connection import read_connection, write_connection
from warehouse.publish import publish_copy


def test_a_copy_holds_what_was_loaded_and_a_writer_does_not_lock_it(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "published" / "annalist.duckdb"
    with write_connection(path) as connection:
        load(connection, [article("a", tell())])
    assert publish_copy(path, target) == target
    with write_connection(path) as connection:
        load(connection, [article("b", tell())], run=2)
        with read_connection(target) as reader:
            assert reader.execute("SELECT mention_count FROM events").fetchall() == [(1,)]
    publish_copy(path, target)
    with read_connection(target) as reader:
        assert reader.execute("SELECT mention_count FROM events").fetchall() == [(2,)]
    assert [entry.name for entry in target.parent.iterdir()] == ["annalist.duckdb"]


def test_what_cannot_be_copied_is_said(path: Path, tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="there is no warehouse"):
        publish_copy(path, tmp_path / "copy.duckdb")
    with write_connection(path):
        pass
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WarehouseError, match="file"):
        publish_copy(path, tmp_path / "file" / "copy.duckdb")
