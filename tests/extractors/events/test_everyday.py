"""Everyday news tells no events: sentences of sport, business, courts, weather and private life leave no row."""

import csv
import datetime
from pathlib import Path

import pytest

from extractors.coder import load_coder
from schemas.article import Article

with (Path(__file__).parent / "everyday.csv").open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines))


def kinds_of(text: str) -> list[str]:
    return [event.kind for event in load_coder().code(Article(id="a", text=text)).events]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["sentence"])
def test_everyday_sentences_leave_no_row(row: dict[str, str]) -> None:
    """Where `but` gives a reason, the coder is known to fail; a row that is mended has its reason taken out."""
    kinds = kinds_of(row["sentence"])
    if row["but"]:
        assert kinds, "mended: take the reason out"
        pytest.xfail(row["but"])
    assert kinds == []


def test_the_fields_are_all_there() -> None:
    assert len(ROWS) >= 100
    assert len({row["field"] for row in ROWS}) >= 10


def test_a_town_that_is_taken_is_news_however_quiet_the_rest_of_the_article() -> None:
    quiet = " ".join(f"Residents of street {n} said by telephone that shops stayed closed." for n in range(5))
    text = f"The army captured Homs on 8 January 2026. {quiet}"
    found = load_coder().code(Article(id="a", text=text, published=datetime.date(2026, 1, 9)))
    assert [event.kind for event in found.events] == ["territory_gain"]
