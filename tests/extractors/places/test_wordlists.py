"""Every row of the places word lists is whole, stands once, and shows in its example what it says."""

import pytest

from extractors.places.finder import find_places
from extractors.places.gazetteer.lookup import open_gazetteer
from extractors.places.placing.customs import customs, preposition_costs
from extractors.places.recognition.composed import find_spots
from extractors.places.recognition.evidence import call_witness, neighbours, weights
from extractors.places.recognition.persons import find_persons
from extractors.places.recognition.surroundings import look_around
from extractors.places.recognition.words import capital_runs
from extractors.places.wordlists import cues, heads, peoples, read_list
from schemas.vocabulary import check_code

LISTS = {
    "abbreviations": ("form", "condition"),
    "clause_breaks": ("word",),
    "compass": ("word",),
    "deeds": ("noun",),
    "cues": ("cue", "side", "sense"),
    "distances": ("word", "sense"),
    "evidence": ("evidence",),
    "everyday_words": ("word",),
    "given_names": ("name",),
    "heads": ("head",),
    "kind_places": ("kind",),
    "kin": ("word",),
    "openings": ("word",),
    "peoples": ("people",),
    "place_prepositions": ("custom", "preposition"),
    "parts": ("noun",),
    "seats": ("seat",),
    "signing_verbs": ("verb",),
    "titles": ("title",),
}
SHOWN = {
    "abbreviations": "form", "clause_breaks": "word", "compass": "word", "cues": "cue", "deeds": "noun",
    "distances": "word", "heads": "head", "kin": "word", "openings": "word", "parts": "noun", "peoples": "people",
    "place_prepositions": "preposition", "seats": "seat", "signing_verbs": "verb", "titles": "title",
}  # fmt: skip
BY_THE_TEXT = {"place by the parse", "person by the parse", "body by the parse", "not a place", "local"}


@pytest.mark.parametrize("name", LISTS)
def test_rows_are_whole_and_stand_once(name: str) -> None:
    rows = read_list(name)
    assert all(value for row in rows for column, value in row.items() if column != "country")
    keys = [tuple(row[column] for column in LISTS[name]) for row in rows]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("name", SHOWN)
def test_a_row_stands_in_its_example(name: str) -> None:
    for row in read_list(name):
        assert row[SHOWN[name]].lower() in row["example"].lower(), row


def test_a_cue_is_read_beside_its_name() -> None:
    for row in read_list("cues"):
        name = "Damascus" if "Damascus" in row["example"] else "Homs"
        start = row["example"].rindex(name)
        around = look_around(row["example"], start, start + len(name))
        told = around.senses | ({"article"} if around.article else set())
        assert told & cues(row["side"])[row["cue"]], row


def test_nouns_have_one_sense_and_peoples_a_place() -> None:
    assert {"division", "waters", "institution", "law", "meeting"} <= set(heads().values())
    assert peoples()["Scottish"].place == "Scotland"


def test_every_kind_has_its_custom_and_every_custom_its_prepositions() -> None:
    for kind, custom in customs().items():
        check_code("kinds", kind)
        assert preposition_costs(custom.name)["in"] == 0
        assert custom.carried in {"yes", "no", "own", "deed", "they"}
    assert len(customs()) == len(read_list("kind_places"))


@pytest.mark.parametrize("row", read_list("evidence"), ids=lambda row: row["evidence"])
def test_evidence_is_found_in_its_example(row: dict[str, str]) -> None:
    if row["evidence"] in BY_THE_TEXT:
        assert float(row["weight"])
        return
    gazetteer, text = open_gazetteer(), row["example"]
    runs = list(capital_runs(text))
    witness = call_witness(text, find_persons(text, runs, gazetteer))
    spots = [spot for spot in find_spots(text, runs, gazetteer) if spot.candidates]
    for spot in spots:
        witness.weigh(spot)
    neighbours(text, spots)
    found = [spot.evidence for spot in spots if spot.text == row["name"]]
    assert any(row["evidence"] in evidence for evidence in found), found
    assert weights()[row["evidence"]] == float(row["weight"])


@pytest.mark.parametrize("row", read_list("seats"), ids=lambda row: row["seat"])
def test_a_house_of_government_stands_for_its_country(row: dict[str, str]) -> None:
    found = {place.text: (place.kind, place.country) for place in find_places(row["example"], open_gazetteer())}
    assert found[row["seat"]] == ("metonym", row["country"])


@pytest.mark.parametrize("row", read_list("parts"), ids=lambda row: row["noun"])
def test_a_part_of_a_town_that_nobody_lists_lies_in_the_town(row: dict[str, str]) -> None:
    found = {place.text: place for place in find_places(row["example"], open_gazetteer())}
    part = next(place for text, place in found.items() if "Zzyrqab" in text)
    assert (part.country, part.precision, part.rule) == ("SY", "area", "in or near Homs")
