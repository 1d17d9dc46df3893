"""Brings a warehouse to the schema of this version: numbered migrations, then codes, macros, views and comments."""

import hashlib
import json

import duckdb

from schemas.errors import WarehouseError
from schemas.vocabulary import LISTS, read_list
from warehouse.statements import MIGRATIONS, made_anew, read_sql
from warehouse.transactions import transaction

VERSION = len(MIGRATIONS)


def migrate(connection: duckdb.DuckDBPyConnection) -> None:
    """Runs the migrations that the file lacks, in one transaction; does nothing where nothing is lacking.

    Codes, macros, views and comments hold no rows of their own: they are made again whenever one of them differs.

    Raises:
        WarehouseError: the file was made by a newer version.
    """
    found = schema_version(connection)
    if found == VERSION and _digest_found(connection) == digest():
        return
    with transaction(connection):
        connection.execute(read_sql("schema/schema_version"))
        for number, name in enumerate(MIGRATIONS[found:], start=found + 1):
            connection.execute(read_sql(f"migrations/{name}"))
            connection.execute("INSERT INTO schema_version VALUES ($number, $name)", {"number": number, "name": name})
        _make_anew(connection)


def schema_version(connection: duckdb.DuckDBPyConnection) -> int:
    """The number of the last migration that the file has seen; 0 for an empty file.

    Raises:
        WarehouseError: the file was made by a newer version, or holds somebody else's tables.
    """
    tables = {str(name) for (name,) in connection.execute(read_sql("schema/list_tables")).fetchall()}
    if not tables:
        return 0
    if "schema_version" not in tables:
        raise WarehouseError("the file is a DuckDB database, but no warehouse of annalist")
    rows = connection.execute("SELECT coalesce(max(version), 0) FROM schema_version").fetchall()
    found = int(rows[0][0])
    if found > VERSION:
        raise WarehouseError(f"the warehouse was made by a newer version (schema {found}, this one knows {VERSION})")
    return found


def digest() -> str:
    """SHA-256 of all that is made anew: codes, macros, views and comments."""
    parts = [read_sql(name) for name in [*made_anew(), "schema/fill_countries", "schema/dictionary"]]
    parts += [json.dumps(read_list(name)) for name in LISTS]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _digest_found(connection: duckdb.DuckDBPyConnection) -> str | None:
    rows = connection.execute("SELECT name FROM schema_version WHERE version = 0").fetchall()
    return str(rows[0][0]) if rows else None


def _make_anew(connection: duckdb.DuckDBPyConnection) -> None:
    for name in LISTS:
        _load_codes(connection, name)
    connection.execute("DELETE FROM countries")
    connection.execute(read_sql("schema/fill_countries"))
    for name in made_anew():
        connection.execute(read_sql(name))
    _comment(connection)
    connection.execute("DELETE FROM schema_version WHERE version = 0")
    connection.execute("INSERT INTO schema_version VALUES (0, $digest)", {"digest": digest()})


def _load_codes(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    rows = list(read_list(name).values())
    connection.execute(f"DELETE FROM {name}")  # noqa: S608 - names of our own lists
    columns = ", ".join([*rows[0], "position"])
    marks = ", ".join("?" * (len(rows[0]) + 1))
    values = [[*(cell or None for cell in row.values()), position] for position, row in enumerate(rows, start=1)]
    connection.executemany(f"INSERT INTO {name} ({columns}) VALUES ({marks})", values)  # noqa: S608 - as above


def _comment(connection: duckdb.DuckDBPyConnection) -> None:
    """Writes the comments of the dictionary on tables, views, macros and their columns."""
    connection.execute(read_sql("schema/dictionary"))
    for kind, name, comment in connection.execute(read_sql("schema/list_comments")).fetchall():
        text = str(comment).replace("'", "''")  # COMMENT takes no bound values
        connection.execute(f"COMMENT ON {kind} {name} IS '{text}'")
