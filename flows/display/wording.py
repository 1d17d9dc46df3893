"""Events in words, for tables: what, when, where and who on a few characters."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]


def told_date(row: Row) -> str:
    """The day or days; a day whose year is not known is told as such."""
    start, end = row["date_start"], row["date_end"]
    if start is None:
        return str(row["date_edtf"] or "undated")
    if row["date_precision"] in ("month", "year") and row["date_edtf"]:
        return str(row["date_edtf"])
    return str(start) if start == end or end is None else f"{start} to {_short_end(start, end)}"


def told_kind(row: Row) -> str:
    """The kind in words, with the status where it is not plainly a thing that happened."""
    kind = str(row["kind"]).replace("_", " ")
    return kind if row["status"] == "occurred" else f"{kind} ({row['status']})"


def told_place(row: Row) -> str:
    """The place and its country."""
    return ", ".join(str(part) for part in (row["place"], row["country"]) if part)


def told_parties(row: Row) -> str:
    """Who did it to whom, and about whom."""
    actors, targets, about = (_names(row[side]) for side in ("actors", "targets", "about"))
    told = f"{actors} > {targets}".strip() if targets else actors
    return f"{told} (about {about})".strip() if about and about != targets else told


def told_range(low: int | None, high: int | None) -> str:
    """A count as the text bounds it; empty where nothing is stated."""
    if low is None and high is None:
        return ""
    if low is None:
        return f"up to {high}"
    if high is None:
        return f"{low} or more"
    return str(low) if low == high else f"{low} to {high}"


def counted_events(count: int) -> str:
    """The number of events in words.

    >>> counted_events(1)
    '1 event'
    """
    return "1 event" if count == 1 else f"{count} events"


def _names(parties: Sequence[Row] | None) -> str:
    return ", ".join(str(party["name"]) for party in parties or ())


def _short_end(start: datetime.date, end: datetime.date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{end:%d}"
    return f"{end:%m-%d}" if start.year == end.year else str(end)
