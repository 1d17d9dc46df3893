"""Loads coded articles: staged, compared, merged and checked in one transaction.

What a batch says is compared with what stands, row by row and by content: the same input again changes nothing.
A version of a document replaces the one before it, and what it no longer tells is withdrawn; `mention_history`
keeps both. Events are merged anew from all mentions that tell them, so no order of loading shows in them.
"""

import dataclasses
import datetime
from collections.abc import Sequence

import duckdb

from schemas.article import Reject
from schemas.mention import CodedArticle
from schemas.state import ArticleState
from warehouse.checks import enforce_checks
from warehouse.copies import link_copies
from warehouse.rows import register_batch
from warehouse.statements import read_sql
from warehouse.transactions import transaction

# In this order; each entry is a statement in sql/load/.
STAGES = ("stage_variants", "stage_articles", "stage_documents", "stage_mentions", "stage_changes", "stage_states")
MERGES = (
    "supersede_articles",
    "merge_articles",
    "record_changes",
    "forget_mentions",
    "tell_mentions",
    "forget_events",
    "tell_events",
    "merge_states",
    "resolve_rejects",
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LoadReport:
    """How many rows a load found new, changed, unchanged or withdrawn; reports add up.

    Articles are counted by document: a new version of a known one is a change. Events are counted only where a
    mention of theirs changed, or an article that tells them turned out a copy. Inputs are counted by the state that
    each ended in; those that were refused are not among them.
    """

    articles_new: int = 0
    articles_changed: int = 0
    articles_unchanged: int = 0
    mentions_new: int = 0
    mentions_changed: int = 0
    mentions_unchanged: int = 0
    mentions_withdrawn: int = 0
    events_new: int = 0
    events_changed: int = 0
    events_withdrawn: int = 0
    rejects_new: int = 0
    inputs_coded: int = 0
    inputs_no_events: int = 0
    inputs_unchanged: int = 0
    inputs_duplicate: int = 0
    inputs_language: int = 0

    def __add__(self, other: "LoadReport") -> "LoadReport":
        """The sums of both reports."""
        mine, theirs = dataclasses.asdict(self), dataclasses.asdict(other)
        return LoadReport(**{name: mine[name] + theirs[name] for name in mine})


def load_batch(
    connection: duckdb.DuckDBPyConnection,
    coded: Sequence[CodedArticle],
    rejects: Sequence[Reject],
    *,
    run_id: str,
    recorded_at: datetime.datetime,
    states: Sequence[ArticleState] = (),
) -> LoadReport:
    """What the batch changed, after all of it is stored; on an error nothing of it is.

    Args:
        connection: from `write_connection`.
        coded: the articles, in any order; a version that stands twice is stored once.
        rejects: the refused inputs.
        run_id: the run that new and changed rows name.
        recorded_at: the moment that they name; an aware one is turned into UTC, a naive one is UTC.
        states: what became of each input that was not refused.

    Raises:
        CheckFailed: the rows would break a rule in `checks/`.
    """
    stamp = {"run_id": run_id, "recorded_at": utc(recorded_at)}

    def merged() -> LoadReport:
        with transaction(connection):
            register_batch(connection, coded, rejects, states)
            report = _merge(connection, stamp)
            enforce_checks(connection)
        return report

    try:
        return merged()
    except duckdb.OutOfMemoryException:  # a batch or a file of a size that was not thought of: slower, but it goes in
        _lift_memory_limit(connection)
        return merged()


def _lift_memory_limit(connection: duckdb.DuckDBPyConnection) -> None:
    """Returns nothing; the load may take what DuckDB takes by itself."""
    connection.execute("RESET memory_limit")
    (usual,) = connection.execute("SELECT current_setting('memory_limit')").fetchall()[0]
    connection.execute(f"SET memory_limit = '{usual}'")  # RESET changes what is told, but not what holds


def utc(moment: datetime.datetime) -> datetime.datetime:
    """The moment in UTC, without its zone, as the warehouse stores it."""
    return moment.astimezone(datetime.UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _merge(connection: duckdb.DuckDBPyConnection, stamp: dict[str, object]) -> LoadReport:
    for name in STAGES:
        _run(connection, name, stamp)
    link_copies(connection)
    _run(connection, "stage_touched", stamp)
    counted: dict[str, int] = {}
    for name in ("count_articles", "count_mentions", "count_states"):
        counted |= _count(connection, name)
    before = set(_run(connection, "touched_events", stamp))
    for name in MERGES:
        _run(connection, name, stamp)
    after = set(_run(connection, "touched_events", stamp))
    return LoadReport(
        **counted,
        events_new=len(after - before),
        events_changed=len(after & before),
        events_withdrawn=len(before - after),
        rejects_new=sum(row[0] == "INSERT" for row in _run(connection, "merge_rejects", stamp)),
    )


def _run(connection: duckdb.DuckDBPyConnection, name: str, stamp: dict[str, object]) -> list[tuple[object, ...]]:
    statement = read_sql(f"load/{name}")
    bound = {key: value for key, value in stamp.items() if f"${key}" in statement}
    return connection.execute(statement, bound).fetchall()


def _count(connection: duckdb.DuckDBPyConnection, name: str) -> dict[str, int]:
    found = connection.execute(read_sql(f"load/{name}"))
    names = [str(column[0]) for column in found.description or ()]
    return dict(zip(names, found.fetchall()[0], strict=True))
