import datetime
from pathlib import Path

import pandas
import pytest

from schemas.errors import WarehouseError
from tests.warehouse.coded import DAY, article, load, tell
from warehouse.connection import write_connection
from warehouse.frames import read_frame
from warehouse.read import EventFilter

SILENT = {
    "status": "planned",
    "date_start": None,
    "date_end": None,
    "date_precision": "unknown",
    "deaths_low": None,
    "deaths_high": None,
}


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    path = tmp_path / "warehouse.duckdb"
    with write_connection(path) as connection:
        load(connection, [article("a", tell(deaths_low=3)), article("b", tell("One day.", **SILENT))])
    return path


def test_what_is_not_known_is_no_value_and_not_nought(filled: Path) -> None:
    frame = read_frame(filled)
    assert list(frame["deaths_low"]) == [3, pandas.NA]
    assert frame["date_start"].iloc[0] == pandas.Timestamp(DAY)
    assert frame["date_start"].isna().tolist() == [False, True]
    assert frame["deaths_low"].sum(min_count=2) is pandas.NA


def test_a_filter_narrows_a_frame_and_an_empty_one_keeps_its_columns(filled: Path) -> None:
    everything = read_frame(filled)
    assert len(read_frame(filled, EventFilter(status="planned"))) == 1
    none = read_frame(filled, EventFilter(since=DAY + datetime.timedelta(days=900)))
    assert none.empty
    assert list(none.columns) == list(everything.columns)
    assert none.dtypes["deaths_low"] == everything.dtypes["deaths_low"] == "Int64"
    assert everything.index.name == "event_id"


def test_a_missing_warehouse_is_told(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="no warehouse"):
        read_frame(tmp_path / "none.duckdb")
