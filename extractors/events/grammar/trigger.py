"""The words that carry an event, and who stands where around them: what the predicates find in a parse."""

from collections.abc import Mapping
from dataclasses import dataclass, field

ROLES = ("actor", "target", "about", "place", "time", "harmed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One event as the words of one parsed sentence carry it.

    `sentence` is the number of the sentence in its article. `token` is the index (in its parse) of the head of the
    words that carry the event; `first` and `last` are the first and the last of these words, both included.
    `arguments` maps a role to the heads of the noun phrases that fill it, in the order of the sentence; a symmetric act
    has both sides under "actor"; "harmed" are those whom a violent act struck where it names no target. An argument may
    stand outside the event's own clause (a shared subject).
    `verb` is the index of the word whose tense and modals tell the event: the light verb of "launched an attack",
    else `token` itself. `codes` are a PLOVER type and mode and a CAMEO code finer than those of the kind. `entry` names
    the row of the lexicon, for `explain`; `rule` is "negation" where a negation is part of what the row asks for.
    """

    kind: str
    sentence: int
    token: int
    first: int
    last: int
    verb: int
    entry: str
    rule: str = ""
    passive: bool = False
    codes: tuple[str | None, str | None, str | None] = (None, None, None)
    arguments: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def heads(self, role: str) -> tuple[int, ...]:
        """The heads of the noun phrases in a role; none if the text does not fill it.

        >>> Trigger(kind="clash", sentence=0, token=1, first=1, last=1, verb=1, entry="clash").heads("actor")
        ()
        """
        return self.arguments.get(role, ())
