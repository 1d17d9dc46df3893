"""Exports: nothing is lost or made more exact, and hostile text stays text."""

import csv
import datetime
import html.parser
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from schemas.errors import ConfigurationError
from schemas.vocabulary import load_kinds
from warehouse.exports.formats import FORMATS
from warehouse.exports.timeline import GROUP_OF, bars_of, safe_url, sections_of, when_of

DAY = datetime.date(2021, 6, 8)
HOSTILE = "</script><img src=x onerror=alert(1)> & \"quoted\" 'one'"
ROW: dict[str, Any] = {
    "event_id": "e1", "kind": "airstrike", "status": "occurred", "claimed_by": "medics", "date_start": DAY,
    "date_end": DAY, "date_edtf": "2021-06-08", "date_precision": "day", "date_basis": "relative", "place": "Azaz",
    "latitude": 36.6, "longitude": 37.0, "country": "SY", "place_precision": "point", "quote": "Jets hit it.",
    "actors": [{"name": "Syrian Armed Forces", "text": "jets", "country": "SYR", "sector": "MIL"}], "targets": [],
    "about": [], "deaths_low": 14, "deaths_high": None, "mention_count": 2, "source": "Wire", "title": "T",
    "url": "https://wire.example/1", "published": DAY, "last_reported": DAY,
}  # fmt: skip
UNDATED = ROW | {"event_id": "e2", "date_start": None, "date_end": None, "date_edtf": None, "latitude": None}
YEARLESS = UNDATED | {"event_id": "e3", "date_edtf": "XXXX-02-27"}


class Page(html.parser.HTMLParser):
    """The tags and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"src", "href"}]


def page_of(rows: list[dict[str, Any]], path: Path) -> tuple[str, Page]:
    FORMATS["timeline"](rows, path / "t.html", title=HOSTILE)
    text, page = (path / "t.html").read_text("utf-8"), Page()
    page.feed(text)
    return text, page


def test_the_timeline_escapes_what_articles_say(tmp_path: Path) -> None:
    hostile = dict.fromkeys(("quote", "claimed_by", "place", "source", "country", "status"), HOSTILE)
    text, page = page_of([ROW | hostile | {"url": "javascript:alert(1)"}], tmp_path)
    assert "<img" not in text
    assert page.tags.count("script") == 1
    assert page.links == []


def test_the_timeline_needs_no_network_and_holds_every_event(tmp_path: Path) -> None:
    text, page = page_of([ROW, UNDATED, YEARLESS], tmp_path)
    assert page.links == ["https://wire.example/1"] * 3
    assert "link" not in page.tags
    assert all(f'id="{row["event_id"]}"' in text for row in (ROW, UNDATED, YEARLESS))
    assert "at least 14 dead" in text


def test_events_without_a_year_or_day_stand_apart() -> None:
    assert [s.heading for s in sections_of([UNDATED, YEARLESS, ROW])] == ["June 2021", "Year not given", "No date"]


@pytest.mark.parametrize(
    ("start", "end", "edtf", "told"),
    [
        ("2016-02-27", "2016-02-27", "2016-02-27", "27 February 2016"),
        ("2016-02-01", "2016-02-29", "2016-02", "February 2016, day not known"),
        ("2016-01-01", "2016-12-31", "2016", "2016, day not known"),
        ("2016-04-12", "2016-04-15", "2016-04-12/2016-04-15", "12 – 15 April 2016"),
        ("2016-04-30", "2016-05-01", "2016-04-30/2016-05-01", "30 April – 1 May 2016"),
        (None, None, "XXXX-02-27", "27 February, year not given"),
        (None, None, None, "date not known"),
    ],
)
def test_dates_in_words_are_no_more_exact_than_known(start: str, end: str, edtf: str, told: str) -> None:
    days = {n: datetime.date.fromisoformat(d) if d else None for n, d in (("date_start", start), ("date_end", end))}
    assert when_of({**days, "date_edtf": edtf}) == told


def test_every_kind_has_a_colour_and_months_without_events_have_a_bar() -> None:
    assert set(GROUP_OF) == set(load_kinds())
    later = ROW | {"date_start": datetime.date(2021, 9, 1)}
    assert [bar.count for bar in bars_of([ROW, later])] == [1, 0, 0, 1]
    assert bars_of([UNDATED]) == []


def test_only_addresses_of_the_web_are_linked() -> None:
    assert safe_url("https://a.example/") == "https://a.example/"
    assert [safe_url(url) for url in ("javascript:x", "data:text/html,x", "file:///etc/passwd", None, "")] == [None] * 5


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20), min_size=1, max_size=4))
def test_csv_is_read_back_and_runs_no_formula(quotes: list[str]) -> None:
    path = Path("/dev/shm") if Path("/dev/shm").is_dir() else Path.cwd()  # hypothesis and tmp_path do not mix
    target = path / "annalist-test.csv"
    FORMATS["csv"]([ROW | {"quote": quote} for quote in quotes], target)
    with target.open(encoding="utf-8", newline="") as lines:
        cells = [row["quote"] for row in csv.DictReader(lines)]
    target.unlink()
    assert [
        cell.removeprefix("'") if quote[:1] in "=+-@" else cell for cell, quote in zip(cells, quotes, strict=True)
    ] == quotes
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_csv_leaves_numbers_alone(tmp_path: Path) -> None:
    FORMATS["csv"]([ROW | {"longitude": -3.5}], tmp_path / "e.csv")
    with (tmp_path / "e.csv").open(encoding="utf-8", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert (row["longitude"], row["actors"], row["deaths_high"]) == ("-3.5", "Syrian Armed Forces", "")


def test_geojson_has_longitude_first_and_null_where_there_is_no_point(tmp_path: Path) -> None:
    FORMATS["geojson"]([ROW, UNDATED], tmp_path / "e.geojson", title="Name")
    one, other = json.loads((tmp_path / "e.geojson").read_text("utf-8"))["features"]
    assert one["geometry"]["coordinates"] == [37.0, 36.6]
    assert one["when"]["timespans"] == [{"start": {"in": "2021-06-08"}, "end": {"in": "2021-06-08"}}]
    assert other["geometry"] is None
    assert "when" not in other


def test_ics_ends_on_the_day_after_and_counts_what_has_no_day(tmp_path: Path) -> None:
    report = FORMATS["ics"]([ROW, UNDATED, ROW | {"event_id": "e4", "status": "planned"}], tmp_path / "e.ics")
    assert (report.written, report.left_out, report.reason) == (2, 1, "no day known")
    first, second = Calendar.from_ical((tmp_path / "e.ics").read_bytes()).walk("VEVENT")
    assert first.decoded("dtend") == DAY + datetime.timedelta(days=1)
    assert str(second["status"]) == "TENTATIVE"


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_path_that_cannot_be_written_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ConfigurationError, match="cannot be written"):
        FORMATS[name]([ROW], tmp_path / "file" / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
