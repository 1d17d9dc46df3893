"""What a Nominatim server's answers mean: one place, or nothing."""

from typing import Any

import pytest

from extractors.places.opinion import opinion_of
from extractors.places.wordlists import read_list
from schemas.vocabulary import check_code

TOWN = {"lat": "35.1", "lon": "39.2", "display_name": "Sampleville, Nowhere", "class": "place", "type": "town"}
ROWS = read_list("nominatim")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['class']}={row['type']}")
def test_every_sort_of_place_has_a_precision(row: dict[str, str]) -> None:
    check_code("place_precisions", row["precision"])
    found = opinion_of([TOWN | {"class": row["class"], "type": row["type"], "display_name": row["example"]}])
    assert found == (row["example"].split(",")[0], 35.1, 39.2, None, row["precision"])


def test_no_sort_stands_twice() -> None:
    assert len({(row["class"], row["type"]) for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("rank", "precision"), [(4, "country"), (8, "admin1"), (12, "admin2"), (16, "point")])
def test_a_boundary_is_what_its_rank_says(rank: int, precision: str) -> None:
    found = opinion_of([TOWN | {"class": "boundary", "type": "administrative", "place_rank": rank}])
    assert found is not None
    assert found.precision == precision


def test_what_is_not_told_is_not_made_sharp() -> None:
    found = opinion_of([{"lat": "35.1", "lon": "39.2", "display_name": "Sampleville"}])
    assert found is not None
    assert found.precision == "area"


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ([], "it knows no such place"),
        ([TOWN | {"class": "shop", "type": "bakery"}], "a shop is no place"),
        ([TOWN, TOWN | {"lat": "36.1"}], "two towns far from each other"),
        ([TOWN | {"address": {"country_code": "tr"}}], "another country than the text's"),
    ],
)
def test_what_is_not_sure_is_nothing(answers: list[dict[str, Any]], reason: str) -> None:
    assert opinion_of(answers, "SY") is None, reason


def test_a_town_and_its_boundary_are_one_place() -> None:
    boundary = TOWN | {"lat": "35.15", "class": "boundary", "type": "administrative", "place_rank": 16}
    found = opinion_of([TOWN | {"name": "Sampleville", "address": {"country_code": "sy"}}, boundary], "SY")
    assert found == ("Sampleville", 35.1, 39.2, "SY", "point")


@pytest.mark.parametrize("broken", [{"lat": "north"}, {"lat": "95"}])
def test_an_answer_that_is_none_raises(broken: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"north|no such point"):
        opinion_of([TOWN | broken])
