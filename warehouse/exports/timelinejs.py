"""TimelineJS 3 JSON: dates keep their precision, because month and day may be left out."""

import datetime
import json
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from warehouse.exports.report import EventRow, ExportReport, names_of, write_whole
from warehouse.exports.timeline import GROUP_OF, safe_url, when_of, where_of

MOST = 300  # slides: with more the viewer becomes sluggish, its authors advise against it


def write_timelinejs(rows: Sequence[EventRow], path: Path, *, title: str = "Events") -> ExportReport:
    """Writes one slide an event whose year is known; of more than 300 the ones told most often."""
    dated = [row for row in rows if row.get("date_start") and row.get("date_end")]
    ranked = sorted(dated, key=lambda row: (-int(row.get("mention_count") or 1), str(row["event_id"])))[:MOST]
    chosen = sorted(ranked, key=lambda row: (row["date_start"], row["date_end"], row["event_id"]))
    page = {"title": {"text": {"headline": escape(title)}}, "events": [_slide(row) for row in chosen]}
    write_whole(path, json.dumps(page, ensure_ascii=False, indent=1).encode("utf-8"))
    left = len(rows) - len(chosen)
    reason = "no day known" if len(dated) == len(chosen) else f"no day known, or beyond the {MOST} told most often"
    return ExportReport(written=len(chosen), left_out=left, reason=reason if left else None)


def _slide(row: EventRow) -> dict[str, Any]:
    start, end = row["date_start"], row["date_end"]
    slide: dict[str, Any] = {
        "unique_id": row["event_id"],
        "start_date": _date(start, row),
        "display_date": when_of(row),
        "group": GROUP_OF.get(str(row["kind"]), "words"),
        "text": {"headline": escape(_headline(row)), "text": _body(row)},
    }
    return slide if start == end else slide | {"end_date": _date(end, row)}


def _date(day: datetime.date, row: EventRow) -> dict[str, int]:
    """The day with the parts that the text gives: a whole month has no day, a whole year no month."""
    edtf = str(row.get("date_edtf") or "")
    parts = {"year": day.year, "month": day.month, "day": day.day}
    kept = {4: 1, 7: 2}.get(len(edtf), 3)
    return dict(list(parts.items())[:kept])


def _headline(row: EventRow) -> str:
    status = "" if row.get("status") == "occurred" else f" ({row.get('status')})"
    return f"{str(row['kind']).replace('_', ' ')}{status}: {where_of(row) or 'place not known'}"


def _body(row: EventRow) -> str:
    """The sides and the sentence as HTML, every word of an article escaped."""
    sides = [", ".join(names_of(row.get(side))) for side in ("actors", "targets")]
    told = [escape(" → ".join(side for side in sides if side)), f"<q>{escape(str(row.get('quote') or ''))}</q>"]
    outlet, url = escape(str(row.get("source") or row.get("title") or "")), safe_url(row.get("url"))
    told.append(f'<a href="{escape(url)}" rel="noopener">{outlet or escape(url)}</a>' if url else outlet)
    return "".join(f"<p>{part}</p>" for part in told if part)
