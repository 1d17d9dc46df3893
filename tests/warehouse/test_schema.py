"""The schema: the codebook's words, and a comment on everything."""

import dataclasses

import duckdb
import pytest

from schemas.mention import Mention
from schemas.vocabulary import LISTS, read_list
from warehouse.statements import read_sql

FIELDS = [field.name for field in dataclasses.fields(Mention)]


def columns(connection: duckdb.DuckDBPyConnection, relation: str) -> list[str]:
    return [column[0] for column in connection.table(relation).limit(0).description]


def test_every_table_view_macro_and_column_has_a_comment(connection: duckdb.DuckDBPyConnection) -> None:
    bare = connection.execute("""
        SELECT table_name, NULL FROM duckdb_tables() WHERE comment IS NULL AND NOT internal AND NOT temporary
        UNION ALL SELECT view_name, NULL FROM duckdb_views() WHERE comment IS NULL AND NOT internal
        UNION ALL SELECT function_name, NULL FROM duckdb_functions()
            WHERE comment IS NULL AND NOT internal AND function_type IN ('macro', 'table_macro')
        UNION ALL SELECT columns.table_name, column_name FROM duckdb_columns() AS columns
            WHERE comment IS NULL AND NOT internal AND database_name <> 'temp'
    """)
    assert bare.fetchall() == []


def test_every_entry_of_the_dictionary_stands_on_something(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(read_sql("schema/dictionary"))
    lost = connection.execute("""
        SELECT relation, name FROM dictionary
        WHERE relation <> '*' AND name <> '*'
            AND (relation, name) NOT IN (SELECT (table_name, column_name) FROM duckdb_columns())
        UNION ALL SELECT relation, name FROM dictionary
        WHERE relation = '*' AND name NOT IN (SELECT column_name FROM duckdb_columns() WHERE database_name <> 'temp')
        UNION ALL SELECT relation, name FROM dictionary GROUP BY ALL HAVING count(*) > 1
    """)
    assert lost.fetchall() == []


@pytest.mark.parametrize("table", ["mentions", "mention_history"])
def test_mentions_hold_every_field_of_the_record(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    assert set(FIELDS) <= set(columns(connection, table))


def test_events_hold_every_field_but_the_traces_of_one_mention(connection: duckdb.DuckDBPyConnection) -> None:
    assert set(FIELDS) - {"rules", "evidence"} <= set(columns(connection, "events"))


def test_the_history_holds_every_column_of_the_mentions(connection: duckdb.DuckDBPyConnection) -> None:
    assert columns(connection, "mention_history") == ["history_no", "change", *columns(connection, "mentions")]


def test_a_column_of_one_name_has_one_type(connection: duckdb.DuckDBPyConnection) -> None:
    twice = connection.execute("""
        SELECT column_name, list(DISTINCT data_type) FROM duckdb_columns()
        WHERE table_name IN ('mentions', 'mention_history', 'events', 'timeline')
        GROUP BY column_name HAVING count(DISTINCT data_type) > 1
    """)
    assert twice.fetchall() == []


@pytest.mark.parametrize("name", LISTS)
def test_code_lists_are_tables(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    rows = connection.table(name).order("position").select("* EXCLUDE (position)").fetchall()
    wanted = [tuple(cell or None for cell in row.values()) for row in read_list(name).values()]
    assert [tuple(None if cell is None else str(cell) for cell in row) for row in rows] == wanted
