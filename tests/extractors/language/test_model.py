import pytest

from extractors.language.model import parse_sentences
from extractors.language.parse import Parse

REPORT = "The rebels of al-Nur didn't seize the town. Troops were shelled by Karim's men near U.S. bases."


def sentences(text: str) -> list[Parse]:
    middle = text.find(". ") + 1
    return parse_sentences(text, [(0, middle), (middle + 1, len(text))])


def test_offsets_slice_to_the_text_and_lie_in_their_sentence() -> None:
    for parse in sentences(REPORT):
        for token in parse.tokens:
            assert REPORT[token.start : token.end] == token.text
            assert parse.start <= token.start < token.end <= parse.end


def top(parse: Parse, place: int) -> int:
    for _ in parse.tokens:
        place = parse.tokens[place].head
    return place


def test_heads_form_a_tree() -> None:
    for parse in sentences(REPORT):
        roots = [place for place, token in enumerate(parse.tokens) if token.head == place]
        assert len(roots) == 1
        assert parse.tokens[roots[0]].relation == "root"
        for place in range(len(parse.tokens)):
            assert top(parse, place) == roots[0]


def test_the_same_text_is_always_read_alike() -> None:
    assert sentences(REPORT) == sentences(REPORT)


@pytest.mark.parametrize("text", ["", " ", "\x00", "\u200f\u200f", "?!", "a" * 5000])
def test_odd_text_is_read_without_failing(text: str) -> None:
    parse = parse_sentences(text, [(0, len(text))])[0]
    assert all(text[token.start : token.end] == token.text for token in parse.tokens)
