import numpy as np
import pytest

from extractors.language.name_network import TABLES, NameNetwork, rows_of

WIDTH, VECTOR, INNER = 4, 3, 5
WORDS = [["the", "army", "held", "Homs"], ["rebels", "left"], ["Fire"]]


@pytest.fixture
def network() -> NameNetwork:
    chance = np.random.default_rng(3)
    shapes = {name: (rows, VECTOR) for name, rows in TABLES.items()}
    shapes |= {"word.w": (6 + 2 * VECTOR, 2 * INNER), "word.b": (2 * INNER,)}
    for way in "fb":
        shapes |= {f"lstm1{way}.x": (INNER, 4 * WIDTH), f"lstm1{way}.h": (WIDTH, 4 * WIDTH)}
        shapes |= {f"lstm1{way}.b": (4 * WIDTH,)}
    shapes |= {"hidden.w": (2 * WIDTH, 6), "hidden.b": (6,), "out.w": (6, 9), "out.b": (9,)}
    weights = {name: chance.normal(size=shape) for name, shape in shapes.items()}
    return NameNetwork(weights, chance.normal(size=(3, 6)), ["[UNK]", "army", "fire"])


def test_a_sentence_is_read_alike_alone_and_among_others(network: NameNetwork) -> None:
    together = network.run([word for words in WORDS for word in words], [4, 2, 1])
    alone = [network.run(words, [len(words)]) for words in WORDS]
    np.testing.assert_allclose(together, np.concatenate(alone), atol=1e-5)


def test_letter_case_and_order_matter(network: NameNetwork) -> None:
    plain = network.run(["army", "fire"], [2])
    assert not np.allclose(plain, network.run(["Army", "fire"], [2]))
    assert not np.allclose(plain, network.run(["fire", "army"], [2])[::-1])


def test_forms_beyond_the_room_of_the_table_are_read(network: NameNetwork) -> None:
    words = [f"word{number}" for number in range(5000)]
    several = network.run(words, [1] * len(words))
    np.testing.assert_allclose(several[-1:], network.run(words[-1:], [1]), atol=1e-5)


def test_capitals_share_all_rows_but_shape_and_case() -> None:
    one, other = rows_of("Army"), rows_of("ARMY")
    assert one[:5] == other[:5]
    assert one[5:] != other[5:]


def test_rows_lie_in_their_tables() -> None:
    for word in ("", "a", "Ahrar", "’s", "\ud800", "x" * 1000):
        assert all(0 <= row < size for row, size in zip(rows_of(word), TABLES.values(), strict=True))
