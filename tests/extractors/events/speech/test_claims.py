"""Who is the source of what, in sentences and over them."""

import csv
import re
from pathlib import Path

import pytest

from extractors.actors.cast import Cast
from extractors.events.grammar.patterns import read_lexicon
from extractors.events.grammar.trigger import Trigger
from extractors.events.speech.claims import Claim, Claims
from extractors.events.speech.quotations import find_quotations
from extractors.language.model import parse_sentences
from extractors.language.tree import Tree
from extractors.sentences import split_sentences

ENOUGH = 0.9  # the parser's own errors cost a few

STORY = """The army's spokesman, Mirko Halden, spoke on Monday.

"Our forces captured the town at dawn. The rebels have fled to the hills," Halden told reporters in the port. "They \
left two guns behind in the snow."

"We will storm the bridge next week," he added.

Rebels burned a school on Tuesday.
"""


def read(text: str) -> tuple[list[Tree], Claims]:
    spans = [(sentence.start, sentence.end) for sentence in split_sentences(text)]
    parses = parse_sentences(text, spans)
    trees = [Tree(parse) for parse in parses]
    return trees, Claims(text, spans, trees, Cast(text, spans, parses))


def claim_at(text: str, word: str) -> Claim | None:
    trees, claims = read(text)
    sentence, token = [(n, i) for n, tree in enumerate(trees) for i, t in enumerate(tree.tokens) if t.text == word][-1]
    return claims.at(sentence, token)


def claimed() -> list[dict[str, str]]:
    with (Path(__file__).parent / "claimed.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_sentences_name_their_sources() -> None:
    rows = claimed()
    found = [claim_at(row["sentence"], row["word"]) for row in rows]
    names = [(claim.speaker if claim else "").lower() for claim in found]
    wrong = [
        (row["sentence"], name) for row, name in zip(rows, names, strict=True) if row["claimed_by"].lower() != name
    ]
    assert len(wrong) <= (1 - ENOUGH) * len(rows), wrong


def test_each_verb_of_saying_names_its_source() -> None:
    rows = read_lexicon("reporting")
    words = [re.findall(r"attack\w*", row["example"])[0] for row in rows]
    found = [claim_at(row["example"], word) for row, word in zip(rows, words, strict=True)]
    wrong = [row["example"] for row, claim in zip(rows, found, strict=True) if not claim or claim.speaker != "mayor"]
    assert len(wrong) <= (1 - ENOUGH) * len(rows), wrong


@pytest.mark.parametrize("word", ["captured", "fled", "left", "storm"])
def test_a_quotation_that_goes_on_keeps_its_speaker(word: str) -> None:
    claim = claim_at(STORY, word)
    assert claim
    assert "Halden" in claim.speaker


def test_the_writers_own_voice_has_no_source() -> None:
    assert claim_at(STORY, "burned") is None


def test_a_word_of_saying_that_carries_the_event_claims_nothing() -> None:
    trees, claims = read("The army announced a ceasefire on Monday.")
    at = {token.text: i for i, token in enumerate(trees[0].tokens)}
    event = {"kind": "truce_start", "sentence": 0, "token": at["ceasefire"], "first": at["announced"]}
    trigger = Trigger(**event, last=at["ceasefire"], verb=at["announced"], entry="test")  # one dict of two types
    assert claims.of(trigger) is None


def test_short_words_in_marks_are_no_quotation() -> None:
    assert find_quotations('The "liberated" town was quiet.') == []


def test_an_open_quotation_runs_to_the_end_of_its_paragraph() -> None:
    text = '"We have left the town for good.\n\n"We shall not come back to it."'
    assert [quote.is_open for quote in find_quotations(text)] == [True, False]
