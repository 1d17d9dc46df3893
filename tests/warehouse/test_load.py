"""Loading: by content, in one transaction, and so that no order shows."""

import dataclasses
import datetime
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.article import Reject
from schemas.errors import CheckFailed
from schemas.mention import CodedArticle, Party
from tests.warehouse.coded import DAY, MOMENT, article, load, tell
from warehouse.connection import read_connection, write_connection
from warehouse.load import LoadReport, load_batch

LEDGER = ("run_id", "recorded_at", "row_hash")
STORED = ("articles", "mentions", "events", "event_actors", "rejects")
LATER = tell("They bombed the bridge.", kind="airstrike", date_start=None, date_end=None, date_precision="unknown")


def content(connection: duckdb.DuckDBPyConnection, *, ledger: bool = False) -> dict[str, list[str]]:
    """Every stored row as text, in an order of its own, with or without the columns of the ledger."""
    found = {}
    for table in STORED:
        rows = connection.table(table)
        names = [column[0] for column in rows.description]
        kept = [place for place, name in enumerate(names) if ledger or name not in LEDGER]
        found[table] = sorted(repr([row[place] for place in kept]) for row in rows.fetchall())
    return found


def test_the_same_input_again_changes_nothing_not_even_a_timestamp(connection: duckdb.DuckDBPyConnection) -> None:
    batch = [article("a", tell()), article("b", tell(), LATER), article("c")]
    first = load(connection, batch, run=1)
    before = content(connection, ledger=True)
    again = load(connection, batch[::-1], run=2)
    assert first == {"articles_new": 3, "mentions_new": 3, "events_new": 2}
    assert again == {"articles_unchanged": 3, "mentions_unchanged": 3}
    assert content(connection, ledger=True) == before
    assert connection.execute("SELECT count(*) FROM mention_history").fetchall() == [(3,)]


days = st.sampled_from([DAY, DAY + datetime.timedelta(days=1), None])
parties = st.lists(
    st.builds(Party, name=st.sampled_from(["Front", "Armée"]), text=st.sampled_from(["rebels", "nous"])), max_size=2
).map(tuple)
counts = st.sampled_from([None, 0, 3, 12])


@st.composite
def batches(draw: st.DrawFn) -> list[CodedArticle]:
    """Articles that tell few events over and over, also in several versions of one document."""

    def event() -> object:
        day, low = draw(days), draw(counts)
        return tell(
            date_start=day, date_end=day, place=draw(st.sampled_from(["Norvik", "Öland", None])),
            place_precision=draw(st.sampled_from(["point", "area", "country"])), deaths_low=low,
            status=draw(st.sampled_from(["occurred", "unconfirmed", "planned"])), actors=draw(parties),
            claimed_by=draw(st.sampled_from([None, "a witness"])), confidence=draw(st.sampled_from([0.25, 0.5])),
        )  # fmt: skip

    return [
        article(
            draw(st.sampled_from("abcdef")), *[event() for _ in range(draw(st.integers(0, 3)))],
            published=draw(days), source=draw(st.sampled_from(["One", "Two", None])),
        )
        for _ in range(draw(st.integers(1, 8)))
    ]  # fmt: skip


def one_coding_a_version(coded: list[CodedArticle]) -> list[CodedArticle]:
    """The coder gives the same events for the same version: so do these."""
    return list({one.article.version_id: one for one in coded}.values())


def stored(batches: list[list[CodedArticle]]) -> dict[str, list[str]]:
    with tempfile.TemporaryDirectory() as folder, write_connection(Path(folder) / "x.duckdb") as connection:
        for batch in batches:
            load_batch(connection, batch, [], run_id="run", recorded_at=MOMENT)
        return content(connection)


