"""Every row of the event lexicons matches its own example, as what it says it is."""

import pytest

from extractors.events.grammar.patterns import compile_pattern, match_pattern, read_lexicon, tokenize, verb_forms
from schemas.errors import ConfigurationError
from schemas.vocabulary import check_code

LEXICONS = (
    "status_cues",
    "operators",
    "doubts",
    "failures",
    "harm",
    "no_harm",
    "reporting",
    "confidence",
    "irregular_verbs",
    "speech_verbs",
    "numbers",
    "function_words",
    "kind_groups",
    "unreal",
)


@pytest.mark.parametrize("name", LEXICONS)
def test_rows_are_whole_and_stand_once(name: str) -> None:
    rows = read_lexicon(name)
    optional = {"object", "high", "deaths", "injured", "but"}
    assert all(value for row in rows for column, value in row.items() if column not in optional)
    keys = [tuple(value for column, value in row.items() if column not in {"example", "source"}) for row in rows]
    assert len(set(keys)) == len(keys)


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


def test_verbs_of_speech_stand_in_their_examples() -> None:
    assert all(verb_forms(row["verb"]) & set(row["example"].split()) for row in read_lexicon("speech_verbs"))


def test_a_pattern_begins_with_a_word() -> None:
    for pattern in ("", "* town", "[the] town"):
        with pytest.raises(ConfigurationError, match="begins with a word"):
            compile_pattern(pattern)


def test_groups_hold_known_kinds() -> None:
    assert all(check_code("kinds", row["kind"]) for row in read_lexicon("kind_groups"))
