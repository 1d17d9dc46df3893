"""From scores to names: the best row of labels in which each name begins as it goes on."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]
Name = tuple[int, int, str]  # first word, one past the last, label
_NEVER = np.float32(-1e4)
_CLOSE = 1e-3  # far above what the order of sums changes in a score


class NameReader:
    """Reads names from scores of B-, I- and O labels (Viterbi).

    Args:
        labels: The labels in the order of their columns.
    """

    def __init__(self, labels: Sequence[str]) -> None:
        self._kinds = [label[2:] for label in labels]
        self._inside = np.array([label.startswith("I-") for label in labels])
        self._outside = labels.index("O")
        # A name goes on only after a word of the same kind of name: before x label.
        self._steps = np.zeros((len(labels), len(labels)), dtype=np.float32)
        for at, label in enumerate(labels):
            if label.startswith("I-"):
                self._steps[[kind != label[2:] for kind in self._kinds], at] = _NEVER

    def read(self, scores: Array, lengths: Sequence[int]) -> tuple[list[list[Name]], npt.NDArray[np.bool_]]:
        """Of each sentence its names, and whether another reading comes close to the best one.

        Args:
            scores: Word x label.
            lengths: Words of each sentence; no sentence is longer than the one before it.
        """
        ends = np.cumsum(lengths)
        best, close = self._best(scores - scores.max(1, keepdims=True), ends - np.array(lengths), np.array(lengths))
        return [self._names(labels) for labels in np.split(best, ends[:-1])], close

    def _best(self, scores: Array, starts: Numbers, lengths: Numbers) -> tuple[Numbers, npt.NDArray[np.bool_]]:
        """The best label of each word, all sentences together, a step a word: forwards to sum, backwards to choose."""
        totals = scores.copy()
        totals[starts] += np.where(self._inside, _NEVER, np.float32(0))
        sizes = [int((lengths > step).sum()) for step in range(int(lengths[0]))]
        for step, size in enumerate(sizes[1:], 1):
            rows = starts[:size] + step
            totals[rows] += (totals[rows - 1][:, :, None] + self._steps).max(1)
        best = np.empty(len(scores), dtype=np.int64)
        compared = np.empty_like(scores)
        done = 0
        label = np.empty(len(starts), dtype=np.int64)
        for step in range(len(sizes) - 1, -1, -1):
            size = sizes[step]
            ways = totals[starts[:size] + step]
            ways[:done] += self._steps[:, label[:done]].T  # the sentences behind these end here
            label[:size] = ways.argmax(1)
            compared[starts[:size] + step] = ways
            best[starts[:size] + step] = label[:size]
            done = size
        return best, np.logical_or.reduceat(near_ties(compared), starts)

    def _names(self, labels: Numbers) -> list[Name]:
        found: list[Name] = []
        for place in np.flatnonzero(labels != self._outside).tolist():
            label = int(labels[place])
            if self._inside[label]:
                start, _, kind = found[-1]
                found[-1] = (start, place + 1, kind)
            else:
                found.append((place, place + 1, self._kinds[label]))
        return found


def near_ties(scores: Array) -> npt.NDArray[np.bool_]:
    """The rows whose best score has another right below it."""
    near: npt.NDArray[np.bool_] = np.count_nonzero(scores > scores.max(1, keepdims=True) - _CLOSE, axis=1) > 1
    return near
