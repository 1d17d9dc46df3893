"""Every row of the event lexicons matches its own example, as what it says it is."""

import pytest

from extractors.events.patterns import compile_pattern, match_pattern, noun_forms, read_lexicon, tokenize, verb_forms
from extractors.events.predicates import find_triggers, load_predicates
from extractors.events.surface_counts import read_surface_counts
from schemas.errors import ConfigurationError
from schemas.vocabulary import check_code

LEXICONS = (
    "predicates",
    "status_cues",
    "operators",
    "doubts",
    "failures",
    "harm",
    "no_harm",
    "irregular_verbs",
    "nouns",
    "speech_verbs",
    "numbers",
    "function_words",
    "kind_groups",
)


@pytest.mark.parametrize("name", LEXICONS)
def test_rows_are_whole_and_stand_once(name: str) -> None:
    rows = read_lexicon(name)
    optional = {"object", "high", "deaths", "injured"}
    assert all(value for row in rows for column, value in row.items() if column not in optional)
    keys = [tuple(value for column, value in row.items() if column not in {"example", "source"}) for row in rows]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("row", read_lexicon("predicates"), ids=lambda row: f"{row['kind']}: {row['pattern'][:40]}")
def test_a_predicate_finds_its_example(row: dict[str, str]) -> None:
    check_code("kinds", row["kind"])
    kinds = {trigger.predicate.kind for trigger in find_triggers(tokenize(row["example"]))}
    assert row["kind"] in kinds


@pytest.mark.parametrize("row", read_lexicon("status_cues"), ids=lambda row: row["pattern"])
def test_a_cue_stands_in_its_example(row: dict[str, str]) -> None:
    check_code("statuses", row["status"])
    assert row["side"] in {"before", "after", "any"}
    tokens, pattern = tokenize(row["example"]), compile_pattern(row["pattern"])
    assert any(match_pattern(pattern, tokens, at) for at in range(len(tokens)))


def test_verbs_have_their_forms() -> None:
    for row in read_lexicon("irregular_verbs"):
        assert {row["past"], row["participle"]} <= verb_forms(row["lemma"])
        assert row["past"] in row["example"].split()
    assert verb_forms("stop") >= {"stopped", "stopping", "stops"}
    assert verb_forms("deny") >= {"denied", "denies", "denying"}


def test_nouns_stand_in_their_examples() -> None:
    assert all(noun_forms(row["noun"]) & set(row["example"].split()) for row in read_lexicon("nouns"))
    assert all(verb_forms(row["verb"]) & set(row["example"].split()) for row in read_lexicon("speech_verbs"))


def test_numbers_count_in_their_examples() -> None:
    for row in read_lexicon("numbers"):
        if row["word"] not in {"a", "an", "couple", "dozen"}:
            low = read_surface_counts(row["example"], tokenize(row["example"])).deaths[0]
            assert low == int(row["low"]), row


def test_predicates_have_known_frames() -> None:
    frames = {"subject", "speech", "symmetric", "sanction", "theme", "of", "between", "passive", "fall", "said"}
    assert {predicate.frame for predicate in load_predicates()[0]} <= frames


def test_a_pattern_begins_with_a_word() -> None:
    for pattern in ("", "* town", "[the] town"):
        with pytest.raises(ConfigurationError, match="begins with a word"):
            compile_pattern(pattern)


def test_groups_hold_known_kinds() -> None:
    assert all(check_code("kinds", row["kind"]) for row in read_lexicon("kind_groups"))
