"""How many were killed and injured: the tolls of a sentence, and which event each belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.events.trigger import Trigger
from extractors.language.tree import Tree

Bounds = tuple[int | None, int | None]
NONE: Bounds = (None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Lowest and highest number of dead and injured; None where the text states none. `span` covers the words."""

    deaths: Bounds = NONE
    injured: Bounds = NONE
    span: tuple[int, int] | None = None


def read_counts(text: str, tree: Tree, triggers: Sequence[Trigger]) -> list[Counts]:
    """The counts of each of the violent events of one sentence, in the order of their `triggers`.

    Without triggers: one entry, the tolls of a sentence that only adds to what was told before.
    """
    del text, tree
    return [Counts()] * max(1, len(triggers))
