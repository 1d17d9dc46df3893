"""The network that finds names, in numpy: its own vectors with letter case, one layer of LSTM both ways."""

import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from extractors.language.pieces import Pieces, case_of, shape_of
from extractors.language.recurrence import Layer, Packing

Array = npt.NDArray[np.float32]
TABLES = {"form": 16384, "front3": 4096, "front5": 8192, "end3": 4096, "end5": 8192, "shape": 1024, "case": 8}
_GROW = 4096
_MOST = 3_000  # word forms that are remembered: each takes 2.5 kB


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
        if len(self._rows) > _MOST:  # bounded: a long run sees ever new words
            self._rows.clear()
        known = self._rows
        new = [word for word in dict.fromkeys(words) if word not in known]
        if new:
            self._learn(new)
        weights = self._weights
        hidden = self._layer.run_known(self._known[[known[word] for word in words]], Packing(lengths))
        hidden = hidden @ weights["hidden.w"] + weights["hidden.b"]
        scores: Array = np.maximum(hidden, 0.1 * hidden) @ weights["out.w"] + weights["out.b"]
        return scores

    def _learn(self, words: Sequence[str]) -> None:
        """Works out what word forms that were not met before give to the gates of the LSTM."""
        first, end = len(self._rows), len(self._rows) + len(words)
        self._rows.update(zip(words, range(first, end), strict=True))
        pieces = np.stack([self._pieces[self._cutter.cut(word)].astype(np.float32).mean(0) for word in words])
        rows = np.array([rows_of(word) for word in words])
        form, *ends = (table[rows[:, at]].astype(np.float32) for at, table in enumerate(self._tables))
        told = np.concatenate([pieces, form, sum(ends)], axis=1) @ self._weights["word.w"] + self._weights["word.b"]
        entries = self._layer.entries(told.reshape(len(words), 2, -1).max(1))
        while end > len(self._known):
            self._known = np.concatenate(
                [self._known.reshape(-1, entries.shape[1]), np.zeros_like(entries, shape=(_GROW, entries.shape[1]))]
            )
        self._known[first:end] = entries
