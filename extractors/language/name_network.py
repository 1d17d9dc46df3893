"""The network that finds names, in numpy: its own vectors with letter case, one layer of LSTM both ways."""

import zlib
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt

from extractors.language.pieces import Pieces, case_of, shape_of
from extractors.language.recurrence import Layer, Packing

Array = npt.NDArray[np.float32]
TABLES = {"form": 16384, "front3": 4096, "front5": 8192, "end3": 4096, "end5": 8192, "shape": 1024, "case": 8}
_GROW = 4096
_MOST = 12_000  # word forms that are remembered: each takes 0.5 kB


def rows_of(word: str) -> list[int]:
    """The rows of a word in the tables of `TABLES`, in their order."""
    form = word.lower().replace("’", "'")
    keys = (form, form[:3], form[:5], form[-3:], form[-5:], shape_of(word))
    sizes = list(TABLES.values())
    rows = [zlib.crc32(key.encode("utf-8", "surrogatepass")) % size for key, size in zip(keys, sizes, strict=False)]
    return [*rows, case_of(word)]


class NameNetwork:
    """Scores the labels of names, word by word.

    Args:
        weights: Arrays by name, as the recipe exports them.
        pieces: The vectors of word pieces, which it shares with the network of the parse.
        vocabulary: Word pieces in the order of their rows.
    """

    def __init__(self, weights: dict[str, Any], pieces: npt.NDArray[Any], vocabulary: Sequence[str]) -> None:
        self._pieces, self._cutter = pieces, Pieces(vocabulary)
        self._tables = [weights[name] for name in TABLES]
        self._weights = {name: table.astype(np.float32) for name, table in weights.items() if name not in TABLES}
        self._layer = Layer(self._weights, 1)
        self._rows: dict[str, int] = {}
        self._known: Array = np.zeros((0, 0), dtype=np.float32)

    def run(self, words: Sequence[str], lengths: Sequence[int]) -> Array:
        """Word x label.

        Args:
            words: The words of some sentences.
            lengths: How many are of each sentence; no sentence is longer than the one before it.
        """
        forms = list(dict.fromkeys(words))
        row = {form: number for number, form in enumerate(forms)}
        weights = self._weights
        entries = self._layer.entries(self._vectors_of(forms))
        hidden = self._layer.run_known(entries, [row[word] for word in words], Packing(lengths))
        hidden = hidden @ weights["hidden.w"] + weights["hidden.b"]
        scores: Array = np.maximum(hidden, 0.1 * hidden) @ weights["out.w"] + weights["out.b"]
        return scores

    def _vectors_of(self, forms: Sequence[str]) -> Array:
        if len(self._rows) > _MOST:  # bounded: a long run sees ever new words
            self._rows.clear()
        known = self._rows
        new = [form for form in forms if form not in known]
        if new:
            self._learn(new)
        return self._known[[known[form] for form in forms]]

    def _learn(self, words: Sequence[str]) -> None:
        """Works out the vectors of word forms that were not met before."""
        first, end = len(self._rows), len(self._rows) + len(words)
        self._rows.update(zip(words, range(first, end), strict=True))
        rows = np.array([rows_of(word) for word in words])
        form, *ends = (table[rows[:, at]].astype(np.float32) for at, table in enumerate(self._tables))
        told = np.concatenate([self._averages(words), form, sum(ends)], axis=1)
        vectors = (told @ self._weights["word.w"] + self._weights["word.b"]).reshape(len(words), 2, -1).max(1)
        while end > len(self._known):
            more = np.zeros_like(vectors, shape=(_GROW, vectors.shape[1]))
            self._known = np.concatenate([self._known.reshape(-1, vectors.shape[1]), more])
        self._known[first:end] = vectors

    def _averages(self, words: Sequence[str]) -> Array:
        """The mean of the pieces of each word."""
        pieces = [self._cutter.cut(word) for word in words]
        counts = [len(cut) for cut in pieces]
        starts = [last - count for last, count in zip(accumulate(counts), counts, strict=True)]
        rows = self._pieces[[piece for cut in pieces for piece in cut]].astype(np.float32)
        means: Array = np.add.reduceat(rows, starts, axis=0)
        means /= np.array(counts, dtype=np.float32)[:, None]
        return means
