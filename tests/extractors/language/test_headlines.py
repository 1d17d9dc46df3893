"""Headlines are read as the sentences that they are short for."""

import pytest

from extractors.language.headlines import mend_headline
from extractors.language.parse import Token

Row = tuple[str, str, int, str]


def made(*rows: Row) -> list[Token]:
    tokens, at = [], 0
    for word, pos, head, relation in rows:
        tokens.append(Token(at, at + len(word), word, word.lower().removesuffix("s"), pos, head, relation))
        at += len(word) + 1
    return tokens


BOMBS = (("Coalition", "NOUN", 1, "compound"), ("bombs", "NOUN", 1, "root"), ("airport", "NOUN", 1, "obj"))
FALLS = (
    ("Gao", "PROPN", 1, "compound"),
    ("truce", "NOUN", 2, "compound"),
    ("collapses", "NOUN", 2, "root"),
    ("as", "SCONJ", 4, "mark"),
    ("shelling", "VERB", 2, "advcl"),
)
CALLS = (
    ("Envoy", "NOUN", 1, "compound"),
    ("calls", "NOUN", 1, "root"),
    ("for", "ADP", 3, "case"),
    ("peace", "NOUN", 1, "nmod"),
)


@pytest.mark.parametrize(("rows", "verb"), [(BOMBS, 1), (FALLS, 2), (CALLS, 1)])
def test_a_noun_that_a_clause_goes_on_from_is_the_verb(rows: tuple[Row, ...], verb: int) -> None:
    mended = mend_headline(made(*rows))
    assert (mended[verb].pos, mended[verb - 1].relation) == ("VERB", "nsubj")
    assert [token.head for token in mended[: verb - 1]] == [verb - 1] * (verb - 1)


@pytest.mark.parametrize(
    "rows",
    [
        (*CALLS, (".", "PUNCT", 1, "punct")),
        (("The", "DET", 2, "det"), ("phone", "NOUN", 2, "compound"), ("calls", "NOUN", 2, "root"), CALLS[2], CALLS[3]),
        (("Steel", "NOUN", 1, "compound"), ("works", "NOUN", 1, "root")),
        (("Army", "NOUN", 1, "nsubj"), ("bombed", "VERB", 1, "root"), ("airport", "NOUN", 1, "obj")),
    ],
)
def test_what_is_no_headline_stays(rows: tuple[Row, ...]) -> None:
    assert mend_headline(made(*rows)) == made(*rows)


def test_a_number_before_a_preposition_is_an_object() -> None:
    rows = (
        ("Police", "NOUN", 1, "nsubj"),
        ("detain", "VERB", 1, "root"),
        ("45", "NUM", 4, "nummod"),
        ("over", "ADP", 4, "case"),
        ("attack", "NOUN", 1, "obl"),
    )
    assert mend_headline(made(*rows))[2][-2:] == (1, "obj")


@pytest.mark.parametrize(("word", "relation"), [("IS", "nsubj"), ("is", "aux:pass")])
def test_a_short_name_is_no_auxiliary(word: str, relation: str) -> None:
    rows = ((word, "AUX", 1, "aux:pass"), ("claims", "VERB", 1, "root"), ("attack", "NOUN", 1, "obj"))
    assert mend_headline(made(*rows))[0].relation == relation


def test_a_second_verb_goes_on_after_a_comma() -> None:
    rows = (
        ("Bomb", "NOUN", 1, "nsubj"),
        ("kills", "VERB", 1, "root"),
        ("2", "NUM", 1, "obj"),
        (",", "PUNCT", 4, "punct"),
        ("wounds", "NOUN", 2, "conj"),
        ("9", "NUM", 4, "nummod"),
    )
    mended = mend_headline(made(*rows))
    assert (mended[4].pos, mended[4].head, mended[5].relation) == ("VERB", 1, "obj")
