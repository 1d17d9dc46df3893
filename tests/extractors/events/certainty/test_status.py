"""Sentences that differ by one cue differ in status: the rows of operators.csv and of told_apart.csv."""

import csv
from pathlib import Path

import pytest

from extractors.events.certainty.operators import EFFECTS
from extractors.events.certainty.outcome import OCCURRED, compose
from extractors.events.certainty.status import doubt_in, read_status
from extractors.events.grammar.patterns import read_lexicon
from extractors.events.grammar.trigger import Trigger
from extractors.language.model import parse_sentences
from extractors.language.tree import Tree
from schemas.vocabulary import check_code

SEEN = {"keep": "occurred", "carry": "occurred", "ended": "occurred", "soft": "unconfirmed", "attempted": "unconfirmed"}
TAKES = set("clause doing done to from order object subject said noun verb".split())
# A parser that is right in about four of five attachments leaves some of its own errors in any list.
ENOUGH = 0.96


def told_apart() -> list[dict[str, str]]:
    with (Path(__file__).parent / "told_apart.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def statuses_of(asked: list[tuple[str, str, str]]) -> list[str]:
    """The statuses of (sentence, word, kind), parsed in one batch."""
    text, spans = "", []
    for sentence, _, _ in asked:
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence + "\n"
    found = []
    for (_, word, kind), parse in zip(asked, parse_sentences(text, spans), strict=True):
        tree = Tree(parse)
        at = [i for i, token in enumerate(tree.tokens) if token.text.lower() == word.lower()][-1]
        trigger = Trigger(kind=kind, sentence=0, token=at, first=at, last=at, verb=at, entry="test")
        found.append(read_status(tree, trigger, text).status)
    return found


def test_each_operator_has_its_effect_on_its_example() -> None:
    rows = read_lexicon("operators")
    expected = [SEEN.get(row["effect"], "planned" if row["effect"] == "decided" else row["effect"]) for row in rows]
    found = statuses_of([(row["example"], row["carrier"], "attack") for row in rows])
    wrong = [(row["example"], want, got) for row, want, got in zip(rows, expected, found, strict=True) if want != got]
    assert len(wrong) <= (1 - ENOUGH) * len(rows), wrong


def test_minimal_pairs_are_told_apart() -> None:
    rows = told_apart()
    found = statuses_of([(row["sentence"], row["word"], row["kind"]) for row in rows])
    wrong = [(row, got) for row, got in zip(rows, found, strict=True) if got != row["status"]]
    assert len(wrong) <= (1 - ENOUGH) * len(rows), wrong


def test_rows_are_whole() -> None:
    for row in read_lexicon("operators"):
        assert {row["effect"], row["denied"]} <= EFFECTS
        assert set(row["takes"].split()) <= TAKES
        assert row["part"] in "VPANJR"
    assert all(check_code("statuses", row["status"]) and check_code("kinds", row["kind"]) for row in told_apart())


@pytest.mark.parametrize("row", read_lexicon("doubts"), ids=lambda row: row["pattern"][:30])
def test_a_doubt_stands_in_its_example(row: dict[str, str]) -> None:
    assert doubt_in(row["example"], 0, len(row["example"]))


def test_a_doubt_about_numbers_alone_is_none() -> None:
    text = "Shells hit the port, but the number of dead could not be verified."
    assert doubt_in(text, 0, len(text)) is None


@pytest.mark.parametrize("row", read_lexicon("failures"), ids=lambda row: row["pattern"][:30])
def test_a_failure_denies_what_was_named_first(row: dict[str, str]) -> None:
    word = "free" if "free" in row["example"] else "attack"
    assert statuses_of([(row["example"], word, "attack")]) == ["negated"]


def test_effects_compose() -> None:
    planned = compose(OCCURRED, "planned", "will", (0, 4))
    assert compose(planned, "negated", "not", (5, 8)).status == "negated"
    ended = compose(OCCURRED, "ended", "stop", (0, 4))
    assert compose(ended, "negated", "refuse to", (5, 8)).status == "ongoing"
    assert compose(planned, "soft", "believe", (5, 8)) is planned
