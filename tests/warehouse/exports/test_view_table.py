"""The tables of other schemes and the changes since a run, from a warehouse to a file."""

import csv
import datetime
from pathlib import Path

import duckdb
import pytest

from schemas.errors import ConfigurationError
from tests.warehouse.coded import article, load, tell
from warehouse.exports.formats import TABLES
from warehouse.exports.view_table import write_table
from warehouse.read import EventFilter, select_changes, select_table

FIRST = {"acled": "event_id_cnty", "ged": "id", "gdelt": "GLOBALEVENTID"}
WIDTH = {"acled": 31, "ged": 49, "gdelt": 61}


def written(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_has_its_schemes_columns_and_only_the_chosen_events(
    name: str, connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    there = {"deaths_low": 3, "deaths_high": 3}
    other = tell("Rebels shelled the mill.", place="Sundvik", **there)
    load(connection, [article("a", tell(**there), other), article("b", tell("They will.", status="planned"))])
    write_table(*select_table(connection, TABLES[name], EventFilter(place="Norvik")), tmp_path / "t.csv")
    (row,) = written(tmp_path / "t.csv")
    assert (len(row), next(iter(row))) == (WIDTH[name], FIRST[name])


def test_an_earlier_state_of_such_a_table_is_refused(connection: duckdb.DuckDBPyConnection) -> None:
    moment = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    with pytest.raises(ConfigurationError, match="as-of"):
        select_table(connection, TABLES["acled"], EventFilter(as_of=moment))


def runs(connection: duckdb.DuckDBPyConnection, number: int) -> None:
    connection.execute(
        "INSERT INTO runs BY NAME SELECT $id AS run_id, $at::TIMESTAMP AS started_at, 'finished' AS status,"
        " []::VARCHAR[] AS sources, 'test' AS version",
        {"id": f"run {number}", "at": datetime.datetime(2026, 1, 1 + number, 12)},  # noqa: DTZ001 - stored as UTC
    )


def keyed(connection: duckdb.DuckDBPyConnection) -> dict[str, dict[str, object]]:
    found = connection.execute("SELECT * FROM events")
    names = [column[0] for column in found.description or ()]
    return {row[names.index("event_id")]: dict(zip(names, row, strict=True)) for row in found.fetchall()}


def test_a_delta_applied_to_the_old_events_gives_the_new_ones(connection: duckdb.DuckDBPyConnection) -> None:
    stays, goes = tell("Rebels shelled the mill.", place="Sundvik"), tell("Rebels shelled the port.", place="Havn")
    load(connection, [article("a", tell(), goes), article("b", stays)])
    runs(connection, 1)
    old = keyed(connection)
    changed, new = tell(deaths_low=2), tell("Rebels shelled the farm.", place="Gard")
    load(connection, [article("a", changed, new)], run=2)
    columns, rows = select_changes(connection, "run 1")
    delta = [dict(zip(columns, row, strict=True)) for row in rows]
    assert sorted(str(row["change"]) for row in delta) == ["added", "changed", "withdrawn"]
    for row in delta:
        change, event = row.pop("change"), row
        old.pop(event["event_id"], None)
        if change != "withdrawn":
            old[event["event_id"]] = event
    assert old == keyed(connection)


def test_a_delta_since_an_unknown_run_is_refused(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(ConfigurationError, match="no run has the id"):
        select_changes(connection, "never")
