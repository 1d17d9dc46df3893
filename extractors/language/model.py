"""Parses sentences with the model in `model/`: the only place that runs it."""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.language.lemmas import Lemmatizer, read_lemmatizer
from extractors.language.parse import Entity, Parse, Token
from extractors.language.words import split_words

if TYPE_CHECKING:
    from extractors.language.annotate import Annotator

FOLDER = Path(__file__).parent / "model"
_BATCH = 96  # sentences in a batch
_LONGEST = 200  # words that are read as one sentence: time and room grow with the square
_MOST = 1000  # words of a sentence that are read at all: what is longer is a table or a broken page


def parse_sentences(text: str, sentences: Sequence[tuple[int, int]]) -> list[Parse]:
    """One parse for each sentence, in the same order; sentences are half-open offsets into the text.

    Only what is given is parsed: whoever needs some sentences of a text passes those. Words beyond the thousandth of a
    sentence are left out.

    >>> parse = parse_sentences("Rebels left Homs.", [(0, 17)])[0]
    >>> [(token.lemma, token.relation) for token in parse.tokens]
    [('rebel', 'nsubj'), ('leave', 'root'), ('Homs', 'obj'), ('.', 'punct')]
    """
    cut = [split_words(text, start, end)[:_MOST] for start, end in sentences]
    order = sorted((place for place, words in enumerate(cut) if words), key=lambda place: len(cut[place]))
    found = [Parse(start, end, (), ()) for start, end in sentences]
    for first in range(0, len(order), _BATCH):
        places = order[first : first + _BATCH]
        parsed = _parse_batch(text, [sentences[place] for place in places], [cut[place] for place in places])
        for place, parse in zip(places, parsed, strict=True):
            found[place] = parse
    return found


def _parse_batch(text: str, sentences: Sequence[tuple[int, int]], cut: Sequence[list[tuple[int, int]]]) -> list[Parse]:
    pieces: list[list[tuple[int, int]]] = []  # a sentence that is too long is read in pieces
    joined: list[range] = []
    for words in cut:
        joined.append(range(len(pieces), len(pieces) + (len(words) - 1) // _LONGEST + 1))
        pieces += [words[start : start + _LONGEST] for start in range(0, len(words), _LONGEST)]
    forms = [[text[start:end] for start, end in words] for words in pieces]
    annotated = annotator().annotate(forms)
    lemmatizer = _lemmatizer()
    parses = []
    for (start, end), parts in zip(sentences, joined, strict=True):
        tokens: list[Token] = []
        entities: list[Entity] = []
        lemma = lemmatizer.lemma_in_capitals if text[start:end].isupper() else lemmatizer.lemma
        for part in parts:
            tags, heads, relations, names = annotated[part]
            spans, offset = pieces[part], len(tokens)
            if offset:
                heads = [head + offset for head in heads]
            tokens += [
                Token(first, last, word, lemma(word, tag), tag, head, relation)
                for (first, last), word, tag, head, relation in zip(
                    spans, forms[part], tags, heads, relations, strict=True
                )
            ]
            entities += [Entity(spans[a][0], spans[b - 1][1], label) for a, b, label in names]
        parses.append(Parse(start, end, tuple(_under_one_root(tokens, parts)), tuple(entities)))
    return parses


def _under_one_root(tokens: list[Token], parts: range) -> list[Token]:
    """The roots of the later pieces of a sentence hang on the first one's."""
    if len(parts) == 1:
        return tokens
    root = next(place for place, token in enumerate(tokens) if token.head == place)
    return [
        token._replace(head=root, relation="parataxis") if token.head == place != root else token
        for place, token in enumerate(tokens)
    ]


@cache
def annotator() -> "Annotator":
    """The network with its labels, loaded once."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the matrices are small, and the workers share the cores
    from extractors.language.annotate import read_annotator  # noqa: PLC0415 - numpy only where a sentence is parsed

    return read_annotator(FOLDER)


@cache
def _lemmatizer() -> Lemmatizer:
    return read_lemmatizer(FOLDER / "lemmas.tsv.gz")
