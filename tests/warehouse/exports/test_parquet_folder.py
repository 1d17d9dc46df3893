"""Parquet: read back equal, months apart, undated events in a partition of their own."""

import json
from pathlib import Path

import duckdb
import pytest

from schemas.errors import ConfigurationError
from tests.warehouse.exports.test_exports import ROW, UNDATED
from warehouse.exports.csv_table import COLUMNS
from warehouse.exports.formats import FORMATS


def test_rows_are_read_back_by_month(tmp_path: Path) -> None:
    FORMATS["parquet"]([ROW, UNDATED], tmp_path / "events", title="T")
    read = f"read_parquet('{tmp_path}/events/*/*/*.parquet', hive_partitioning = true, hive_types_autocast = false)"
    with duckdb.connect() as connection:
        found = connection.execute(
            f"SELECT event_id, date_start, year, month, actors[1].name, deaths_low FROM {read} ORDER BY event_id"
        ).fetchall()
    assert found == [
        ("e1", ROW["date_start"], "2021", "06", "Syrian Armed Forces", 14),
        ("e2", None, "undated", "undated", "Syrian Armed Forces", 14),
    ]


def test_the_package_describes_every_column(tmp_path: Path) -> None:
    FORMATS["parquet"]([ROW], tmp_path / "events")
    package = json.loads((tmp_path / "events" / "datapackage.json").read_text("utf-8"))
    fields = {field["name"]: field["type"] for field in package["resources"][0]["schema"]["fields"]}
    assert list(fields) == list(COLUMNS)
    assert (fields["date_start"], fields["latitude"], fields["actors"]) == ("date", "number", "array")


def test_a_folder_of_ours_is_replaced_and_one_of_others_is_not(tmp_path: Path) -> None:
    FORMATS["parquet"]([ROW, UNDATED], tmp_path / "events")
    FORMATS["parquet"]([ROW], tmp_path / "events")
    assert not (tmp_path / "events" / "year=undated").exists()
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mine.txt").write_text("x")
    with pytest.raises(ConfigurationError, match="cannot be written"):
        FORMATS["parquet"]([ROW], tmp_path / "notes")
    assert (tmp_path / "notes" / "mine.txt").read_text() == "x"
