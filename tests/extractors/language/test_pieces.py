from extractors.language.pieces import ROWS, Pieces, case_of, marks

PIECES = Pieces(["[UNK]", "fire", "##s", "cease", "##fire", "-", "u", ".", "s"])


def test_the_longest_pieces_are_cut_first() -> None:
    assert PIECES.cut("Ceasefires") == [3, 4, 2]
    assert PIECES.cut("U.S.") == [6, 7, 8, 7]


def test_what_cannot_be_cut_is_unknown() -> None:
    assert PIECES.cut("xyz") == [0]
    assert PIECES.cut("") == [0]
    assert PIECES.cut("\ud800") == [0]


def test_accents_are_left_out() -> None:
    assert PIECES.cut("Fíre") == [1]


def test_marks_are_rows_of_their_tables() -> None:
    for word in ("Homs", "", "٣", "\ud800", "U.S.-led"):
        assert all(0 <= row < size for row, size in zip(marks(word), ROWS.values(), strict=True))


def test_letter_case() -> None:
    assert [case_of(word) for word in ("war", "UN", "A", "Homs", "McKay", "12", "-")] == [1, 2, 3, 4, 5, 6, 7]
