"""From scores to a tree: the best one with a single root (Chu-Liu and Edmonds)."""

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
_ROOTS_TRIED = 8  # of a sentence; where so many come into question, one search over all of them is faster
_SECOND_ROOT = 1e6  # what a root costs in that search: so much that the best tree has one


def best_tree(scores: Array) -> list[int]:
    """The head of every word: the tree of the greatest sum; the one root points at itself.

    Args:
        scores: Dependent x head; the diagonal says how well a word serves as the root.

    >>> best_tree(np.array([[1.0, 3.0], [2.0, 4.0]]))
    [1, 1]
    """
    heads: list[int] = scores.argmax(1).tolist()
    roots = [place for place, head in enumerate(heads) if place == head]
    if len(roots) == 1 and not _cycle(heads):
        return heads
    weights = scores.astype(np.float64)
    as_root = np.diagonal(weights).copy()
    np.fill_diagonal(weights, -np.inf)
    return _best_with_one_root(weights, as_root)


def _best_with_one_root(weights: npt.NDArray[np.float64], as_root: npt.NDArray[np.float64]) -> list[int]:
    """The best of the trees under each root; roots that cannot be better than what is found are not tried."""
    most = weights.max(1)
    bounds = most.sum() - most + as_root  # what a tree under each root would be worth if nothing went in a circle
    words = np.arange(len(weights))
    best: list[int] = []
    best_total = -np.inf
    order = np.argsort(-bounds, kind="stable").tolist()
    for tried, root in enumerate(order):
        if bounds[root] <= best_total:
            break
        if tried == _ROOTS_TRIED:
            return _best_under_all_roots(weights, as_root)
        heads = _edmonds(weights, root)
        others = words != root
        total = weights[words[others], np.array(heads)[others]].sum() + as_root[root]
        if total > best_total:
            best, best_total = heads, total
    return best


def _best_under_all_roots(weights: npt.NDArray[np.float64], as_root: npt.NDArray[np.float64]) -> list[int]:
    """The same in one search, with a word above all others that each root hangs on."""
    size = len(weights)
    above = np.full((size + 1, size + 1), -np.inf)
    above[:size, :size] = weights
    above[:size, size] = as_root - _SECOND_ROOT
    found = _edmonds(above, size)[:size]
    return [place if head == size else head for place, head in enumerate(found)]


def _edmonds(weights: npt.NDArray[np.float64], root: int) -> list[int]:
    heads: list[int] = weights.argmax(1).tolist()
    heads[root] = root
    cycle = _cycle(heads)
    if not cycle:
        return heads
    size = len(heads)
    inside = np.zeros(size, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    members = np.array(cycle)
    kept = weights[cycle, [heads[place] for place in cycle]]
    # The cycle becomes one word: enter it where that costs least, leave it where it serves best.
    into, between = weights[members].take(outside, 1), weights[outside]
    enter = into - kept[:, None]
    leave = between.take(members, 1)
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = between.take(outside, 1)
    small[-1, :-1] = enter.max(0)
    small[:-1, -1] = leave.max(1)
    found = _edmonds(small, int(np.flatnonzero(outside == root)[0]))
    for place, word in enumerate(outside.tolist()):
        above = found[place]
        heads[word] = int(outside[above]) if above < len(outside) else cycle[int(leave[place].argmax())]
    entered = cycle[int(enter[:, found[-1]].argmax())]
    heads[entered] = int(outside[found[-1]])
    heads[root] = root
    return heads


def _cycle(heads: list[int]) -> list[int]:
    """The words of one circle of heads, or none; a word that is its own head is the end of its way."""
    state = [0] * len(heads)
    for start in range(len(heads)):
        place, way = start, []
        while state[place] == 0:
            state[place] = start + 1
            way.append(place)
            place = heads[place]
        if state[place] == start + 1 and way and heads[place] != place:
            return way[way.index(place) :]
    return []
