import csv
import random
from pathlib import Path

import pytest

from extractors.language.training import made
from extractors.language.training.treebanks import LABELS

FOLDER = Path(made.__file__).parent

CHANCE = random.Random(1)  # no secret


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_names_are_listed_once_with_a_known_label() -> None:
    names = rows("names.csv")
    assert len({row["name"] for row in names}) == len(names)
    assert {row["label"] for row in names} == set(LABELS.values())


@pytest.mark.parametrize("template", [row["template"] for row in rows("templates.csv")])
def test_every_template_is_filled(template: str) -> None:
    names = {label: made._Names(own, listed) for label, (own, listed) in made.known_names().items()}
    example = made._fill(template, names, CHANCE)
    assert "{" not in " ".join(example.words)
    assert example.names is not None
    assert len(example.names) == len(example.words)


def test_the_same_seed_makes_the_same_sentences() -> None:
    once, again = (made.made_sentences(20, random.Random(3)) for _ in range(2))  # no secret
    assert [example.words for example in once] == [example.words for example in again]


def test_names_come_from_the_tables_of_places_and_actors_too() -> None:
    for label, (own, listed) in made.known_names().items():
        assert own
        assert len(listed) > (300 if label in {"LOC", "ORG", "PERSON"} else -1)
        assert all(name[:1].strip() for name in listed)