@settings(max_examples=12, deadline=None)
@given(batches().map(one_coding_a_version), st.data())
def test_any_order_and_any_split_into_batches_gives_the_same_rows(
    coded: list[CodedArticle], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(coded))
    cut = data.draw(st.integers(0, len(coded)))
    assert stored([shuffled[:cut], shuffled[cut:], shuffled[: cut // 2]]) == stored([coded])


def test_a_new_version_replaces_and_what_it_does_not_tell_is_withdrawn(connection: duckdb.DuckDBPyConnection) -> None:
    old = article("a", tell(), LATER)
    new = article("a", tell("Government forces shelled the town."))
    load(connection, [old], run=1)
    assert load(connection, [new], run=2) == {
        "articles_changed": 1, "mentions_changed": 1, "mentions_withdrawn": 1, "events_changed": 1,
        "events_withdrawn": 1,
    }  # fmt: skip
    assert connection.execute("SELECT quote FROM events").fetchall() == [("Government forces shelled the town.",)]
    assert connection.execute("SELECT is_current FROM articles ORDER BY recorded_at").fetchall() == [(False,), (True,)]
    changes = connection.execute("SELECT change, run_id FROM mention_history ORDER BY history_no").fetchall()
    assert sorted(changes) == [
        ("changed", "run 2"),
        ("inserted", "run 1"),
        ("inserted", "run 1"),
        ("withdrawn", "run 2"),
    ]


def test_an_old_version_read_again_stays_replaced(connection: duckdb.DuckDBPyConnection) -> None:
    old, new = article("a", tell("One.")), article("a", tell("Two."))
    load(connection, [old], run=1)
    load(connection, [new], run=2)
    before = content(connection, ledger=True)
    assert load(connection, [old], run=3) == {"articles_unchanged": 1}
    assert content(connection, ledger=True) == before


def test_within_a_run_the_latest_published_version_wins(connection: duckdb.DuckDBPyConnection) -> None:
    late = article("a", tell("One."), published=DAY)
    early = article("a", tell("Two."), published=DAY - datetime.timedelta(days=1))
    load(connection, [late], run=1)
    load(connection, [early, article("a", tell("Three."), published=None)], run=1)
    assert connection.execute("SELECT text FROM articles WHERE is_current").fetchall() == [("One.",)]


def test_events_as_of_a_moment_are_the_events_that_stood_then(connection: duckdb.DuckDBPyConnection) -> None:
    load(connection, [article("a", tell(), LATER), article("b", tell())], run=1)
    stood = sorted(map(repr, connection.execute("SELECT * FROM events").fetchall()))
    load(connection, [article("a", tell("Nothing but this."), title="Corrected")], run=2)
    load(connection, [article("b")], run=3)
    for run in (1, 1.5):
        moment = MOMENT + datetime.timedelta(days=run)
        rows = connection.execute(
            "SELECT * FROM events_as_of($moment)", {"moment": moment.replace(tzinfo=None)}
        ).fetchall()
        assert sorted(map(repr, rows)) == stood
    assert (
        connection.execute("SELECT * FROM events_as_of($moment)", {"moment": MOMENT.replace(tzinfo=None)}).fetchall()
        == []
    )
    now = connection.execute("SELECT * FROM events_as_of(TIMESTAMP 'infinity')").fetchall()
    assert now == connection.execute("SELECT * FROM events").fetchall()


def test_merged_events_have_the_columns_of_the_table(connection: duckdb.DuckDBPyConnection) -> None:
    table = connection.execute("SELECT * FROM events").description
    macro = connection.execute("SELECT * FROM events_as_of(TIMESTAMP 'infinity')").description
    assert [(column[0], column[1]) for column in macro] == [(column[0], column[1]) for column in table]


def test_the_leading_mention_is_sure_sharp_and_early_and_the_toll_is_the_latest(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    early, late = DAY + datetime.timedelta(days=1), DAY + datetime.timedelta(days=2)
    load(
        connection,
        [
            article("a", tell("It is said.", status="unconfirmed", deaths_low=1), published=DAY),
            article("b", tell("The first.", deaths_low=3, deaths_high=5, actors=()), published=early),
            article("c", tell("The second.", deaths_low=7, actors=(Party(name="B", text="b"),)), published=late),
        ],
    )
    found = connection.execute(
        "SELECT quote, status, deaths_low, deaths_high, actors[1].name, mention_count, first_reported FROM events"
    )
    assert found.fetchall() == [("The first.", "occurred", 7, None, "B", 3, DAY)]


def test_a_refusal_is_stored_once(connection: duckdb.DuckDBPyConnection) -> None:
    reject = Reject(origin="x.txt", reason="binary", detail="not a text")
    reports = [load_batch(connection, [], [reject, reject], run_id="r", recorded_at=MOMENT) for _ in range(2)]
    assert [report.rejects_new for report in reports] == [1, 0]


def test_text_of_any_script_comes_back_as_it_was(connection: duckdb.DuckDBPyConnection) -> None:
    text = "قصفت المدينة 👩‍👩‍👧 e\u0301té — 'Ö''Brien' \x00 end"
    load(connection, [article("ä'\";--", tell(text, place="Ṣūrān", claimed_by="O'Neil"), title='"«»"')])
    assert connection.execute("SELECT quote, place, claimed_by FROM events").fetchall() == [(text, "Ṣūrān", "O'Neil")]


def test_half_a_surrogate_pair_becomes_a_replacement_character_in_its_place(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    load(connection, [article("a", tell("A \ud83d stray half."))])
    assert connection.execute("SELECT text FROM articles").fetchall() == [("A \ufffd stray half.",)]


def test_a_batch_that_breaks_a_rule_leaves_nothing_behind(connection: duckdb.DuckDBPyConnection) -> None:
    load(connection, [article("a", tell())], run=1)
    before = content(connection, ledger=True)
    wrong = article("b", tell("One."), text="Two. And more.")
    with pytest.raises(CheckFailed, match="quote_is_its_slice"):
        load(connection, [article("a", tell("New.")), wrong], run=2)
    assert content(connection, ledger=True) == before


def test_reports_add_up() -> None:
    one = LoadReport(articles_new=1, mentions_new=2)
    assert one + one == dataclasses.replace(one, articles_new=2, mentions_new=4)


KILLED = """
import os, signal, sys
from pathlib import Path
import warehouse.load
from tests.warehouse.coded import article, load, tell
from warehouse.connection import write_connection

def die(connection):
    if connection.execute("SELECT count(*) FROM mentions").fetchall() == [(2,)]:
        os.kill(os.getpid(), signal.SIGKILL)

warehouse.load.enforce_checks = die
with write_connection(Path(sys.argv[1])) as connection:
    load(connection, [article("a", tell("One."))], run=1)
    load(connection, [article("a", tell("Two.")), article("b", tell())], run=2)
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL here")
def test_a_load_that_is_killed_leaves_nothing_half_written_and_the_next_completes(path: Path) -> None:
    root = Path(__file__).parents[2]
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=root, check=False)
    assert killed.returncode == -signal.SIGKILL
    with read_connection(path) as connection:
        assert connection.execute("SELECT text FROM articles").fetchall() == [("One.",)]
        assert connection.execute("SELECT count(*) FROM mention_history").fetchall() == [(1,)]
    with write_connection(path, timeout=1) as connection:
        load(connection, [article("a", tell("Two.")), article("b", tell())], run=2)
        assert connection.execute("SELECT mention_count FROM events").fetchall() == [(2,)]
