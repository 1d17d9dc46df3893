import csv
from pathlib import Path

import pytest

from extractors.language.lemmas import read_lemmatizer
from extractors.language.model import FOLDER
from extractors.language.training import endings

LISTED = Path(endings.__file__).with_name("forms.csv")


def rows() -> list[dict[str, str]]:
    with LISTED.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['pos']} {row['lemma']}")
def test_listed_forms_have_their_lemma(row: dict[str, str]) -> None:
    lemmatizer = read_lemmatizer(FOLDER / "lemmas.tsv.gz")
    for form in row["forms"].split():
        assert lemmatizer.lemma(form, row["pos"]) == row["lemma"], form


@pytest.mark.parametrize(
    ("word", "pos", "lemma"),
    [
        ("Iraqis", "PROPN", "Iraqi"),
        ("UNHCR", "PROPN", "UNHCR"),
        ("Syrian", "ADJ", "Syrian"),
        ("Were", "AUX", "be"),
        ("me", "PRON", "I"),
        ("KILLED", "VERB", "kill"),
        ("Homs", "PROPN", "Homs"),
        ("2016", "NUM", "2016"),
    ],
)
def test_lemmas_are_in_lower_case_except_for_names(word: str, pos: str, lemma: str) -> None:
    assert read_lemmatizer(FOLDER / "lemmas.tsv.gz").lemma(word, pos) == lemma


@pytest.mark.parametrize(("word", "lemma"), [("SYRIA", "Syria"), ("NATO", "NATO"), ("UN", "UN")])
def test_names_in_a_sentence_in_capitals_get_small_letters(word: str, lemma: str) -> None:
    assert read_lemmatizer(FOLDER / "lemmas.tsv.gz").lemma_in_capitals(word, "PROPN") == lemma


def test_a_longer_ending_goes_before_a_shorter_one(tmp_path: Path) -> None:
    seen = [(word, "NOUN", word[:-1]) for word in ("towns", "raids", "camps")] + [("glass", "NOUN", "glass")]
    endings.write(tmp_path / "table.gz", endings.learn(seen), {}, {})
    lemmatizer = read_lemmatizer(tmp_path / "table.gz")
    assert [lemmatizer.lemma(word, "NOUN") for word in ("bombs", "glass", "sheep")] == ["bomb", "glass", "sheep"]
