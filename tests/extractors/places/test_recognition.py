"""What is taken for a place, how it is typed, and which of its namesakes is meant."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.language.parse import Entity
from extractors.places.finder import find_places
from extractors.places.gazetteer.lookup import open_gazetteer
from schemas.mention import PlaceMention

GAZETTEER = open_gazetteer()


def places(text: str, source: str | None = None) -> list[PlaceMention]:
    return list(find_places(text, GAZETTEER, source=source))


def told(text: str) -> list[tuple[str, str]]:
    return [(place.text, place.kind) for place in places(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said that most of the reading was done in March.", []),
        ("Peter Houston, a baker, spoke first. Houston left early.", []),
        ("Gen. Ali Damascus spoke first.", []),
        ("They ate Aleppo pepper in Leeds.", [("Leeds", "literal")]),
        ("Shells fell on the Homs countryside.", [("Homs", "literal")]),
        ("He lives on Falcon Street in Leeds.", [("Falcon Street", "literal"), ("Leeds", "literal")]),
        ("It flooded West Java and Greater Mumbai.", [("West Java", "literal"), ("Greater Mumbai", "literal")]),
        ("Homs police said no.", [("Homs", "metonym")]),
        ("In Homs police said no.", [("Homs", "literal")]),
        ("Bakers in Côte d'Ivoire struck.", [("Côte d'Ivoire", "literal")]),
        ("Snow fell in Cortina d'Ampezzo.", [("Cortina d'Ampezzo", "literal")]),
        ("It cost US$40 in Leeds.", [("Leeds", "literal")]),
        ("HOMS (Leeds Herald) - Rain fell.", [("HOMS", "literal"), ("Leeds", "organization")]),
        ("The Geneva Conventions forbid it.", [("Geneva", "organization")]),
        ("Scottish and Syrian doctors met.", [("Scottish", "demonym"), ("Syrian", "demonym")]),
    ],
)
def test_what_is_a_place_and_of_which_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("In the Lebanese city of Tripoli shops closed.", "Tripoli", "LB", None),
        ("Libya wept. In Tripoli shops closed.", "Tripoli", "LY", None),
        ("It burnt in Springfield, Ill., on Monday.", "Springfield", "US", "Illinois"),
        ("It burnt in London, Ontario, on Monday.", "London", "CA", "Ontario"),
        ("It burnt in Paris, Texas, and nowhere else.", "Paris", "US", "Texas"),
        ("It burnt in Paris and nowhere else.", "Paris", "FR", None),
        ("It rained in Tbilisi and all over Georgia.", "Georgia", "GE", None),
        ("It rained in Atlanta and all over Georgia.", "Georgia", "US", "Georgia"),
    ],
)
def test_namesakes_are_told_apart_by_the_words_beside_them(
    text: str, name: str, country: str, admin1: str | None
) -> None:
    found = next(place for place in places(text) if place.text == name)
    assert found.country == country
    assert admin1 in {None, found.admin1}


def test_one_sense_a_text_unless_a_container_says_otherwise() -> None:
    text = "It burnt in London, Ontario. London was dry."
    assert {place.country for place in places(text) if place.text == "London"} == {"CA"}


def test_a_name_spelt_otherwise_is_found_inside_the_countries_of_the_text_and_only_there() -> None:
    here = places("Syrian troops left the town of Dayr Azzawr.")[-1]
    assert (here.country, here.text) == ("SY", "Dayr Azzawr")
    assert here.latitude == pytest.approx(35.3, abs=0.3)


def test_an_unknown_name_keeps_what_is_known_and_spoils_nothing() -> None:
    unknown, holder = places("They burnt the village of Zzyrqab, Syria.")
    assert (unknown.text, unknown.country, unknown.geonameid) == ("Zzyrqab", "SY", None)
    assert unknown.precision == "country"
    assert holder.name == "Syria"


def test_the_margin_is_kept_and_small_where_namesakes_are_alike() -> None:
    alone = places("It burnt in Springfield.")[0]
    sure = places("It burnt in Springfield, Ill., on Monday.")[0]
    assert alone.margin is not None
    assert sure.margin is not None
    assert alone.margin < sure.margin


def test_the_language_model_is_heard_but_not_needed() -> None:
    text = "They drove through Zzyrqab."
    assert told(text) == []
    at = text.index("Zzyrqab")
    entities = [Entity(at, at + 7, "LOC")]
    assert [place.text for place in find_places(text, GAZETTEER, entities=entities)] == ["Zzyrqab"]


@pytest.mark.parametrize(
    "text",
    [
        "\x00Homs\x00 fell.",
        "\u200fHoms\u200f fell in \u202bSyria\u202c.",
        "A" * 1_000_000,
        "al-" * 300_000,
        "Xy " * 100_000,
        ", ".join(f"Homs{n % 7} Douma Raqqa" for n in range(5_000)),
        "HOMS " * 5_000,
        "Homs'" * 5_000,
        "(" * 50_000 + "Homs",
    ],
    ids=["NUL", "marks", "no space", "articles", "short words", "names", "capitals", "apostrophes", "brackets"],
)
def test_bad_input_is_borne(text: str) -> None:
    for place in places(text):
        assert text[place.start : place.end] == place.text


def test_ten_thousand_names_are_all_read() -> None:
    names = ("Homs", "Raqqa", "Aleppo", "Idlib", "Mosul")
    text = "They saw " + ", ".join(names[n % 5] for n in range(10_000)) + "."
    assert len(places(text)) == 10_000


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from("In Homs , the city of Syria said Mr. near U.S. Paris Hilton ( ) - '".split()), max_size=14
    )
)
def test_spans_are_slices_in_order_and_do_not_overlap(words: list[str]) -> None:
    text = " ".join(words)
    found = places(text)
    assert all(text[place.start : place.end] == place.text for place in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(["Aleppo", "Raqqa", "Damascus", "Kharkiv", "Mogadishu"]))
def test_capitals_hide_no_large_town(name: str) -> None:
    text = f"Shells fell near {name} on Monday."
    assert [place.name for place in places(text.upper())] == [place.name for place in places(text)]


@pytest.mark.skipif("ANNALIST_EVAL" not in os.environ, reason="needs the development data")
@pytest.mark.parametrize(
    ("corpus", "further", "exact", "end_to_end"),
    [("trnews", (), 0.90, 0.84), ("geovirus", ("--kinds", "literal,metonym"), 0.93, 0.785)],
)
def test_figures_do_not_fall(
    corpus: str, further: tuple[str, ...], exact: float, end_to_end: float, tmp_path: Path
) -> None:
    folder = Path(os.environ["ANNALIST_EVAL"])
    gold, predicted = folder / "places" / f"{corpus}.jsonl", tmp_path / "predicted.jsonl"
    with predicted.open("w") as out:
        for line in gold.read_text("utf-8").splitlines():
            row = json.loads(line)
            found = [
                {name: getattr(place, name) for name in ("start", "end", "kind", "latitude", "longitude")}
                for place in places(row["text"])
            ]
            out.write(json.dumps({"id": row["id"], "places": found}) + "\n")
    command = [sys.executable, str(folder / "score_places.py"), str(gold), str(predicted), *further]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    figures = [float(printed.split(name)[1].split()[0].split("/")[2]) / 100 for name in ("exact ", "end-to-end ")]
    assert figures[0] >= exact
    assert figures[1] >= end_to_end
