import numpy as np
import pytest

from extractors.language.network import Network, Scores
from extractors.language.pieces import ROWS

WIDTH = 4
HEADS = {"arc_dep": 3, "arc_head": 3, "rel_dep": 2, "rel_head": 2, "tags": 5}
WORDS = [["rebels", "left"], ["the", "army", "held", "Homs"], ["fire"]]


@pytest.fixture
def network() -> Network:
    chance = np.random.default_rng(3)
    shapes = {"pieces": (3, 6)} | {name: (size, 2) for name, size in ROWS.items()}
    for layer, inner in ((1, 8), (2, 2 * WIDTH)):
        for letter in "fb":
            name = f"lstm{layer}{letter}"
            shapes |= {f"{name}.x": (inner, 4 * WIDTH), f"{name}.h": (WIDTH, 4 * WIDTH), f"{name}.b": (4 * WIDTH,)}
    for head, size in HEADS.items():
        shapes |= {f"{head}.w": (2 * WIDTH, size), f"{head}.b": (size,)}
    shapes |= {"arcs.w": (4, 4), "relations.w": (7, 3, 3)}
    return Network({name: chance.normal(size=shape) for name, shape in shapes.items()}, ["[UNK]", "army", "fire"])


def rows(scores: Scores, place: int) -> list[np.ndarray]:
    cut = slice(*scores.spans[place])
    return [scores.tags[cut], scores.arcs[place], scores.dependents[cut], scores.heads[cut]]


def test_a_sentence_is_read_alike_alone_and_among_others(network: Network) -> None:
    together = network.run(WORDS)
    for place, words in enumerate(WORDS):
        alone = network.run([words])
        for one, other in zip(rows(alone, 0), rows(together, place), strict=True):
            np.testing.assert_allclose(one, other, atol=1e-5)


def test_relations_are_scored_for_each_word_with_its_head(network: Network) -> None:
    scores = network.run(WORDS)
    assert network.relations(scores.dependents, scores.heads).shape == (7, 7)


def test_the_order_of_words_matters(network: Network) -> None:
    one, other = network.run([["army", "fire"]]), network.run([["fire", "army"]])
    assert not np.allclose(one.tags, other.tags[::-1])
