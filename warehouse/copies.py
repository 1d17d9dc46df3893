"""Finds the articles of a batch that are nearly the same as others, and keeps the groups that they make."""

from collections.abc import Iterable

import duckdb
import pyarrow as pa

from warehouse.statements import read_sql

Pair = tuple[str, str]


def link_copies(connection: duckdb.DuckDBPyConnection) -> None:
    """Returns nothing; the groups that the staged articles belong to are stored, and staged_copies holds their members.

    A group is all that hangs together by pairs, and its id is the least of its members: no order of loading shows.
    """
    for name in ("stage_fingerprints", "add_fingerprints", "add_bands"):
        connection.execute(read_sql(f"load/{name}"))
    pairs = connection.execute(read_sql("load/find_copies")).fetchall()
    members = sorted({str(member) for pair in pairs for member in pair})
    known = connection.execute(read_sql("load/group_members"), {"version_ids": members}).fetchall() if members else []
    groups = connected(pairs + known)
    rows = {"version_id": list(groups), "copy_group_id": list(groups.values())}
    schema = pa.schema([("version_id", pa.string()), ("copy_group_id", pa.string())])
    connection.register("incoming_groups", pa.table(rows, schema=schema))
    for name in ("stage_copies", "forget_copies", "add_copies"):
        connection.execute(read_sql(f"load/{name}"))


def connected(pairs: Iterable[Pair]) -> dict[str, str]:
    """The least member of all that hangs together, for each member.

    >>> connected([("b", "c"), ("a", "c"), ("x", "y")])
    {'a': 'a', 'b': 'a', 'c': 'a', 'x': 'x', 'y': 'x'}
    """
    parents: dict[str, str] = {}

    def root(member: str) -> str:
        while parents.setdefault(member, member) != member:
            parents[member] = parents[parents[member]]
            member = parents[member]
        return member

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        parents[high] = low
    return {member: root(member) for member in sorted(parents)}
