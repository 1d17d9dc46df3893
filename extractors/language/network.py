"""The network in numpy: word vectors, two layers of LSTM both ways, and scores for tags, arcs, relations and names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from extractors.language.pieces import ROWS, Pieces, marks

Array = npt.NDArray[np.float32]
_GROW = 4096


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
        """One row a word."""
        if len(self._rows) > 200_000:  # bounded: a long run sees ever new words
            self._rows.clear()
        known = self._rows
        rows = [known[word] if word in known else self._add(word) for word in words]
        return self._vectors[rows]

    def _add(self, word: str) -> int:
        row = self._rows[word] = len(self._rows)
        if row >= len(self._vectors):
            self._vectors = np.concatenate([self._vectors, np.zeros_like(self._vectors)])
        pieces = self._table[self._pieces.cut(word)].astype(np.float32).mean(0)
        ends = sum(table[place].astype(np.float32) for table, place in zip(self._marks, marks(word), strict=True))
        self._vectors[row] = np.concatenate([pieces, ends])
        return row


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of a batch of sentences; words stand one below the other.

    Attributes:
        spans: First row and one past the last of each sentence, in the order in which they were given.
        tags: word x part of speech.
        names: word x label.
        arcs: for each sentence, dependent x head; the diagonal is for the root.
        dependents: what the scores of relations are made of, word by word,
        heads: and the same for words as heads.
    """

    spans: list[tuple[int, int]]
    tags: Array
    names: Array
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
        self._gates = {(layer, back): _ready(small, layer, back=back) for layer in (1, 2) for back in (False, True)}
        relations = small["relations.w"]  # relation x dependent x head
        self._relations = np.ascontiguousarray(relations.transpose(1, 0, 2).reshape(relations.shape[1], -1))

    def run(self, sentences: Sequence[Sequence[str]]) -> Scores:
        """The scores of some sentences, one at least, of one word at least each."""
        order = sorted(range(len(sentences)), key=lambda place: -len(sentences[place]))
        lengths = np.array([len(sentences[place]) for place in order])
        packed = _Packing(lengths)
        flat = self.vectors.look_up([word for place in order for word in sentences[place]])
        hidden = flat[packed.by_time]
        for layer in (1, 2):
            hidden = np.concatenate([self._lstm(hidden, packed, layer, back=back) for back in (False, True)], axis=1)
        ends = np.cumsum(lengths).tolist()
        spans = [(0, 0)] * len(order)
        for place, end, length in zip(order, ends, lengths.tolist(), strict=True):
            spans[place] = (end - length, end)
        return self._scores(hidden[packed.by_sentence], spans)

    def _lstm(self, inputs: Array, packed: "_Packing", layer: int, *, back: bool) -> Array:
        inner, recurrent, bias = self._gates[layer, back]
        width = recurrent.shape[0]
        gates = inputs @ inner
        gates += bias
        out = np.empty((len(inputs), width), dtype=np.float32)
        state, cell = np.zeros((2, packed.sizes[0], width), dtype=np.float32)
        for step in range(len(packed.sizes) - 1, -1, -1) if back else range(len(packed.sizes)):
            size, start = packed.sizes[step], packed.starts[step]
            now = gates[start : start + size]
            now += state[:size] @ recurrent
            np.tanh(now, out=now)
            gate = now[:, : 3 * width]  # input, forget and output; the logistic function from tanh of the half
            gate += 1.0
            gate *= 0.5
            kept = cell[:size]
            kept *= now[:, width : 2 * width]
            kept += now[:, :width] * now[:, 3 * width :]
            np.multiply(now[:, 2 * width : 3 * width], np.tanh(kept), out=state[:size])
            out[start : start + size] = state[:size]
        return out

    def _scores(self, hidden: Array, spans: list[tuple[int, int]]) -> Scores:
        first = hidden @ self._first
        first += self._bias
        tags = first[:, self._cuts[-1] :]
        active = _leak(first[:, : self._cuts[-1]])
        arc_dep, arc_head, rel_dep, rel_head, names = np.split(active, self._cuts[:-1], axis=1)
        arc_dep, arc_head = _with_one(arc_dep) @ self._weights["arcs.w"], _with_one(arc_head)
        return Scores(
            spans=spans,
            tags=tags,
            names=names @ self._weights["names.out.w"] + self._weights["names.out.b"],
            arcs=[arc_dep[start:end] @ arc_head[start:end].T for start, end in spans],
            dependents=_with_one(rel_dep),
            heads=_with_one(rel_head),
        )

    def relations(self, dependents: Array, heads: Array) -> Array:
        """Scores of relations, word x relation, of words with their chosen heads."""
        left = (dependents @ self._relations).reshape(len(dependents), -1, heads.shape[1])
        scores: Array = np.einsum("nlh,nh->nl", left, heads)
        return scores


class _Packing:
    """The order in which words are read: first words of all sentences, then second ones; the longest sentence first."""

    def __init__(self, lengths: npt.NDArray[np.int64]) -> None:
        self.sizes = [int((lengths > step).sum()) for step in range(int(lengths[0]))]
        self.starts = [0, *np.cumsum(self.sizes).tolist()]
        offsets = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        self.by_time = np.concatenate([offsets[:size] + step for step, size in enumerate(self.sizes)])
        self.by_sentence = np.empty_like(self.by_time)
        self.by_sentence[self.by_time] = np.arange(len(self.by_time))


_HEADS = ("arc_dep", "arc_head", "rel_dep", "rel_head", "names", "tags")
_LOOKED_UP = frozenset({"pieces", *ROWS})


def _ready(weights: dict[str, Array], layer: int, *, back: bool) -> tuple[Array, Array, Array]:
    """The weights of one LSTM with its gates in the order input, forget, output, new; halved but for the new."""
    name = f"lstm{layer}{'b' if back else 'f'}"
    found = []
    for part in ("x", "h", "b"):
        into, forget, new, out = np.split(weights[f"{name}.{part}"], 4, axis=-1)
        found.append(np.ascontiguousarray(np.concatenate([into / 2, forget / 2, out / 2, new], axis=-1)))
    return found[0], found[1], found[2]


def _leak(values: Array) -> Array:
    leaked: Array = np.maximum(values, 0.1 * values)
    return leaked


def _with_one(values: Array) -> Array:
    return np.concatenate([values, np.ones((len(values), 1), dtype=np.float32)], axis=1)
