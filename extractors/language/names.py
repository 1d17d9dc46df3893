"""From scores to names: where one begins and ends first, then its kind by all its words."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]


class NameReader:
    """Reads names from scores of B-, I- and O labels.

    Args:
        labels: The labels in the order of their columns.
    """

    def __init__(self, labels: Sequence[str]) -> None:
        self._kinds = [label[2:] for label in labels if label.startswith("B-")]
        self._begin = [labels.index("B-" + kind) for kind in self._kinds]
        self._inside = [labels.index("I-" + kind) for kind in self._kinds]
        self._outside = labels.index("O")

    def odds(self, scores: Array) -> tuple[list[int], Array]:
        """For each word 0 outside, 1 begin, 2 inside, by the sum over kinds; and the odds of each kind."""
        odds = np.exp(scores - scores.max(1, keepdims=True))
        begin, inside = odds[:, self._begin], odds[:, self._inside]
        parts = np.stack([odds[:, self._outside], begin.sum(1), inside.sum(1)])
        return parts.argmax(0).tolist(), (begin + inside) / odds.sum(1, keepdims=True)

    def read(self, parts: Sequence[int], kinds: Array) -> list[tuple[int, int, str]]:
        """First word, one past the last, and kind of each name of a sentence."""
        found: list[list[int]] = []
        for place, part in enumerate(parts):
            if part == 2 and found and found[-1][1] == place:
                found[-1][1] = place + 1
            elif part:
                found.append([place, place + 1])
        return [(start, end, self._kinds[int(kinds[start:end].sum(0).argmax())]) for start, end in found]
