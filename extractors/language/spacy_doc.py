"""Hands parses on as spaCy documents, for users who go on with matchers, displaCy or training there.

Annalist itself does not use spaCy; it comes with `annalist[spacy]`.
"""

from collections.abc import Sequence

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from extractors.language.parse import Parse, Token


def to_spacy(text: str, parses: Sequence[Parse], vocab: Vocab | None = None) -> Doc:
    """One document of all sentences, with their words, tags, lemmas, heads, relations and names."""
    tokens = [token for parse in parses for token in parse.tokens]
    heads: list[int] = []
    starts: list[bool | int | None] = []
    offset = 0
    for parse in parses:
        heads += [token.head + offset for token in parse.tokens]
        starts += [place == 0 for place in range(len(parse.tokens))]
        offset += len(parse.tokens)
    doc = Doc(
        vocab or Vocab(),
        words=[token.text for token in tokens],
        spaces=_spaces(text, tokens),
        pos=[token.pos for token in tokens],
        lemmas=[token.lemma for token in tokens],
        heads=heads,
        deps=["ROOT" if token.relation == "root" else token.relation for token in tokens],
        sent_starts=starts,
    )
    doc.ents = _entities(doc, tokens, parses)
    return doc


def _spaces(text: str, tokens: Sequence[Token]) -> list[bool]:
    return [text[token.end : token.end + 1].isspace() for token in tokens]


def _entities(doc: Doc, tokens: Sequence[Token], parses: Sequence[Parse]) -> list[Span]:
    first = {token.start: place for place, token in enumerate(tokens)}
    last = {token.end: place + 1 for place, token in enumerate(tokens)}
    return [
        Span(doc, first[name.start], last[name.end], label=name.label) for parse in parses for name in parse.entities
    ]
