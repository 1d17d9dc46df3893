from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from extractors.language.decode import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    roots = [place for place, head in enumerate(heads) if place == head]
    if len(roots) != 1:
        return False
    for place in range(len(heads)):
        for _ in heads:
            place = heads[place]  # noqa: PLW2901 - the way up is walked
        if place != roots[0]:
            return False
    return True


@given(st.integers(1, 5), st.integers(0, 2**32 - 1))
def test_the_tree_is_the_best_of_all(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)

    def total(heads: tuple[int, ...]) -> float:
        return float(scores[np.arange(size), list(heads)].sum())

    best = max((heads for heads in product(range(size), repeat=size) if is_tree(heads)), key=total)
    found = tuple(best_tree(scores))
    assert is_tree(found)
    assert abs(total(found) - total(best)) < 1e-4


def test_a_long_sentence_has_a_tree() -> None:
    assert is_tree(tuple(best_tree(np.random.default_rng(1).normal(size=(200, 200)).astype(np.float32))))
