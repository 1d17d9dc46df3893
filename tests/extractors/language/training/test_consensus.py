from extractors.language.training.consensus import known_names, mended, spans
from extractors.language.training.treebanks import Example


def named(word: str, label: str) -> Example:
    return Example(words=["In", word], spaces=[True, False], names=["O", label])


def test_a_name_gets_the_label_that_it_mostly_has() -> None:
    known = known_names([named("Homs", "B-LOC")] * 19 + [named("Homs", "B-ORG")] + [named("Rai", "B-ORG")])
    assert known == {"Homs": "LOC"}
    assert mended(named("Homs", "B-ORG"), known).names == ["O", "B-LOC"]
    assert mended(named("Rai", "B-PERSON"), known).names == ["O", "B-PERSON"]


def test_a_word_in_small_letters_is_no_name() -> None:
    assert mended(named("and", "B-ORG"), {}).names == ["O", "O"]


def test_names_are_read_from_their_labels() -> None:
    assert spans(["B-LOC", "I-LOC", "O", "B-ORG", "B-ORG"]) == [(0, 2, "LOC"), (3, 4, "ORG"), (4, 5, "ORG")]
