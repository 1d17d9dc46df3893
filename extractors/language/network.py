"""The network in numpy: word vectors, two layers of LSTM both ways, and scores for tags, arcs and relations."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt

from extractors.language.pieces import ROWS, Pieces, marks
from extractors.language.recurrence import Layer, Packing

Array = npt.NDArray[np.float32]
_GROW = 4096
_ROWS = 256  # words whose relations are scored at once: what they need stays in the cache of a core
_REMEMBERED = 8_000  # words; most of a text is the same few thousand, and a long run sees ever new names


class WordVectors:
    """The vector of every word form, worked out when the form is first met and then looked up."""

    def __init__(self, weights: dict[str, Any], vocabulary: Sequence[str]) -> None:
        self._pieces = Pieces(vocabulary)
        self._table = weights["pieces"]
        self._marks = [weights[name] for name in ROWS]
        self.width = self._table.shape[1] + self._marks[0].shape[1]
        self._rows: dict[str, int] = {}
        self._vectors: Array = np.zeros((_GROW, self.width), dtype=np.float32)

    def look_up(self, words: Sequence[str]) -> Array:
        """One row a word, each given once."""
        if len(self._rows) > _REMEMBERED:
            self._rows.clear()
        known = self._rows
        unknown = [word for word in words if word not in known]
        if unknown:
            self._learn(unknown)
        return self._vectors[[known[word] for word in words]]

    def _learn(self, words: Sequence[str]) -> None:
        """Works out the vectors of words that were not met before."""
        first, end = len(self._rows), len(self._rows) + len(words)
        while end > len(self._vectors):
            self._vectors = np.concatenate([self._vectors, np.zeros_like(self._vectors)])
        self._rows.update(zip(words, range(first, end), strict=True))
        pieces = [self._pieces.cut(word) for word in words]
        counts = [len(cut) for cut in pieces]
        starts = [last - count for last, count in zip(accumulate(counts), counts, strict=True)]
        width = self._table.shape[1]
        rows = self._table[[piece for cut in pieces for piece in cut]].astype(np.float32)
        new = self._vectors[first:end]
        new[:, :width] = np.add.reduceat(rows, starts, axis=0)
        new[:, :width] /= np.array(counts, dtype=np.float32)[:, None]
        new[:, width:] = 0.0  # a table that was emptied is filled anew
        for table, places in zip(self._marks, zip(*map(marks, words), strict=True), strict=True):
            new[:, width:] += table[list(places)].astype(np.float32)


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of a batch of sentences; words stand one below the other.

    Attributes:
        spans: First row and one past the last of each sentence, in the order in which they were given.
        tags: word x part of speech.
        arcs: for each sentence, dependent x head; the diagonal is for the root.
        dependents: what the scores of relations are made of, word by word,
        heads: and the same for words as heads.
    """

    spans: list[tuple[int, int]]
    tags: Array
    arcs: list[Array]
    dependents: Array
    heads: Array


class Network:
    """Runs the network over batches of sentences.

    Args:
        weights: Arrays by name, as the recipe exports them.
        vocabulary: Word pieces in the order of their rows.
    """

    def __init__(self, weights: dict[str, Any], vocabulary: Sequence[str]) -> None:
        self.vectors = WordVectors(weights, vocabulary)
        small = {name: np.asarray(table, dtype=np.float32) for name, table in weights.items() if name not in _LOOKED_UP}
        self._weights = small
        self._cuts = np.cumsum([small[f"{head}.b"].shape[0] for head in _HEADS])[:-1]
        self._first = np.ascontiguousarray(np.concatenate([small[f"{head}.w"] for head in _HEADS], axis=1))
        self._bias = np.concatenate([small[f"{head}.b"] for head in _HEADS])
        self._layers = [Layer(small, number) for number in (1, 2)]
        relations = small["relations.w"]  # relation x dependent x head
        self._relations = np.ascontiguousarray(relations.transpose(1, 0, 2).reshape(relations.shape[1], -1))

    def run(self, sentences: Sequence[Sequence[str]]) -> Scores:
        """The scores of some sentences, one at least, of one word at least each."""
        order = sorted(range(len(sentences)), key=lambda place: -len(sentences[place]))
        lengths = [len(sentences[place]) for place in order]
        words = [word for place in order for word in sentences[place]]
        forms = list(dict.fromkeys(words))
        row = {form: number for number, form in enumerate(forms)}
        packed, (first, *others) = Packing(lengths), self._layers
        hidden = first.run_known(first.entries(self.vectors.look_up(forms)), [row[word] for word in words], packed)
        for layer in others:
            hidden = layer.run(hidden, packed)
        spans = [(0, 0)] * len(order)
        for place, end, length in zip(order, accumulate(lengths), lengths, strict=True):
            spans[place] = (end - length, end)
        return self._scores(hidden, spans)

    def _scores(self, hidden: Array, spans: list[tuple[int, int]]) -> Scores:
        first = hidden @ self._first
        first += self._bias
        tags = first[:, self._cuts[-1] :]
        active: Array = first[:, : self._cuts[-1]]
        np.maximum(active, 0.1 * active, out=active)
        arc_dep, arc_head, rel_dep, rel_head = np.split(active, self._cuts[:-1], axis=1)
        arc_dep, arc_head = _with_one(arc_dep) @ self._weights["arcs.w"], _with_one(arc_head)
        return Scores(
            spans=spans,
            tags=tags,
            arcs=[arc_dep[start:end] @ arc_head[start:end].T for start, end in spans],
            dependents=_with_one(rel_dep),
            heads=_with_one(rel_head),
        )

    def relations(self, dependents: Array, heads: Array) -> Array:
        """Scores of relations, word x relation, of words with their chosen heads."""
        width = heads.shape[1]
        scores: Array = np.empty((len(heads), self._relations.shape[1] // width), dtype=np.float32)
        for first in range(0, len(heads), _ROWS):
            rows = slice(first, first + _ROWS)
            left = (dependents[rows] @ self._relations).reshape(-1, scores.shape[1], width)
            np.matmul(left, heads[rows, :, None], out=scores[rows, :, None])
        return scores


_HEADS = ("arc_dep", "arc_head", "rel_dep", "rel_head", "tags")
_LOOKED_UP = frozenset({"pieces", *ROWS})


def _with_one(values: Array) -> Array:
    return np.concatenate([values, np.ones((len(values), 1), dtype=np.float32)], axis=1)
