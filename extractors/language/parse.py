"""The parse of a sentence: words with their governors, and names."""

from dataclasses import dataclass
from typing import NamedTuple


class Token(NamedTuple):
    """One word: half-open code-point offsets into the article's text, and its place in the tree.

    `pos` and `relation` are Universal Dependencies labels; `head` is the index in the sentence of the governing
    word, and the root points at itself. `lemma` is in lower case except for names.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    head: int
    relation: str


class Entity(NamedTuple):
    """One name: PERSON, ORG, LOC (places) or GPE (peoples and nationals)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Parse:
    """One sentence parsed."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...]
