"""What the student learns from: gold sentences, and sentences that the teacher has marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from extractors.language.training.treebanks import Example

CHOICES = {"heads": 4, "tags": 3, "relations": 3, "names": 3}


@dataclass(frozen=True, slots=True)
class Scheme:
    """The labels in their order."""

    tags: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(slots=True)
class Lesson:
    """One sentence with what is to be learned: for each word some choices (word x choice) and their odds.

    Odds of 0 everywhere say that nothing is known.
    """

    words: list[str]
    heads: np.ndarray[Any, Any]
    head_odds: np.ndarray[Any, Any]
    tags: np.ndarray[Any, Any]
    tag_odds: np.ndarray[Any, Any]
    relations: np.ndarray[Any, Any]
    relation_odds: np.ndarray[Any, Any]
    names: np.ndarray[Any, Any]
    name_odds: np.ndarray[Any, Any]
    weight: float = 1.0


def scheme_of(treebanks: Sequence[Example], names: Sequence[Example]) -> Scheme:
    """The labels that the training data knows, sorted."""
    return Scheme(
        tags=tuple(sorted({tag for example in treebanks for tag in example.tags or ()})),
        relations=tuple(sorted({relation for example in treebanks for relation in example.relations or ()})),
        names=tuple(sorted({name for example in names for name in example.names or ()})),
    )


def gold_lesson(example: Example, scheme: Scheme) -> Lesson:
    """The lesson of an example: what it knows is certain."""
    heads, head_odds = _certain(example, example.heads, "heads")
    tags, tag_odds = _certain(example, _numbers(example.tags, scheme.tags), "tags")
    relations, relation_odds = _certain(example, _numbers(example.relations, scheme.relations), "relations")
    names, name_odds = _certain(example, _numbers(example.names, scheme.names), "names")
    return Lesson(example.words, heads, head_odds, tags, tag_odds, relations, relation_odds, names, name_odds)


def _numbers(labels: Sequence[str] | None, known: Sequence[str]) -> list[int] | None:
    return None if labels is None else [known.index(label) for label in labels]


def _certain(
    example: Example, gold: Sequence[int] | None, part: str
) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    choices = np.zeros((len(example.words), CHOICES[part]), dtype=np.int16)
    odds = np.zeros(choices.shape, dtype=np.float16)
    if gold is not None:
        choices[:, 0] = gold
        odds[:, 0] = 1
    return choices, odds
