import numpy as np

from extractors.language.names import NameReader

LABELS = ["B-LOC", "B-ORG", "I-LOC", "I-ORG", "O"]


def read(*rows: tuple[float, ...]) -> list[tuple[int, int, str]]:
    reader = NameReader(LABELS)
    parts, kinds = reader.odds(np.array(rows, dtype=np.float32))
    return reader.read(parts, kinds)


def test_a_name_has_the_kind_that_most_of_its_words_have() -> None:
    assert read((2, 3, 0, 0, 0), (0, 0, 6, 1, 0), (0, 0, 0, 0, 5)) == [(0, 2, "LOC")]


def test_a_second_beginning_is_a_second_name() -> None:
    assert read((5, 0, 0, 0, 0), (0, 5, 0, 0, 0)) == [(0, 1, "LOC"), (1, 2, "ORG")]


def test_a_name_may_begin_inside() -> None:
    assert read((0, 0, 0, 0, 5), (0, 0, 0, 5, 0)) == [(1, 2, "ORG")]
