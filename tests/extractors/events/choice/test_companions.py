"""What only accompanies another event is left out."""

import pytest

from extractors.events.choice.selection import select_triggers
from extractors.events.grammar.functions import Grammar
from extractors.events.grammar.scene import Scene
from extractors.events.triggers.entries import load_entries
from extractors.events.triggers.finder import find_triggers
from extractors.language.model import parse_sentences
from extractors.language.tree import Tree


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Demonstrators burned tyres and threw stones at police.", ["riot"]),
        ("Demonstrators burned tyres in the square.", ["protest"]),
        ("The troops, backed by the navy, recaptured the town.", ["territory_gain"]),
    ],
)
def test_companions_tell_nothing(text: str, kinds: list[str]) -> None:
    grammar = Grammar(Scene(Tree(parse_sentences(text, [(0, len(text))])[0])))
    found = select_triggers(grammar, find_triggers(grammar, 0, load_entries(None)))
    assert [trigger.kind for trigger in found] == kinds
