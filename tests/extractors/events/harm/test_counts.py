"""Counts are what the sentence says of the dead and wounded, no more."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.events.grammar.patterns import read_lexicon
from extractors.events.grammar.trigger import Trigger
from extractors.events.harm.counts import Counts, read_counts
from extractors.events.harm.quantities import Bounds, find_quantities
from extractors.language.model import parse_sentences
from extractors.language.tree import Tree

ENOUGH = 0.93  # the parser's own errors cost a few
NONE: Bounds = (None, None)


def counted() -> list[dict[str, str]]:
    with (Path(__file__).parent / "counted.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def bounds_of(told: str) -> Bounds:
    low, _, high = told.partition("-")
    return int(low) if low else None, int(high) if high else None


def read(sentence: str, *words: str, kind: str = "attack") -> list[Counts]:
    tree = Tree(parse_sentences(sentence, [(0, len(sentence))])[0])
    at = [next(i for i, token in enumerate(tree.tokens) if token.text == word) for word in words]
    triggers = [Trigger(kind=kind, sentence=0, token=i, first=i, last=i, verb=i, entry="test") for i in at]
    return read_counts(sentence, tree, triggers)


def test_sentences_are_counted() -> None:
    rows = counted()
    found = [read(row["sentence"])[0] for row in rows]
    wars = "More than 200,000"
    pairs = [(row, counts) for row, counts in zip(rows, found, strict=True) if not row["sentence"].startswith(wars)]
    wrong = [
        (row, counts)
        for row, counts in pairs
        if (counts.deaths, counts.injured) != (bounds_of(row["deaths"]), bounds_of(row["injured"]))
    ]
    assert len(wrong) <= (1 - ENOUGH) * len(rows), wrong


def test_the_toll_of_a_war_is_no_attack_of_its_own() -> None:
    text = "More than 200,000 people have died in the war since 2011."
    assert read(text)[0].deaths == NONE
    assert read(text, "war", kind="clash")[0].deaths == (200_000, None)


def test_each_event_of_a_sentence_has_its_own_toll() -> None:
    mine, raid = read(
        "A mine killed three soldiers near the port and gunmen murdered two teachers.", "mine", "murdered"
    )
    assert (mine.deaths, raid.deaths) == ((3, 3), (2, 2))


@pytest.mark.parametrize("row", read_lexicon("no_harm"), ids=lambda row: row["pattern"][:30])
def test_what_is_told_as_none_is_zero(row: dict[str, str]) -> None:
    counts = read(row["example"])[0]
    assert counts.deaths == ((0, 0) if row["deaths"] else NONE)
    assert counts.injured == ((0, 0) if row["injured"] else NONE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between 12 and 15 people", [(12, 15)]),
        ("12-15 dead", [(12, 15)]),
        ("300 to 400 men", [(300, 400)]),
        ("two soldiers and three guards", [(2, 2), (3, 3)]),
        ("a couple of men", [(2, 2)]),
        ("two dozen", [(24, 24)]),
        ("tens of thousands of people", [(20_000, None)]),
        ("two hundred and ten", [(210, 210)]),
        ("10 or more people", [(10, None)]),
        ("no more than six", [(None, 6)]),
        ("an F-16 and a policeman", []),
        ("1.5 million people", [(1_500_000, 1_500_000)]),
    ],
)
def test_quantities(text: str, expected: list[Bounds]) -> None:
    assert [number.bounds for number in find_quantities(text, 0, len(text))] == expected


@given(st.lists(st.sampled_from("12 3 1,200 two dozen dozens between and to - at least up people killed of a".split())))
def test_a_quantity_lies_in_the_text_and_is_no_empty_range(words: list[str]) -> None:
    text = " ".join(words)
    for number in find_quantities(text, 0, len(text)):
        assert 0 <= number.start < number.end <= len(text)
        assert number.low is None or number.high is None or number.low <= number.high
