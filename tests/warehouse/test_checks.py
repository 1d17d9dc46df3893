"""The rules: each finds the rows that break it."""

import duckdb
import pytest

from tests.warehouse.coded import article, load, tell
from warehouse.checks import run_checks
from warehouse.statements import CHECKS, read_check

# For each rule, what breaks it.
BREAKS = {
    "document_has_one_current_version": "UPDATE articles SET is_current = FALSE",
    "event_id_is_unique": "INSERT INTO events SELECT * FROM events",
    "mention_has_its_current_article": "DELETE FROM articles",
    "mention_has_its_event": "DELETE FROM events",
    "mention_id_is_unique": "INSERT INTO mentions SELECT * FROM mentions",
    "quote_is_its_slice": "UPDATE mentions SET quote = 'x'",
}


def test_what_is_loaded_breaks_no_rule(connection: duckdb.DuckDBPyConnection) -> None:
    load(connection, [article("a", tell()), article("b")])
    assert run_checks(connection) == []


@pytest.mark.parametrize("name", CHECKS)
def test_each_rule_finds_what_breaks_it(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    load(connection, [article("a", tell())])
    connection.execute(BREAKS[name])
    assert name in [broken.check for broken in run_checks(connection)]


@pytest.mark.parametrize("name", CHECKS)
def test_each_rule_says_how_loud_it_is_and_why(name: str) -> None:
    assert read_check(name).startswith(("-- fail: ", "-- warn: "))
