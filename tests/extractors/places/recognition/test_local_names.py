"""Names as the local press has them: streets, creeks, schools, bodies, kin, and persons called after towns."""

import pytest

from extractors.places.finder import find_places
from extractors.places.gazetteer.lookup import open_gazetteer

GAZETTEER = open_gazetteer()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A barn burnt on Fifth Street in Leeds.", [("Fifth Street", "literal"), ("Leeds", "literal")]),
        ("In Leeds they crossed Zzorrel Creek.", [("Leeds", "literal"), ("Zzorrel Creek", "literal")]),
        ("In Leeds the Zzorrel River rose.", [("Leeds", "literal"), ("Zzorrel River", "literal")]),
        ("Her sister Paris bakes in Leeds.", [("Leeds", "literal")]),
        ("They praised Memphis Lee Zzorrel in Leeds.", [("Leeds", "literal")]),
        ("Leeds Rural Roads Authority built it.", [("Leeds", "metonym")]),
        ("Ohio State won by ten points in Leeds.", [("Ohio State", "organization"), ("Leeds", "literal")]),
        ("Valdosta State won by ten points in Leeds.", [("Valdosta", "organization"), ("Leeds", "literal")]),
        ("It rained in Kachin State.", [("Kachin State", "literal")]),
        ("The Homs road is shut.", [("Homs", "literal")]),
        ("They met on the West Side of Leeds.", [("Leeds", "literal")]),
        ("It grew in Eastern and Northern Leeds.", [("Northern Leeds", "literal")]),
    ],
)
def test_names_of_the_local_press(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(place.text, place.kind) for place in find_places(text, GAZETTEER)] == expected


def test_a_creek_is_not_the_town_that_an_everyday_word_also_names() -> None:
    found = {place.text: place for place in find_places("In Homs they crossed Beaver Creek.", GAZETTEER)}
    assert (found["Beaver Creek"].country, found["Beaver Creek"].rule) == ("SY", "in or near Homs")


def test_a_country_before_another_is_not_a_town_in_it() -> None:
    found = find_places("He flew in from Russia, U.S. officials said.", GAZETTEER)
    assert [place.country for place in found] == ["RU", "US"]


def test_the_sister_of_somebody_does_not_hide_the_town_of_her_name() -> None:
    found = find_places("Her sister Paris bakes. It rained in Paris, France.", GAZETTEER)
    assert [place.text for place in found] == ["Paris", "France"]


@pytest.mark.parametrize(
    "name",
    ["Port-au-Prince", "Al-Hol", "Al Kharj", "Abu Kamal", "Ústí nad Labem", "Ann Arbor", "Milton Keynes"],
)
def test_towns_called_like_persons_or_joined_by_particles_are_read(name: str) -> None:
    found = find_places(f"Bakers met in {name} on Monday.", GAZETTEER)
    assert [place.text for place in found] == [name]


def test_a_lake_ends_before_where_it_lies() -> None:
    found = find_places("A boat sank on Lake Titicaca in the Puno region of Peru.", GAZETTEER)
    assert [place.text for place in found] == ["Lake Titicaca", "Puno", "Peru"]


@pytest.mark.parametrize(
    ("text", "admin1"),
    [
        ("It rained in Georgia, Alabama, Washington and Florida.", ["Georgia", "Alabama", "Washington", "Florida"]),
        ("It rained in states such as Oklahoma, Pennsylvania and Ohio.", ["Oklahoma", "Pennsylvania", "Ohio"]),
        ("It rained in Ghana, Niger, Nigeria and Togo.", [None] * 4),
        ("It rained in Washington, Pennsylvania.", ["Pennsylvania", "Pennsylvania"]),
    ],
)
def test_in_a_row_of_states_none_lies_in_the_next(text: str, admin1: list[str | None]) -> None:
    assert [place.admin1 for place in find_places(text, GAZETTEER)] == admin1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CHARLESTON, W.Va. - Rain fell.", [("CHARLESTON", "West Virginia"), ("W.Va.", "West Virginia")]),
        ("MT. VERNON, Ill. - Rain fell.", [("MT. VERNON", "Illinois"), ("Ill.", "Illinois")]),
        ("Rain fell on East St. Louis, Ill., today.", [("East St. Louis", "Illinois"), ("Ill.", "Illinois")]),
        ("Rain fell on Port St. Lucie.", [("Port St. Lucie", "Florida")]),
    ],
)
def test_short_forms_inside_names_of_towns(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(place.text, place.admin1) for place in find_places(text, GAZETTEER)] == expected
