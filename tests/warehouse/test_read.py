"""Reading events: filters, evidence, and SQL that cannot write."""

import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from schemas.errors import ConfigurationError
from schemas.mention import Party
from tests.warehouse.coded import DAY, MOMENT, article, load, tell
from warehouse.connection import write_connection
from warehouse.read import EventFilter, count_undated, find_event, run_sql, select_events

UNTIL = DAY + datetime.timedelta(days=9)
TALKS = tell(
    "Envoys met in Öslund for ten days.", kind="peace_talks", date_end=UNTIL, date_precision="month", place="Öslund",
    place_text="Öslund", country="SE", actors=(), targets=(Party(name="Al-Ḥasan", text="Hassan"),), admin1=None,
)  # fmt: skip
UNDATED = tell("One day.", date_start=None, date_end=None, date_precision="unknown", status="planned", place="Vik")


@pytest.fixture
def filled(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    load(connection, [article("a", tell()), article("b", TALKS, published=None), article("c", UNDATED)])
    return connection


@pytest.mark.parametrize(
    ("chosen", "kinds"),
    [
        ({}, ["shelling", "peace_talks", "shelling"]),
        ({"kind": "peace_talks"}, ["peace_talks"]),
        ({"status": "planned"}, ["shelling"]),
        ({"country": "se"}, ["peace_talks"]),
        ({"place": "oslu"}, ["peace_talks"]),
        ({"place": "HOMS"}, ["shelling", "shelling"]),
        ({"actor": "al-has"}, ["peace_talks"]),
        ({"actor": "rebels"}, ["shelling", "shelling"]),
        ({"source": "outlet A"}, ["shelling"]),
        ({"source": "nobody"}, []),
        ({"since": DAY + datetime.timedelta(days=1)}, ["peace_talks"]),
        ({"since": UNTIL}, ["peace_talks"]),
        ({"since": UNTIL + datetime.timedelta(days=1)}, []),
        ({"until": DAY}, ["shelling", "peace_talks"]),
        ({"until": DAY - datetime.timedelta(days=1)}, []),
        ({"as_of": MOMENT}, []),
        ({"as_of": MOMENT + datetime.timedelta(days=1), "country": "SE"}, ["peace_talks"]),
    ],
)
def test_each_part_of_a_filter_narrows(
    filled: duckdb.DuckDBPyConnection, chosen: dict[str, Any], kinds: list[str]
) -> None:
    assert [row["kind"] for row in select_events(filled, EventFilter(**chosen))] == kinds


def test_undated_events_that_a_span_leaves_out_are_counted(filled: duckdb.DuckDBPyConnection) -> None:
    assert count_undated(filled, EventFilter(since=DAY)) == 1
    assert count_undated(filled, EventFilter(since=DAY, country="SE")) == 0
    assert count_undated(filled, EventFilter()) == 0


def test_rows_hold_plain_values(filled: duckdb.DuckDBPyConnection) -> None:
    row = select_events(filled, EventFilter(country="SE"))[0]
    assert row["targets"] == [{"name": "Al-Ḥasan", "text": "Hassan", "country": None, "sector": None}]
    assert (row["date_start"], row["actors"], row["first_reported"]) == (DAY, [], None)


@pytest.mark.parametrize("wrong", [{"kind": "war"}, {"status": "maybe"}, {"since": UNTIL, "until": DAY}])
def test_a_filter_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError):
        EventFilter(**wrong)


def test_an_event_is_found_by_its_id_by_a_mention_or_by_the_beginning(filled: duckdb.DuckDBPyConnection) -> None:
    row = select_events(filled, EventFilter(country="SE"))[0]
    found = find_event(filled, row["event_id"])
    assert found == find_event(filled, row["mention_id"]) == find_event(filled, row["event_id"][:12])
    (mention,) = found["mentions"]
    text = mention["article"]["text"]
    assert text[mention["quote_start"] : mention["quote_end"]] == mention["quote"] == found["quote"]
    assert (mention["rules"], mention["evidence"]) == ({"kind": "shelling"}, {"place": (0, 1)})


def test_evidence_begins_with_the_leading_mention(connection: duckdb.DuckDBPyConnection) -> None:
    late = article("b", tell("Sure."), published=UNTIL)
    load(connection, [article("a", tell("Perhaps.", status="unconfirmed")), late])
    event = select_events(connection, EventFilter())[0]
    assert [row["quote"] for row in find_event(connection, event["event_id"])["mentions"]] == ["Sure.", "Perhaps."]


@pytest.mark.parametrize(("prefix", "says"), [("zz", "no event"), ("", "no event"), ("'; DROP", "no event")])
def test_an_unknown_id_is_said(filled: duckdb.DuckDBPyConnection, prefix: str, says: str) -> None:
    with pytest.raises(ConfigurationError, match=says):
        find_event(filled, prefix)


def test_an_id_that_several_share_is_said(connection: duckdb.DuckDBPyConnection) -> None:
    days = [DAY + datetime.timedelta(days=number) for number in range(40)]
    load(connection, [article(str(day), tell(date_start=day, date_end=day)) for day in days])
    first = [row["event_id"][0] for row in select_events(connection, EventFilter())]
    shared = next(letter for letter in first if first.count(letter) > 1)
    with pytest.raises(ConfigurationError, match="events have an id that begins with"):
        find_event(connection, shared)


@pytest.fixture
def stored(path: Path) -> Path:
    with write_connection(path) as connection:
        load(connection, [article("a", tell()), article("b", TALKS)])
    return path


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("SELECT kind FROM timeline ORDER BY kind", [("peace_talks",), ("shelling",)]),
        ("FROM kinds SELECT count(*) > 40", [(True,)]),
        ("WITH t AS (SELECT 1 AS one) SELECT one FROM t;", [(1,)]),
        ("SELECT count(*) FROM events_as_of(TIMESTAMP '2020-01-01')", [(0,)]),
    ],
)
def test_users_read_by_sql(stored: Path, query: str, rows: list[tuple[object, ...]]) -> None:
    assert run_sql(stored, query)[1] == rows


def test_sql_gives_names_and_at_most_the_rows_asked_for(stored: Path) -> None:
    assert run_sql(stored, "SELECT kind, status FROM events ORDER BY kind", limit=1) == (
        ["kind", "status"],
        [("peace_talks", "occurred")],
    )


@pytest.mark.parametrize(
    "query",
    [
        "INSERT INTO kinds SELECT * FROM kinds", "DELETE FROM events", "UPDATE events SET kind = 'x'",
        "DROP TABLE events",
        "CREATE TABLE mine (x INTEGER)", "COPY events TO 'out.csv'", "COPY (SELECT 1) TO '/tmp/out.csv'",
        "EXPORT DATABASE 'out'", "ATTACH 'other.duckdb'", "INSTALL httpfs", "LOAD httpfs",
        "SELECT * FROM read_csv('/etc/passwd')", "SELECT * FROM '/etc/passwd.csv'", "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM read_text('/etc/passwd')", "SET enable_external_access = true", "PRAGMA enable_profiling",
        "SELECT 1; SELECT 2", "", "SELECT", "SELEC 1", "SELECT nothing FROM events", "SELECT 1 / 'a'",
        "EXPLAIN ANALYZE DELETE FROM events",
    ],
)  # fmt: skip
def test_sql_that_is_wrong_or_writes_or_leaves_the_file_is_refused_in_one_line(
    stored: Path, query: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    before = stored.read_bytes()
    with pytest.raises(ConfigurationError) as caught:
        run_sql(stored, query)
    assert "\n" not in str(caught.value)
    assert stored.read_bytes() == before
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["home"]
