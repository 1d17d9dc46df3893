import sys
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.language.model import parse_sentences
from extractors.language.parse import Parse

REPORT = (
    "The rebels of al-Nur didn't seize the town. Troops were shelled by Karim's men near U.S. bases in Deir Ez-Zor."
)


def sentences(text: str) -> list[Parse]:
    middle = text.find(". ") + 1
    return parse_sentences(text, [(0, middle), (middle + 1, len(text))])


def top(parse: Parse, place: int) -> int:
    for _ in parse.tokens:
        place = parse.tokens[place].head
    return place


def check(text: str, parse: Parse) -> None:
    """Offsets slice to the text, words follow each other within the sentence, and the heads form a tree."""
    for token in parse.tokens:
        assert text[token.start : token.end] == token.text
        assert token.text.strip() == token.text != ""
        assert parse.start <= token.start < token.end <= parse.end
    for before, after in pairwise(parse.tokens):
        assert before.end <= after.start
    for name in parse.entities:
        assert parse.start <= name.start < name.end <= parse.end
        assert name.label in ("PERSON", "ORG", "LOC", "GPE")
    roots = [place for place, token in enumerate(parse.tokens) if token.relation == "root"]
    assert len(roots) == bool(parse.tokens)
    assert all(top(parse, place) == roots[0] for place in range(len(parse.tokens)))


def test_a_report_is_parsed() -> None:
    for parse in sentences(REPORT):
        check(REPORT, parse)


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_is_parsed(text: str) -> None:
    check(text, parse_sentences(text, [(0, len(text))])[0])


def test_the_same_text_is_always_read_alike() -> None:
    assert sentences(REPORT) == sentences(REPORT)


def test_sentences_keep_their_order_whatever_their_length() -> None:
    text = "He left. The army retook the whole town after a month of heavy fighting. They fled."
    spans = [(0, 8), (9, 72), (73, len(text))]
    assert [(parse.start, parse.end) for parse in parse_sentences(text, spans)] == spans


@pytest.mark.parametrize("text", ["", " ", "\x00", "\u200f\u200f", "\ufffd"])
def test_text_without_a_word_has_no_tokens(text: str) -> None:
    assert parse_sentences(text, [(0, len(text))])[0].tokens == ()


def test_marks_that_are_not_seen_part_words_but_are_none() -> None:
    text = "Troops\ufffdleft\u200f Homs\x00."
    assert [token.text for token in parse_sentences(text, [(0, len(text))])[0].tokens] == [
        "Troops",
        "left",
        "Homs",
        ".",
    ]


@pytest.mark.parametrize("text", ["a" * 1_000_000, "a-" * 20_000, "." * 100_000, "rebels, " * 3_000])
def test_long_text_without_an_end_takes_bounded_time(text: str) -> None:
    start = time.process_time()
    check_roots = [token for token in parse_sentences(text, [(0, len(text))])[0].tokens if token.relation == "root"]
    assert len(check_roots) == 1
    assert time.process_time() - start < 20


def test_the_network_is_loaded_once_and_without_spacy() -> None:
    parse_sentences("Rebels fled.", [(0, 12)])
    assert "torch" not in sys.modules


def test_who_does_what_to_whom() -> None:
    text = "The army was attacked by rebels in Homs on Monday."
    found = {token.text: token.relation for token in parse_sentences(text, [(0, len(text))])[0].tokens}
    assert found["army"] == "nsubj:pass"
    assert found["attacked"] == "root"
    assert found["Homs"] == "obl"
    assert found["rebels"] == "obl:agent"


@pytest.mark.parametrize("name", ["Deir Ez-Zor", "Jaish al-Islam", "Ahrar ash-Sham"])
def test_a_name_with_particles_and_hyphens_is_one(name: str) -> None:
    text = f"Fighters of the army attacked {name} on Monday."
    names = [text[found.start : found.end] for found in parse_sentences(text, [(0, len(text))])[0].entities]
    assert name in names


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Rebels shelled Belomorye on Tuesday, killing three women.", "Belomorye", "LOC"),
        ("Police arrested Tomas Belomor on Tuesday.", "Tomas Belomor", "PERSON"),
        ("The Hill Front for Justice shelled the port.", "Hill Front for Justice", "ORG"),
        ("TROOPS OF THE IRAQI ARMY ENTERED MOSUL.", "MOSUL", "LOC"),
    ],
)
def test_a_name_that_was_never_seen_is_told_by_what_is_done_to_it(text: str, name: str, label: str) -> None:
    found = {(text[one.start : one.end], one.label) for one in parse_sentences(text, [(0, len(text))])[0].entities}
    assert (name, label) in found
