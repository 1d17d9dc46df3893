"""Runs the rules in `checks/`: each selects the rows that break it, and says how loud it is."""

import re
from dataclasses import dataclass

import duckdb

from schemas.errors import CheckFailed
from warehouse.statements import CHECKS, read_check


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A rule that rows break: its file, `fail` or `warn`, what it says, how many rows, and one of them."""

    check: str
    level: str
    rule: str
    rows: int
    first: str


def run_checks(
    connection: duckdb.DuckDBPyConnection, *, level: str | None = None, run_id: str | None = None
) -> list[Broken]:
    """The rules that stored rows break, in the order of their files; only those of `level` if it is given.

    With `run_id`, the costly rules read only what that run recorded.
    """
    found = []
    for name in CHECKS:
        statement = read_check(name)
        head = re.match(r"-- (fail|warn): (.+)", statement)
        if head is None:
            raise CheckFailed(f"checks/{name}.sql does not begin with '-- fail:' or '-- warn:'")
        bound = {"run_id": run_id} if "$run_id" in statement else {}
        if level in (None, head[1]) and (rows := connection.execute(statement, bound).fetchall()):
            first = ", ".join(str(cell) for cell in rows[0])
            found.append(Broken(check=name, level=head[1], rule=head[2], rows=len(rows), first=first))
    return found


def enforce_checks(connection: duckdb.DuckDBPyConnection, *, run_id: str) -> None:
    """Returns nothing where no row breaks a `fail` rule.

    Raises:
        CheckFailed: rows break one; the message names the first such rule and row.
    """
    for broken in run_checks(connection, level="fail", run_id=run_id):
        raise CheckFailed(f"{broken.check}: {broken.rule} ({broken.rows} rows, first: {broken.first})")
