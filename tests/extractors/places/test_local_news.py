"""Which of its namesakes a local paper means: one text of our own a row of `local_news.csv`."""

import csv
from pathlib import Path

import pytest

from extractors.places.finder import find_places
from extractors.places.gazetteer.lookup import open_gazetteer

GAZETTEER = open_gazetteer()
ROWS = list(csv.DictReader((Path(__file__).parent / "local_news.csv").read_text("utf-8").splitlines()))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['name']}: {row['text'][:40]}")
def test_the_place_next_door_is_meant(row: dict[str, str]) -> None:
    found = find_places(row["text"], GAZETTEER, source=row["source"] or None)
    named = [place for place in found if place.text == row["name"]]
    assert named
    for place in named:
        assert place.country == row["country"]
        assert row["admin1"] in {"", place.admin1}
        assert row["kind"] in {"", place.kind}
