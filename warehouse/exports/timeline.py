"""The timeline: one HTML page that needs nothing else, readable without scripts, with filters where scripts run."""

import calendar
import datetime
import itertools
import urllib.parse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2

from warehouse.exports.report import EventRow, ExportReport, names_of, write_whole

GROUPS = {
    "fighting": "clash offensive territory_gain siege weapons_seized base_established deployment truce_violation",
    "strikes": "airstrike shelling bombing grenade suicide_bombing chemical_attack",
    "civilians": "attack abduction sexual_violence destruction evacuation aid aid_blocked",
    "truces": "truce_start truce_agreement truce_join truce_extension truce_end peace_talks agreement prisoner_release "
    "withdrawal",
    "streets": "protest riot mob_violence crowd_dispersal arrest repression investigation group_change",
    "words": "demand offer accusation rejection threat support responsibility_claim cooperation resolution "
    "sanction_request sanction_imposed sanction_lifted",
}  # fmt: skip
GROUP_OF = {kind: group for group, kinds in GROUPS.items() for kind in kinds.split()}
_BASIS = {
    "explicit": "written in the text",
    "relative": "reckoned from the day of publication",
    "publication": "no date in the text: day of publication",
    "unknown": "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Events under one heading."""

    heading: str
    note: str
    entries: list[dict[str, object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One month in the strip: how many events, and its height in per cent."""

    label: str
    count: int
    height: int


def write_timeline(rows: Sequence[EventRow], path: Path, *, title: str = "Events") -> ExportReport:
    """Writes all events, the undated ones in sections of their own."""
    page = _template().render(
        title=title,
        sections=sections_of(rows),
        bars=bars_of(rows),
        total=len(rows),
        span=_span(rows),
        sources=len({row.get("source") for row in rows if row.get("source")}),
        groups=[group for group in GROUPS if any(GROUP_OF.get(str(row["kind"])) == group for row in rows)],
        statuses=Counter(str(row["status"]) for row in rows),
        countries=sorted({str(row["country"]) for row in rows if row.get("country")}),
    )
    write_whole(path, page.encode("utf-8"))
    return ExportReport(written=len(rows))


@cache
def _template() -> jinja2.Template:
    folder = Path(__file__).parent / "templates"
    loader = jinja2.FileSystemLoader(folder)
    surroundings = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return surroundings.get_template("timeline.html")


def sections_of(rows: Sequence[EventRow]) -> list[Section]:
    """Events by month, newest month last; then those whose year, and those whose day, is not known."""
    dated = sorted(
        (r for r in rows if r.get("date_start")), key=lambda r: (r["date_start"], r["date_end"], r["event_id"])
    )
    months = itertools.groupby(dated, key=lambda row: (row["date_start"].year, row["date_start"].month))
    found = [
        Section(heading=f"{calendar.month_name[month]} {year}", note="", entries=[_entry(row) for row in group])
        for (year, month), group in months
    ]
    yearless = [row for row in rows if not row.get("date_start") and row.get("date_edtf")]
    undated = [row for row in rows if not row.get("date_start") and not row.get("date_edtf")]
    if yearless:
        note = "The text gives a day but no year, and nothing else tells it."
        found.append(Section(heading="Year not given", note=note, entries=[_entry(row) for row in yearless]))
    if undated:
        note = "Plans, denials and background whose day the text does not tell."
        found.append(Section(heading="No date", note=note, entries=[_entry(row) for row in undated]))
    return found


def _entry(row: EventRow) -> dict[str, object]:
    kind = str(row["kind"])
    return {
        "id": row["event_id"],
        "kind": kind.replace("_", " "),
        "group": GROUP_OF.get(kind, "words"),
        "status": row["status"],
        "country": row.get("country") or "",
        "when": when_of(row),
        "basis": _BASIS.get(str(row.get("date_basis")), ""),
        "where": where_of(row),
        "actors": names_of(row.get("actors")),
        "targets": names_of(row.get("targets")),
        "about": [name for name in names_of(row.get("about")) if name not in names_of(row.get("targets"))],
        "harm": [text for text in (_harm(row, "deaths", "dead"), _harm(row, "injured", "injured")) if text],
        "claimed_by": row.get("claimed_by"),
        "quote": row.get("quote"),
        "source": row.get("source") or row.get("title"),
        "published": row.get("published"),
        "url": safe_url(row.get("url")),
        "tellings": row.get("mention_count") or 1,
    }


def when_of(row: EventRow) -> str:
    """The date in words, no more exact than it is known."""
    start, end, edtf = row.get("date_start"), row.get("date_end"), row.get("date_edtf")
    if start is None or end is None:
        return _yearless(str(edtf)) if edtf else "date not known"
    if start == end:
        return _day(start)
    if edtf and len(str(edtf)) == 7:
        return f"{calendar.month_name[start.month]} {start.year}, day not known"
    if edtf and len(str(edtf)) == 4:
        return f"{start.year}, day not known"
    if start.year == end.year:
        first = f"{start.day}" if start.month == end.month else f"{start.day} {calendar.month_name[start.month]}"
        return f"{first} – {_day(end)}"
    return f"{_day(start)} – {_day(end)}"


def _day(day: datetime.date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def _yearless(edtf: str) -> str:
    parts = edtf.split("-")
    if parts[0] != "XXXX" or not all(part.isdigit() for part in parts[1:]) or len(parts) not in {2, 3}:
        return edtf
    month = calendar.month_name[int(parts[1])]
    return f"{int(parts[2])} {month}, year not given" if len(parts) == 3 else f"{month}, year not given"


def where_of(row: EventRow) -> str:
    """The place in words, with the division and country, and what kind of place it is where that is not a point."""
    names = [row.get("place"), row.get("admin1"), row.get("country")]
    shown = [str(name) for number, name in enumerate(names) if name and name not in names[:number]]
    precision = {"area": "around ", "country": "", "admin1": ""}.get(str(row.get("place_precision")), "")
    return precision + ", ".join(shown)


def _harm(row: EventRow, what: str, word: str) -> str:
    low, high = row.get(f"{what}_low"), row.get(f"{what}_high")
    if low is None and high is None:
        return ""
    if low is None:
        return f"up to {high:,} {word}"
    if high is None:
        return f"at least {low:,} {word}"
    if low == high:
        return f"{low:,} {word}" if low else f"none {word}"
    return f"{low:,} to {high:,} {word}"


def safe_url(url: object) -> str | None:
    """The address if it is one of the web; anything else could run code in the reader's browser."""
    text = str(url or "")
    return text if urllib.parse.urlsplit(text).scheme in {"http", "https"} else None


def bars_of(rows: Sequence[EventRow]) -> list[Bar]:
    """Events per month from the first to the last, or per year where that is more than ten years."""
    days = sorted(row["date_start"] for row in rows if row.get("date_start"))
    if not days:
        return []
    yearly = days[-1].year - days[0].year > 10
    step = 12 if yearly else 1
    counts = Counter((day.year * 12 + day.month - 1) // step for day in days)
    top = max(counts.values())
    return [
        Bar(label=_label(number * step, yearly=yearly), count=counts[number], height=round(100 * counts[number] / top))
        for number in range(min(counts), max(counts) + 1)
    ]


def _label(month: int, *, yearly: bool) -> str:
    year, number = divmod(month, 12)
    return str(year) if yearly else f"{calendar.month_abbr[number + 1]} {year}"


def _span(rows: Sequence[EventRow]) -> str:
    days = [row["date_start"] for row in rows if row.get("date_start")]
    if not days:
        return "no dates known"
    first, last = min(days), max(row["date_end"] for row in rows if row.get("date_end"))
    return _day(first) if first == last else f"{_day(first)} – {_day(last)}"
