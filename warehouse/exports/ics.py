"""iCalendar (RFC 5545): all-day entries; the end is exclusive; what has no day is left out and counted."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from icalendar import Calendar, Event

from warehouse.exports.report import EventRow, ExportReport, names_of, write_whole

_STATUS = {"planned": "TENTATIVE", "unconfirmed": "TENTATIVE", "negated": "CANCELLED"}
_NO_STAMP = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)  # the standard asks for one; ours reads no clock


def write_ics(rows: Sequence[EventRow], path: Path, *, title: str = "Events") -> ExportReport:
    """Writes one entry for every event whose days are known."""
    calendar = Calendar()
    calendar.add("prodid", "-//Annalist//Events//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    dated = [row for row in rows if row.get("date_start") and row.get("date_end")]
    for row in dated:
        calendar.add_component(_entry(row))
    write_whole(path, calendar.to_ical())
    left = len(rows) - len(dated)
    return ExportReport(written=len(dated), left_out=left, reason="no day known" if left else None)


def _entry(row: EventRow) -> Event:
    entry = Event()
    entry.add("uid", f"{row['event_id']}@annalist")
    entry.add("dtstamp", _stamp(row.get("last_reported")))
    entry.add("dtstart", row["date_start"])
    entry.add("dtend", row["date_end"] + datetime.timedelta(days=1))
    entry.add("summary", _summary(row))
    entry.add("description", str(row.get("quote") or ""))
    entry.add("status", _STATUS.get(str(row.get("status")), "CONFIRMED"))
    entry.add("categories", [str(row.get("kind"))])
    if row.get("place"):
        entry.add("location", ", ".join(str(row[name]) for name in ("place", "country") if row.get(name)))
    if row.get("latitude") is not None and row.get("longitude") is not None:
        entry.add("geo", (row["latitude"], row["longitude"]))
    return entry


def _summary(row: EventRow) -> str:
    status = "" if row.get("status") == "occurred" else f" ({row.get('status')})"
    actors = ", ".join(names_of(row.get("actors")))
    place = f" in {row['place']}" if row.get("place") else ""
    return f"{str(row.get('kind')).replace('_', ' ')}{status}{place}{': ' + actors if actors else ''}"


def _stamp(value: object) -> datetime.datetime:
    if isinstance(value, datetime.datetime):
        return value.replace(tzinfo=datetime.UTC) if value.tzinfo is None else value
    if isinstance(value, datetime.date):
        return datetime.datetime(value.year, value.month, value.day, tzinfo=datetime.UTC)
    return _NO_STAMP
