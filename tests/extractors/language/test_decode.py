from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.language import decode
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


def test_one_search_over_all_roots_finds_what_root_by_root_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = [np.random.default_rng(seed).normal(size=(12, 12)).astype(np.float32) for seed in range(30)]
    one_by_one = [best_tree(table) for table in tables]
    monkeypatch.setattr(decode, "_ROOTS_TRIED", 0)
    assert [best_tree(table) for table in tables] == one_by_one
