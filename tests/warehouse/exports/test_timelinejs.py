"""TimelineJS: dates no more exact than known, and no word of an article is markup."""

import datetime
import json
from pathlib import Path

from tests.warehouse.exports.test_exports import DAY, HOSTILE, ROW, UNDATED
from warehouse.exports.formats import FORMATS
from warehouse.exports.timelinejs import MOST


def test_a_whole_month_has_no_day_and_what_has_no_day_is_counted(tmp_path: Path) -> None:
    month = {"date_start": DAY.replace(day=1), "date_end": DAY.replace(day=30), "date_edtf": "2021-06"}
    report = FORMATS["timelinejs"]([ROW, ROW | month | {"event_id": "e9"}, UNDATED], tmp_path / "t.json", title="T")
    assert (report.written, report.left_out, report.reason) == (2, 1, "no day known")
    first, second = json.loads((tmp_path / "t.json").read_text("utf-8"))["events"]
    assert (first["start_date"], first["unique_id"]) == ({"year": 2021, "month": 6}, "e9")
    assert second["start_date"] == {"year": 2021, "month": 6, "day": 8}
    assert "end_date" not in second


def test_articles_give_no_markup(tmp_path: Path) -> None:
    hostile = dict.fromkeys(("quote", "place", "source", "status"), HOSTILE) | {"url": "javascript:alert(1)"}
    FORMATS["timelinejs"]([ROW | hostile], tmp_path / "t.json", title=HOSTILE)
    told = (tmp_path / "t.json").read_text("utf-8")
    assert "<img" not in told
    assert "javascript:" not in told


def test_of_many_the_most_told_are_kept_and_the_others_counted(tmp_path: Path) -> None:
    days = [DAY + datetime.timedelta(days=number) for number in range(MOST + 5)]
    rows = [
        ROW | {"event_id": f"e{number:03d}", "date_start": day, "date_end": day, "mention_count": number}
        for number, day in enumerate(days)
    ]
    report = FORMATS["timelinejs"](rows, tmp_path / "t.json")
    slides = json.loads((tmp_path / "t.json").read_text("utf-8"))["events"]
    assert (report.written, report.left_out) == (MOST, 5)
    assert [slide["unique_id"] for slide in slides] == [f"e{number:03d}" for number in range(5, MOST + 5)]
