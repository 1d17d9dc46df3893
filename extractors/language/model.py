"""Parses sentences with the model in `model/`: the only place that runs it."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc

from extractors.language.lemmas import Lemmatizer, read_lemmatizer
from extractors.language.parse import Entity, Parse, Token
from extractors.language.words import split_words

_MODEL = Path(__file__).parent / "model"


@cache
def _pipeline() -> Any:
    return spacy.load(_MODEL / "pipeline")


@cache
def _lemmatizer() -> Lemmatizer:
    return read_lemmatizer(_MODEL / "lemmas.tsv.gz")


def parse_sentences(text: str, sentences: Sequence[tuple[int, int]]) -> list[Parse]:
    """One parse for each sentence, in the same order; sentences are half-open offsets into the text."""
    cut = [split_words(text, start, end) for start, end in sentences]
    nlp = _pipeline()
    docs = (_doc(nlp.vocab, text, words) for words in cut if words)
    parsed = nlp.pipe(docs, batch_size=64)
    return [
        _read(span, words, next(parsed)) if words else Parse(span[0], span[1], (), ())
        for span, words in zip(sentences, cut, strict=True)
    ]


def _doc(vocab: Any, text: str, words: list[tuple[int, int]]) -> Doc:
    spaces = [last < first for (_, last), (first, _) in zip(words, [*words[1:], words[-1]], strict=True)]
    starts: list[bool | int | None] = [True] + [False] * (len(words) - 1)
    return Doc(vocab, words=[text[first:last] for first, last in words], spaces=spaces, sent_starts=starts)


def _read(span: tuple[int, int], words: list[tuple[int, int]], doc: Doc) -> Parse:
    lemma = _lemmatizer().lemma
    tokens = tuple(
        Token(first, last, word.text, lemma(word.text, word.tag_), word.tag_, word.head.i, _relation(word))
        for (first, last), word in zip(words, doc, strict=True)
    )
    names = tuple(Entity(words[name.start][0], words[name.end - 1][1], name.label_) for name in doc.ents)
    return Parse(span[0], span[1], tokens, names)


def _relation(word: Any) -> str:
    return "root" if word.dep_ == "ROOT" else str(word.dep_)
