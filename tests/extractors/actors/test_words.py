"""Words as the actor lexicons compare them."""

import pytest

from extractors.actors.words import name_key, split_words, word_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ahrar al-Sham", "ahrar Al Sham"),
        ("Séléka", "SELEKA"),
        ("People's Protection Units", "People’s Protection Units"),
        ("Lashkar-e-Taiba", "Lashkar e Taiba"),
        ("Jama'at", "Jamaat"),
        ("Tadić", "Tadic"),
    ],
)
def test_spellings_with_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_possessive_marks_stand_outside_and_sentences_end() -> None:
    words = split_words("Mali's army met Gen. Diop's men.\nThe rebels' chief left.")
    assert [word.text for word in words if word.owner] == ["Mali", "Diop", "rebels"]
    assert [word.text for word in words if word.stop] == ["Gen", "men", "left"]


def test_offsets_are_slices() -> None:
    text = "U.N. peacekeepers, AT&T and N'Djamena"
    assert all(text[word.start : word.end] == word.text for word in split_words(text))


def test_keys_have_no_marks() -> None:
    assert word_key("N’Djamena") == "ndjamena"
