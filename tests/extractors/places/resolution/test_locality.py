"""Local news: the home of an outlet, the division that a text tells of, and its small towns."""

import pytest

from extractors.places.finder import find_places
from extractors.places.gazetteer.lookup import open_gazetteer
from schemas.mention import PlaceMention

GAZETTEER = open_gazetteer()


def places(text: str, source: str | None = None) -> dict[str, PlaceMention]:
    return {place.text: place for place in find_places(text, GAZETTEER, source=source)}


@pytest.mark.parametrize(
    ("text", "source", "country"),
    [
        ("Idaho paid for a bridge in Moscow and a barn in Potlatch.", "Moscow Mirror", "US"),
        ("Bakers struck in Moscow, and in Tver.", "Moscow Mirror", "RU"),
        ("Bakers struck in Moscow.", "Moscow Mirror", "RU"),
    ],
)
def test_an_outlet_is_at_home_where_its_text_plays(text: str, source: str, country: str) -> None:
    assert places(text, source)["Moscow"].country == country


def test_a_small_town_of_the_division_of_the_text_is_believed() -> None:
    told = "Rain fell in {}. A bus of bakers thought of Cynthiana."
    assert "Cynthiana" in places(told.format("Frankfort, Kentucky"))
    assert "Cynthiana" not in places(told.format("Milan, Italy"))


def test_towns_with_namesakes_in_one_state_tell_the_state() -> None:
    found = places("Bakers met in Manchester, Nashua, Derry, Dover and Concord.")
    assert {place.admin1 for place in found.values()} == {"New Hampshire"}


def test_capitals_have_no_common_state() -> None:
    found = places("Bakers met in Paris, Rome, Berlin, Athens and Moscow.")
    assert {place.country for place in found.values()} == {"FR", "IT", "DE", "GR", "RU"}


def test_a_small_town_of_the_state_is_not_given_up_for_a_large_one_elsewhere() -> None:
    text = "Missouri paid. Bakers of Hannibal, Missouri, went by way of Paris and Vandalia to Centralia."
    assert places(text)["Paris"].admin1 == "Missouri"
