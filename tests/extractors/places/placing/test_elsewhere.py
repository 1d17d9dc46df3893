"""Places of a sentence that are not where its event happens: where a force came from, where reporters heard of it."""

import pytest

from extractors.places.finder import find_places
from extractors.places.placing.afar import told_of
from tests.extractors.places.placing.placed import GAZETTEER, place


@pytest.mark.parametrize(
    ("text", "word", "kind", "expected"),
    [
        ("Shells fired from Hama killed a baker in Homs.", "fired", "shelling", ["Homs"]),
        ("Gunmen attacked a patrol from Hama on Monday.", "attacked", "attack", []),
        ("Jets from Hama bombed a mill on Monday.", "bombed", "airstrike", []),
        ("Shells fell on a mill, the mayor told reporters in Vienna.", "fell", "shelling", []),
        ("The mayor told a news conference in Vienna that shells fell on Homs.", "fell", "shelling", ["Homs"]),
    ],
)
def test_where_a_force_or_the_news_came_from_is_not_the_place(
    text: str, word: str, kind: str, expected: list[str]
) -> None:
    assert [found.place for found in place(text, word, kind)] == expected


def test_what_is_planned_takes_over_no_place() -> None:
    (first,) = place("A bomb exploded in Homs.", "exploded", "bombing")
    then = place("They will march again on Sunday.", "march", "protest", first)
    assert [found.place for found in told_of(then, "occurred")] == ["Homs"]
    assert told_of(then, "planned") == ()
    assert told_of((first,), "planned") == (first,)


def test_a_town_of_war_reporting_weighs_as_a_town_of_some_thousands() -> None:
    (found,) = find_places("Gunmen killed many bakers in Solhan on Saturday.", GAZETTEER)
    assert found.country == "BF"
