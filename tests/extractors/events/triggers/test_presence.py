from extractors.events.grammar.functions import Grammar
from extractors.events.grammar.scene import Scene
from extractors.events.triggers.conditions import hold
from extractors.events.triggers.entries import load_entries
from extractors.events.triggers.presence import Presence
from extractors.language.model import parse_sentences
from extractors.language.tree import tree_of

SENTENCE = "Troops opened fire on the marchers and called for an end to the strike, the ministry of defence said."


def _grammar(sentence: str) -> Grammar:
    return Grammar(Scene(tree_of(parse_sentences(sentence, [(0, len(sentence))])[0])))


def test_no_row_that_holds_is_passed_over() -> None:
    grammar = _grammar(SENTENCE)
    present = Presence(grammar)
    rows = [row for by_pos in load_entries().values() for every in by_pos.values() for row in every]
    passed_over = set(rows) - set(present.possible(tuple(rows)))
    assert len(passed_over) > len(set(rows)) / 2
    for row in passed_over:
        for at in range(len(grammar.tree.tokens)):
            words = {*grammar.tree.words, *grammar.tree.lemmas}
            assert not (words.issuperset(row.tail) and hold(grammar, at, row.needs, grammar.of(at)))
