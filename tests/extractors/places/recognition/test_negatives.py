"""Each name that is no place is found at its place in its example, once in the table, and of a known kind."""

import csv

from extractors.places.gazetteer.shipped import DATA
from extractors.places.gazetteer.spelling import key_n2
from extractors.places.recognition.negatives import negative_at

ROWS = list(csv.DictReader((DATA / "negatives.csv").read_text("utf-8").splitlines()))
KINDS = {"person", "firm", "product", "treaty", "organization", "thing"}


def test_every_row_is_found_in_its_example() -> None:
    for row in ROWS:
        at = row["example"].index(row["text"])
        found = negative_at(row["example"], at, key_n2(row["text"].split()[0]))
        assert found is not None, row
        assert len(found.phrase) >= len(row["text"])
        assert row["kind"] in KINDS


def test_no_row_stands_there_twice() -> None:
    assert len({row["text"].lower() for row in ROWS}) == len(ROWS) >= 200
