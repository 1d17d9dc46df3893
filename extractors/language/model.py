"""Parses sentences with the model in `model/`: the only place that runs it."""

import os
from collections.abc import Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extractors.language.lemmas import Lemmatizer, read_lemmatizer
from extractors.language.parse import Entity, Parse, Token
from extractors.language.words import split_words

if TYPE_CHECKING:
    from extractors.language.annotate import Annotation, Annotator

FOLDER = Path(__file__).parent / "model"
_BATCH = 64  # sentences in a batch: more do not fit in the cache of a core
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
    return parse_texts([(text, sentences)])[0]


def parse_texts(texts: Sequence[tuple[str, Sequence[tuple[int, int]]]]) -> list[list[Parse]]:
    """As `parse_sentences` for the sentences of several texts: read together they take half the time.

    What is read in a sentence does not depend on the others.
    """
    asked = [
        _Sentence(text, start, end, split_words(text, start, end)[:_MOST])
        for text, sentences in texts
        for start, end in sentences
    ]
    order = sorted((place for place, one in enumerate(asked) if one.words), key=lambda place: len(asked[place].words))
    found = [Parse(one.start, one.end, (), ()) for one in asked]
    for first in range(0, len(order), _BATCH):
        places = order[first : first + _BATCH]
        for place, parse in zip(places, _parse_batch([asked[place] for place in places]), strict=True):
            found[place] = parse
    rest = iter(found)
    return [list(islice(rest, len(sentences))) for _, sentences in texts]


class _Sentence(NamedTuple):
    text: str
    start: int
    end: int
    words: list[tuple[int, int]]


def _parse_batch(sentences: Sequence[_Sentence]) -> list[Parse]:
    forms: list[list[str]] = []  # a sentence that is too long is read in pieces
    joined: list[range] = []
    for one in sentences:
        words = [one.text[start:end] for start, end in one.words]
        joined.append(range(len(forms), len(forms) + (len(words) - 1) // _LONGEST + 1))
        forms += [words[start : start + _LONGEST] for start in range(0, len(words), _LONGEST)]
    annotated = annotator().annotate(forms)
    return [
        _parse_of(one, [forms[part] for part in parts], [annotated[part] for part in parts])
        for one, parts in zip(sentences, joined, strict=True)
    ]


def _parse_of(one: _Sentence, forms: Sequence[list[str]], annotated: Sequence["Annotation"]) -> Parse:
    """The records of one sentence, from its pieces."""
    lemmatizer = _lemmatizer()
    lemma = lemmatizer.lemma_in_capitals if one.text[one.start : one.end].isupper() else lemmatizer.lemma
    tokens: list[Token] = []
    entities: list[Entity] = []
    for words, (tags, heads, relations, names) in zip(forms, annotated, strict=True):
        offset = len(tokens)
        spans = one.words[offset : offset + len(words)]
        tokens += [
            Token(first, last, word, lemma(word, tag), tag, head + offset, relation)
            for (first, last), word, tag, head, relation in zip(spans, words, tags, heads, relations, strict=True)
        ]
        entities += [Entity(spans[a][0], spans[b - 1][1], label) for a, b, label in names]
    under = tokens if len(forms) == 1 else _under_one_root(tokens)
    return Parse(one.start, one.end, tuple(under), tuple(entities))


def _under_one_root(tokens: list[Token]) -> list[Token]:
    """The roots of the later pieces of a sentence hang on the first one's."""
    root = next(place for place, token in enumerate(tokens) if token.head == place)
    return [
        token._replace(head=root, relation="parataxis") if token.head == place != root else token
        for place, token in enumerate(tokens)
    ]


@cache
def annotator() -> "Annotator":
    """The network with its labels, loaded once."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the matrices are small, and the workers share the cores
    from extractors.language.annotate import read_annotator  # numpy only where a sentence is parsed

    return read_annotator(FOLDER)


@cache
def _lemmatizer() -> Lemmatizer:
    return read_lemmatizer(FOLDER / "lemmas.tsv.gz")
