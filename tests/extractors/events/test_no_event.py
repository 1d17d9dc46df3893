"""What is no deed leaves no row, and the same words told of somebody's deed still leave one.

`everyday.csv` has sport, business, courts, weather and private life; `no_event.csv` what news tells of the world at
large.
"""

import csv
import datetime
from pathlib import Path

import pytest

from extractors.coder import load_coder
from schemas.article import Article


def rows_of(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


EVERYDAY, LARGE, LOUD = (rows_of(f"{name}.csv") for name in ("everyday", "no_event", "still_event"))


def kinds_of(text: str) -> list[str]:
    return [event.kind for event in load_coder().code(Article(id="a", text=text)).events]


@pytest.mark.parametrize("row", EVERYDAY + LARGE, ids=lambda row: row["sentence"])
def test_no_deed_leaves_no_row(row: dict[str, str]) -> None:
    """Where `but` gives a reason, the coder is known to fail; a row that is mended has its reason taken out."""
    kinds = kinds_of(row["sentence"])
    if row["but"]:
        assert kinds, "mended: take the reason out"
        pytest.xfail(row["but"])
    assert kinds == []


@pytest.mark.parametrize("row", LOUD, ids=lambda row: row["sentence"])
def test_a_deed_in_the_same_words_still_leaves_one(row: dict[str, str]) -> None:
    assert row["kind"] in kinds_of(row["sentence"])


def test_many_fields_of_life_are_tried_and_nine_in_ten_leave_no_row() -> None:
    assert len(EVERYDAY) >= 100
    assert len({row["topic"] for row in EVERYDAY}) >= 10
    assert len(LARGE) >= 90
    assert len({row["topic"] for row in LARGE}) >= 20
    assert sum(not row["but"] for row in LARGE) / len(LARGE) >= 0.9


def test_a_strike_is_of_workers_where_the_article_speaks_of_wages() -> None:
    labour = "The nurses of the union want better pay from the employer. The strike is meant to end the row."
    assert "attack" not in kinds_of(labour)
    war = "The coalition sent a drone. The strike killed nine rebels near the base, and nurses treated three."
    assert {"attack", "airstrike"} & set(kinds_of(war))


def test_a_town_that_is_taken_is_news_however_quiet_the_rest_of_the_article() -> None:
    quiet = " ".join(f"Residents of street {n} said by telephone that shops stayed closed." for n in range(5))
    text = f"The army captured Homs on 8 January 2026. {quiet}"
    found = load_coder().code(Article(id="a", text=text, published=datetime.date(2026, 1, 9)))
    assert [event.kind for event in found.events] == ["territory_gain"]
