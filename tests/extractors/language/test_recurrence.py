import numpy as np
import pytest

from extractors.language.recurrence import Layer, Packing

INNER, WIDTH = 3, 2


@pytest.fixture
def weights() -> dict[str, np.ndarray]:
    chance = np.random.default_rng(5)
    shapes = {"x": (INNER, 4 * WIDTH), "h": (WIDTH, 4 * WIDTH), "b": (4 * WIDTH,)}
    return {
        f"lstm1{way}.{part}": chance.normal(size=shape).astype(np.float32)
        for way in "fb"
        for part, shape in shapes.items()
    }


def read_slowly(weights: dict[str, np.ndarray], way: str, words: np.ndarray) -> np.ndarray:
    """The textbook's LSTM over one sentence, word after word."""
    state = cell = np.zeros(WIDTH)
    said = []
    for word in words:
        sums = word @ weights[f"lstm1{way}.x"] + state @ weights[f"lstm1{way}.h"] + weights[f"lstm1{way}.b"]
        into, forget, new, out = np.split(sums, 4)
        into, forget, out = (1 / (1 + np.exp(-gate)) for gate in (into, forget, out))
        cell = forget * cell + into * np.tanh(new)
        state = out * np.tanh(cell)
        said.append(state)
    return np.array(said)


def test_words_are_read_as_one_after_the_other_both_ways(weights: dict[str, np.ndarray]) -> None:
    lengths = [4, 2, 2, 1]
    words = np.random.default_rng(6).normal(size=(sum(lengths), INNER)).astype(np.float32)
    found, end = Layer(weights, 1).run(words, Packing(lengths)), 0
    for length in lengths:
        cut = slice(end, end := end + length)
        backward = read_slowly(weights, "b", words[cut][::-1])[::-1]
        wanted = np.concatenate([read_slowly(weights, "f", words[cut]), backward], axis=1)
        np.testing.assert_allclose(found[cut], wanted, atol=1e-5)


def test_sums_of_any_size_keep_within_bounds(weights: dict[str, np.ndarray]) -> None:
    found = Layer(weights, 1).run(np.full((3, INNER), 1e30, dtype=np.float32), Packing([3]))
    assert (np.abs(found) <= 1).all()


def test_words_stand_by_their_place_in_the_sentence_the_longest_first() -> None:
    packed = Packing([3, 1])
    assert packed.sizes == [2, 1, 1]
    assert packed.orders.tolist() == [[0, 3, 1, 2], [2, 3, 1, 0]]
