"""Actors: named, generic, states and persons."""

import pytest

from extractors.actors.finder import find_actors
from extractors.actors.lexicon import body_key, load_bodies, load_titles, read_rows
from extractors.countries import load_countries
from schemas.vocabulary import check_code


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("The Syrian army is planning it.", "Syrian Armed Forces", "SYR", "MIL"),
        ("Russia asked for it.", "Russia", "RUS", "GOV"),
        ("Fighters of Ansar Dine took it.", "Ansar Dine", "MLI", "REB"),
        ("It was Daesh.", "Islamic State", None, "ISM"),
        ("It was the Islamic State in Iraq.", "Islamic State", None, "ISM"),
        ("It was Ahrar ash-Sham.", "Ahrar al-Sham", "SYR", "REB"),
        ("It was the UN Security Council.", "UN Security Council", None, "IGO"),
        ("Mali's army left.", "Malian Armed Forces", "MLI", "MIL"),
        ("Suspected militants left.", "Suspected militants", None, "REB"),
        ("Villagers left.", "Villagers", None, "CVL"),
        ("Brigadier Amin Darwish left.", "Amin Darwish", None, "MIL"),
    ],
)
def test_actors(text: str, name: str, country: str | None, sector: str) -> None:
    (found,) = find_actors(text)
    assert (found.party.name, found.party.country, found.party.sector) == (name, country, sector)
    assert text[found.start : found.end] == found.party.text


def test_a_person_named_before_is_known_by_surname() -> None:
    found = find_actors("Envoy Sergei Malenko arrived. Later Malenko left.")
    assert [mention.party.name for mention in found] == ["Sergei Malenko", "Sergei Malenko"]


def test_every_body_is_found_in_its_example() -> None:
    missed = [row["name"] for row in read_rows("bodies") if not _finds(row)]
    assert missed == []


def _finds(row: dict[str, str]) -> bool:
    return row["name"] in row["example"] and body_key(row["name"]) in load_bodies()


def test_lexicons_hold_known_codes_and_no_name_twice() -> None:
    for name in ("bodies", "agents", "titles"):
        rows = read_rows(name)
        assert all(check_code("sectors", row["sector"]) for row in rows)
        assert all(row["example"] and row["source"] for row in rows)
    forms = [form for row in read_rows("bodies") for form in (row["name"], *filter(None, row["aliases"].split("|")))]
    assert len({form.lower() for form in forms}) == len(forms)
    assert len(load_bodies()) > 1500


def test_agents_modifiers_and_titles_stand_in_their_examples() -> None:
    assert all(find_actors(row["example"]) for row in read_rows("agents"))
    assert all(row["modifier"] in row["example"] for row in read_rows("modifiers"))
    assert all(find_actors(row["example"]) for row in read_rows("titles")), load_titles()


def test_countries_have_codes_and_stand_in_their_examples() -> None:
    codes = [country.alpha2 for country in load_countries()]
    assert len(set(codes)) == len(codes)
    assert all(len(country.alpha2) == 2 and len(country.alpha3) == 3 for country in load_countries())
