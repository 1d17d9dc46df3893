"""Sentences cover the text and end where a reader ends them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.sentences import abbreviations, split_sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("One line", ["One line"]),
        ("Gen. Ali left. He said no.", ["Gen. Ali left.", "He said no."]),
        ("The U.S. envoy left. Talks ended!", ["The U.S. envoy left.", "Talks ended!"]),
        ('"We go." He left.', ['"We go."', "He left."]),
        ("Title\nFirst line. Second.", ["Title", "First line.", "Second."]),
        ("It fell 3.5 km off. No. 4 is lost.", ["It fell 3.5 km off.", "No. 4 is lost."]),
        ("J. Smith came. A. B. went.", ["J. Smith came.", "A. B. went."]),
        ("At 9.45 p.m. on Monday it began.", ["At 9.45 p.m. on Monday it began."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text())
def test_every_character_but_white_space_lies_in_one_sentence(text: str) -> None:
    spans = split_sentences(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    inside = "".join(text[s.start : s.end] for s in spans)
    assert "".join(inside.split()) == "".join(text.split())


def test_a_full_stop_after_an_abbreviation_ends_nothing() -> None:
    assert all(len(split(f"It was {word}. Ali who came.")) == 1 for word in abbreviations())


def test_a_sentence_ends_where_a_page_lost_its_line_break() -> None:
    text = "The truce does not cover these groups As a result of raids the town has been freed."
    assert [text[s.start : s.end][:12] for s in split_sentences(text)] == ["The truce do", "As a result "]
    assert len(split_sentences("Readers of The Times and fans of The Who left.")) == 1
