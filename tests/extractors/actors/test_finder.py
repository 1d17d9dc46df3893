"""Actors without a parse: named, generic, states and persons."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.actors.finder import find_actors
from extractors.countries import load_countries


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("The Syrian army is planning it.", "Syrian Armed Forces", "SYR", "MIL"),
        ("Russia asked for it.", "Russia", "RUS", "GOV"),
        ("Fighters of Ansar Dine took it.", "Ansar Dine", "MLI", "REB"),
        ("Fighters from the hills took it.", "fighters", None, "REB"),
        ("The army of Mali left.", "Malian Armed Forces", "MLI", "MIL"),
        ("It was Daesh.", "Islamic State", None, "ISM"),
        ("It was the Islamic State in Iraq.", "Islamic State", None, "ISM"),
        ("It was Ahrar ash-Sham.", "Ahrar al-Sham", "SYR", "REB"),
        ("It was the UN Security Council.", "UN Security Council", None, "IGO"),
        ("Mali's army left.", "Malian Armed Forces", "MLI", "MIL"),
        ("The Kenyan police left.", "Kenyan Police", "KEN", "COP"),
        ("US troops left.", "United States Armed Forces", "USA", "MIL"),
        ("The rebel faction Jaysh al-Nasr left.", "Jaysh al-Nasr", "SYR", "REB"),
        ("Hamas gunmen left.", "Hamas", "PSE", "REB"),
        ("A Hamas commander left.", "Hamas commander", "PSE", "MIL"),
        ("Turkish-backed fighters left.", "Turkish-backed fighters", None, "REB"),
        ("Kurdish fighters left.", "Kurdish fighters", None, "REB"),
        ("Suspected militants left.", "suspected militants", None, "REB"),
        ("Villagers left.", "villagers", None, "CVL"),
        ("Brigadier Amin Darwish left.", "Amin Darwish", None, "MIL"),
        ("The Norwegian envoy Liv Aas left.", "Liv Aas", "NOR", "GOV"),
        ("Soviet troops left.", "Soviet Army", "SUN", "MIL"),
    ],
)
def test_actors(text: str, name: str, country: str | None, sector: str) -> None:
    (found,) = find_actors(text)
    assert (found.party.name, found.party.country, found.party.sector) == (name, country, sector)
    assert text[found.start : found.end] == found.party.text


def test_the_aircraft_of_a_state_are_the_state() -> None:
    (found,) = find_actors("French warplanes circled.")
    assert (found.party.name, found.party.country, found.party.sector) == ("France", "FRA", "MIL")


def test_a_city_where_something_is_owns_nobody() -> None:
    assert {m.party.name for m in find_actors("In Nairobi rights groups met.")} == {"rights groups"}


@pytest.mark.parametrize(("year", "name"), [(1998, "Yugoslavia"), (2015, "Serbia")])
def test_a_capital_stands_for_the_state_of_its_day(year: int, name: str) -> None:
    (found,) = find_actors("Belgrade said no.", datetime.date(year, 4, 1))
    assert found.party.name == name


def test_owners_that_share_a_noun_are_two() -> None:
    found = find_actors("Chadian and Malian troops left.")
    assert [mention.party.name for mention in found] == ["Chadian Armed Forces", "Malian Armed Forces"]


@pytest.mark.parametrize(
    "text", ["It lies in Damascus.", "The rebel-held town lies there.", "The UN-brokered deal holds."]
)
def test_places_and_parts_of_adjectives_do_not_act(text: str) -> None:
    assert find_actors(text) == ()


def test_a_person_named_before_is_known_by_surname() -> None:
    found = find_actors("Envoy Sergei Malenko arrived. Later Malenko left.")
    assert [mention.party.name for mention in found] == ["Sergei Malenko", "Sergei Malenko"]


@pytest.mark.parametrize(("year", "sector"), [(1999, "REB"), (2022, "GOV")])
def test_years_decide_what_a_body_is(year: int, sector: str) -> None:
    (found,) = find_actors("The Taliban left.", datetime.date(year, 6, 1))
    assert found.party.sector == sector


def test_a_leader_out_of_office_is_of_the_elite() -> None:
    (found,) = find_actors("Margaret Thatcher left.", datetime.date(1995, 6, 1))
    assert (found.party.country, found.party.sector) == ("GBR", "ELI")


def test_a_surname_alone_is_no_leader() -> None:
    assert find_actors("He grew rice. Bush meat was sold.") == ()
    assert [m.party.name for m in find_actors("President Bush left.")] == ["George W. Bush"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sri Lanka shelled the SLA.", "Sudan Liberation Movement/Army"),
        ("In Lebanon the SLA left.", "South Lebanon Army"),
    ],
)
def test_the_country_decides_among_initials(text: str, name: str) -> None:
    assert name in {m.party.name for m in find_actors(text)}


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=200))
def test_spans_are_slices(text: str) -> None:
    for mention in find_actors(f"Syrian army {text} UN police"):
        assert f"Syrian army {text} UN police"[mention.start : mention.end] == mention.party.text


def test_countries_have_codes() -> None:
    codes = [country.alpha2 for country in load_countries()]
    assert len(set(codes)) == len(codes)
    assert all(len(country.alpha2) == 2 and len(country.alpha3) == 3 for country in load_countries())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anti-Taliban fighters left.", "Anti-Taliban fighters"),
        ("The pro-Iranian militia left.", "pro-Iranian militia"),
        ("The Foreign Secretary left.", "Foreign Secretary"),
        ("Supporters of the Awami League left.", "supporters of the Awami League"),
    ],
)
def test_a_stance_is_no_owner_and_a_description_keeps_its_words(text: str, name: str) -> None:
    assert [mention.party.name for mention in find_actors(text)] == [name]


def test_an_office_shared_in_the_plural_is_one_of_each() -> None:
    found = find_actors("The Turkish and Russian presidents met.")
    assert [mention.party.name for mention in found] == ["Turkish president", "Russian president"]


def test_what_is_of_a_capital_city_is_not_of_the_state() -> None:
    assert [mention.party.name for mention in find_actors("Kyiv's mayor left.")] == ["Kyiv mayor"]
    assert [mention.party.name for mention in find_actors("The Kabul government left.")] == ["Afghan Government"]
