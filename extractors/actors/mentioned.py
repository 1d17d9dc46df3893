"""Somebody mentioned in a text, put together from what was sighted: who it is, and what is still open about them."""

from typing import NamedTuple

from extractors.actors.entry import Entry
from extractors.actors.lexicon import Agent
from schemas.mention import ActorMention, Party


class Mentioned(NamedTuple):
    """One mention: its span, its name as far as the words themselves tell it, and what it may be resolved by.

    `start` and `end` hold the words with their owner; `head` is the offset of the last word. `entry` is the row of a
    name; `owner` the row of the state, people or body that an agent belongs to. `shared` are mentions that share the
    agent's noun ("Russian and Syrian forces").
    """

    start: int
    end: int
    head: int
    kind: str  # body, leader, state, capital, people, person, agent or site
    name: str
    text: str
    country: str | None
    sector: str | None
    rule: str
    entry: Entry | None = None
    agent: Agent | None = None
    key: str = ""
    owner: Entry | None = None
    shared: tuple["Mentioned", ...] = ()
    own: tuple[int, int] | None = None  # of the name within the words, where it is less than they

    @property
    def open(self) -> bool:
        """Whether it is a generic agent that nothing beside it names ("the army")."""
        return self.kind == "agent" and self.owner is None

    def shares_with(self, owner: Entry) -> bool:
        """Whether it may share the noun of `owner`: adjectives do, not nouns; peoples without states are one circle."""
        if self.kind == "people":
            return self.country is not None or owner.country is not None
        return self.kind == "state" and self.text.replace(".", "").isupper()

    def as_mention(self, rule: str | None = None, span: tuple[int, int] | None = None) -> ActorMention:
        """The record; with a `span`, of other words that stand for it."""
        start, end = span or self.own or (self.start, self.end)
        party = Party(name=self.name, text=self.text, country=self.country, sector=self.sector)
        return ActorMention(start=start, end=end, party=party, rule=rule or self.rule)
