import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from extractors.language.names import NameReader

LABELS = ["B-LOC", "B-ORG", "I-LOC", "I-ORG", "O"]
ROW = st.lists(st.floats(-20, 20), min_size=5, max_size=5)


def read(*rows: tuple[float, ...]) -> list[tuple[int, int, str]]:
    return NameReader(LABELS).read(np.array(rows, dtype=np.float32), [len(rows)])[0][0]


def test_a_name_has_one_kind_which_all_its_words_decide() -> None:
    assert read((2, 3, 0, 0, 0), (0, 0, 6, 1, 0), (0, 0, 0, 0, 5)) == [(0, 2, "LOC")]


def test_a_second_beginning_is_a_second_name() -> None:
    assert read((5, 0, 0, 0, 0), (0, 5, 0, 0, 0)) == [(0, 1, "LOC"), (1, 2, "ORG")]


def test_no_name_goes_on_that_has_not_begun() -> None:
    assert read((0, 1, 0, 0, 5), (0, 3, 0, 4, 0), (0, 0, 0, 9, 0)) == [(1, 3, "ORG")]
    assert read((0, 1, 0, 4, 0), (0, 0, 0, 5, 0)) == [(0, 2, "ORG")]


@given(st.lists(st.lists(ROW, min_size=1, max_size=6), min_size=1, max_size=5))
def test_sentences_are_read_alike_alone_and_among_others(sentences: list[list[list[float]]]) -> None:
    sentences.sort(key=len, reverse=True)
    tables = [np.array(rows, dtype=np.float32) for rows in sentences]
    together, _ = NameReader(LABELS).read(np.concatenate(tables), [len(rows) for rows in sentences])
    assert together == [read(*rows) for rows in tables]


def test_readings_that_come_close_are_told() -> None:
    reader = NameReader(LABELS)
    even = [(3, 2, 0, 0, 0), (0, 0, 5, 6, 0)]  # both words together leave the kind open, though neither does alone
    clear = [(3, 2, 0, 0, 0), (0, 0, 6, 5, 0)]
    _, close = reader.read(np.array([*even, *clear], dtype=np.float32), [2, 2])
    assert close.tolist() == [True, False]
