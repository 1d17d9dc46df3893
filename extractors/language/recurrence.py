"""Layers of LSTM, each read forwards and backwards at once, over sentences packed word by word."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]


class Packing:
    """The order in which words are read: first words of all sentences, then second ones; the longest sentence first.

    Args:
        lengths: Words of each sentence, the longest first.
    """

    def __init__(self, lengths: Sequence[int]) -> None:
        counts = np.array(lengths)
        ends = np.cumsum(counts)
        starts = ends - counts
        self.sizes = [int((counts > step).sum()) for step in range(lengths[0])]  # sentences that have a word there
        forward = [starts[:size] + step for step, size in enumerate(self.sizes)]
        backward = [ends[:size] - 1 - step for step, size in enumerate(self.sizes)]
        self.orders = np.stack([np.concatenate(forward), np.concatenate(backward)])


class Layer:
    """One layer both ways.

    The logistic function is 1 / (1 + exp(-x)) and the hyperbolic tangent of x is 2 / (1 + exp(-2x)) - 1: the weights
    hold the factors, so that the sums are ready for exp, and `cell` is kept times -2.

    Args:
        weights: Arrays by name, as the recipe exports them: gates in the order input, forget, new, output.
        number: Which layer.
    """

    def __init__(self, weights: Mapping[str, Array], number: int) -> None:
        ways = [[_ready(weights[f"lstm{number}{way}.{part}"]) for way in "fb"] for part in "xhb"]
        self._inner, self._recurrent, bias = (np.stack(arrays) for arrays in ways)
        self._bias = bias[:, None]
        self._width = self._recurrent.shape[1]

    def run(self, words: Array, packed: Packing) -> Array:
        """What both ways say of each word, side by side; the words stand sentence by sentence."""
        gates = np.matmul(words[packed.orders], self._inner)
        gates += self._bias
        return self._join(gates, packed)

    def entries(self, forms: Array) -> Array:
        """What word forms give to the gates whatever their sentence: way x form x gate."""
        gates: Array = np.matmul(forms, self._inner)
        gates += self._bias
        return gates

    def run_known(self, entries: Array, rows: Sequence[int], packed: Packing) -> Array:
        """As `run`, from the entries of word forms and the row that each word has among them."""
        places = np.array(rows)
        return self._join(np.stack([entries[way, places[order]] for way, order in enumerate(packed.orders)]), packed)

    def _join(self, gates: Array, packed: Packing) -> Array:
        with np.errstate(over="ignore"):  # one over infinity is the 0 that the logistic function means
            said = self._read(gates, packed.sizes)
        width = self._width
        out = np.empty((gates.shape[1], 2 * width), dtype=np.float32)
        for way, order in enumerate(packed.orders):
            out[order, way * width : (way + 1) * width] = said[way]
        return out

    def _read(self, gates: Array, sizes: Sequence[int]) -> Array:
        width, most, start = self._width, sizes[0], 0
        said = np.empty((*gates.shape[:2], width), dtype=np.float32)
        cell = np.zeros((2, most, width), dtype=np.float32)
        room, recurred = np.empty_like(cell), np.empty((2, most, 4 * width), dtype=np.float32)
        before = np.zeros_like(cell)
        for size in sizes:
            now, kept, bent = gates[:, start : start + size], cell[:, :size], room[:, :size]
            now += np.matmul(before[:, :size], self._recurrent, out=recurred[:, :size])
            _logistic(now)
            into, forget, new, out = (now[:, :, at : at + width] for at in range(0, 4 * width, width))
            new *= -4.0
            new += 2.0  # the tangent, times -2 as the cell
            new *= into
            kept *= forget
            kept += new
            np.copyto(bent, kept)
            _logistic(bent)
            bent *= 2.0
            bent -= 1.0
            before = np.multiply(out, bent, out=said[:, start : start + size])
            start += size
        return said


def _ready(weights: Array) -> Array:
    """The weights of the gates negated, those of `new` doubled besides."""
    into, forget, new, out = np.split(weights, 4, axis=-1)
    return np.concatenate([-into, -forget, -2 * new, -out], axis=-1)


def _logistic(negated: Array) -> None:
    """1 / (1 + exp(x)) in place."""
    np.exp(negated, out=negated)
    negated += 1.0
    np.reciprocal(negated, out=negated)
