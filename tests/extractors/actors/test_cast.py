"""Who a noun phrase stands for."""

from extractors.actors.cast import Cast
from extractors.language.parse import Parse, Token

TEXT = "Troops and rebels met."


def parse_by_hand() -> Parse:
    words = [("Troops", "NOUN", 3, "nsubj"), ("and", "CCONJ", 2, "cc"), ("rebels", "NOUN", 0, "conj")]
    words += [("met", "VERB", 3, "root"), (".", "PUNCT", 3, "punct")]
    tokens, at = [], 0
    for word, pos, head, relation in words:
        at = TEXT.index(word, at)
        tokens.append(Token(at, at + len(word), word, word.lower(), pos, head, relation))
    return Parse(0, len(TEXT), tuple(tokens), ())


def test_coordination_splits() -> None:
    cast = Cast(TEXT, [(0, len(TEXT))], [parse_by_hand()])
    assert [m.party.text for m in cast.parties_at(0, 0)] == ["Troops", "rebels"]


def test_a_sentence_without_a_parse_has_no_parties() -> None:
    assert Cast(TEXT, [(0, len(TEXT))], [None]).parties_at(0, 0) == ()
