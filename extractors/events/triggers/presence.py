"""Which rows can hold in a sentence at all, by its words and their classes alone: most rows are passed over so."""

from extractors.events.grammar.functions import Grammar
from extractors.events.triggers.entries import Entry


class Presence:
    """The words of a sentence in the forms that rows ask for, and the classes that they have."""

    __slots__ = ("_classes", "_grammar", "_words")

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        tree = grammar.tree
        self._words = {*tree.words, *tree.lemmas, *(word.removesuffix("s") for word in tree.words)}
        self._classes: set[str] = set()

    def possible(self, rows: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """The rows of which every word and class that they ask for stands somewhere in the sentence."""
        return tuple(row for row in rows if self._may_hold(row))

    def _may_hold(self, row: Entry) -> bool:
        for test, values in row.asks:
            if (self._words if test == "lemma" else self._all_classes()).isdisjoint(values):
                return False
        return True

    def _all_classes(self) -> set[str]:
        if not self._classes:
            scene = self._grammar.scene
            self._classes = {name for at in range(len(scene.tree.tokens)) for name in scene.classes_at(at)} | {""}
        return self._classes
