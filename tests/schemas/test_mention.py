"""A mention refuses what cannot be."""

import datetime
from typing import Any

import pytest

from schemas.errors import CodingError
from schemas.mention import DateMention, Mention, Party, PlaceMention

TOLD: dict[str, Any] = {
    "kind": "clash", "status": "occurred", "quote": "They clashed.", "quote_start": 0, "quote_end": 13,
    "trigger_start": 5, "trigger_end": 12,
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "brawl"}, "kinds.csv"),
        ({"status": "done"}, "statuses.csv"),
        ({"date_precision": "hour"}, "date_precisions.csv"),
        ({"date_start": datetime.date(2016, 2, 2), "date_end": datetime.date(2016, 2, 1)}, "lies after"),
        ({"latitude": 91.0, "longitude": 0.0}, "no such point"),
        ({"latitude": 1.0}, "a latitude and a longitude"),
        ({"deaths_low": 5, "deaths_high": 4}, "from 5 to 4"),
        ({"injured_low": -1}, "not negative"),
        ({"trigger_end": 14}, "inside its quote"),
        ({"quote": "They"}, "exactly its slice"),
    ],
)
def test_a_mention_refuses(change: dict[str, Any], message: str) -> None:
    with pytest.raises(CodingError, match=message):
        Mention(**TOLD | change)


def test_codes_of_dates_places_and_parties_are_checked() -> None:
    with pytest.raises(CodingError, match="TIMEX3"):
        DateMention(
            start=0, end=1, text="x", type="HOUR", value="", edtf=None, date_start=None, date_end=None,
            precision="day", basis="unknown", rule="r",
        )  # fmt: skip
    with pytest.raises(CodingError, match="place_kinds"):
        PlaceMention(
            start=0, end=1, text="x", kind="river", name="x", latitude=None, longitude=None, country=None,
            admin1=None, geonameid=None, precision="unknown", rule="r",
        )  # fmt: skip
    with pytest.raises(CodingError, match="sectors"):
        Party(name="x", text="x", sector="ARMY")
