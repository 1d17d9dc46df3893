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


@pytest.mark.parametrize(
    ("text", "word", "kind", "expected"),
    [
        ("The dead came from the town of Homs, where a crowd burned a mill.", "burned", "mob_violence", ["Homs"]),
        ("The army began an attack on Monday to recover Homs.", "attack", "offensive", ["Homs"]),
    ],
)
def test_a_clause_says_where_it_happened_or_what_for(text: str, word: str, kind: str, expected: list[str]) -> None:
    assert [found.place for found in place(text, word, kind)] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Two bakers were shot.", "shot", ["Homs"]),
        ("Two bakers were shot, officials in Cairo said.", "shot", ["Homs"]),
        ("The mayor of Luxor said that two bakers were shot.", "shot", []),
        ("Egypt said that two bakers were shot.", "shot", ["Homs"]),
        (
            "Of the nine buses that left, says the firm, two were shot at. " + "It snowed. " * 45 + "A man was shot.",
            "shot",
            [],
        ),
    ],
)
def test_a_place_is_carried_a_short_way_and_not_onto_new_ground(text: str, word: str, expected: list[str]) -> None:
    (first,) = place("A shell hit the town of Homs.", "hit", "shelling")
    assert [found.place for found in place(text, word, "attack", first)] == expected


def test_the_capital_is_that_of_the_country_that_is_told_of() -> None:
    text = "Chad banned a march in Moundou, and Chadian priests flew to Rome. Police closed a church in the capital."
    assert "Rome" not in [found.place for found in place(text, "closed", "repression")]
