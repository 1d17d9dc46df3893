"""Runs the rules in `checks/`: each selects the rows that break it, and says how loud it is."""

from dataclasses import dataclass

import duckdb

from schemas.errors import CheckFailed
from warehouse.statements import CHECKS, read_check, read_sql


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A rule that rows break: its file, `fail` or `warn`, what it says, how many rows, and one of them."""

    check: str
    level: str
    rule: str
    rows: int
    first: str


def run_checks(connection: duckdb.DuckDBPyConnection) -> list[Broken]:
    """The rules that stored rows break, in the order of their files; all rows are looked at."""
    connection.execute(read_sql("load/widen_checks"))
    return [broken for name in CHECKS if (broken := _run_check(connection, name))]


def enforce_checks(connection: duckdb.DuckDBPyConnection) -> None:
    """Returns nothing where no row that the present load touched breaks a `fail` rule.

    Raises:
        CheckFailed: rows break one; the message names the first such rule and row.
    """
    connection.execute(read_sql("load/narrow_checks"))
    for name in CHECKS:
        if read_check(name).startswith("-- fail") and (broken := _run_check(connection, name)):
            raise CheckFailed(f"{name}: {broken.rule} ({broken.rows} rows, first: {broken.first})")


def _run_check(connection: duckdb.DuckDBPyConnection, name: str) -> Broken | None:
    statement = read_check(name)
    level, rule = statement.partition("\n")[0].removeprefix("-- ").split(": ", 1)
    rows = connection.execute(statement).fetchall()
    if not rows:
        return None
    first = ", ".join(str(cell) for cell in rows[0])
    return Broken(check=name, level=level, rule=rule, rows=len(rows), first=first)
