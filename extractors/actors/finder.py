"""Actors in a text, without a parse: names, states, generic agents with their people, and persons with a title."""

import datetime
from collections.abc import Iterable

from extractors.actors.lexicon import Names, load_names
from extractors.actors.mentioned import Mentioned
from extractors.actors.phrases import Assembler
from extractors.actors.scene import Scene
from extractors.actors.sightings import find_sightings
from extractors.actors.surnames import with_surnames
from extractors.actors.words import Word, split_words
from schemas.mention import ActorMention

BEFORE_PLACES = frozenset("in at near from outside around across to into towards of inside over".split())


def find_actors(text: str, day: datetime.date | None = None) -> tuple[ActorMention, ...]:
    """All mentions of actors, in order, none inside another.

    >>> [m.party.name for m in find_actors("Syrian troops fought Jaish al-Islam.")]
    ['Syrian Armed Forces', 'Jaish al-Islam']
    """
    words, _, found = find_mentioned(text, day)
    return tuple(m.as_mention() for m in list_actors(text, words, found))


def find_mentioned(
    text: str,
    day: datetime.date | None = None,
    names: Names | None = None,
    *,
    speakers: bool = True,
) -> tuple[list[Word], Scene, list[Mentioned]]:
    """The words of a text, its scene, and everything that may be an actor or a site in it."""
    words = split_words(text)
    names = names or load_names()
    sightings = find_sightings(words, names, speakers=speakers)
    scene = Scene(sightings, names, day)
    return words, scene, with_surnames(words, Assembler(text, words, scene).assemble(sightings))


def list_actors(text: str, words: list[Word], found: Iterable[Mentioned]) -> Iterable[Mentioned]:
    """Those that act: no sites, no peoples that merely describe, no capitals that are places."""
    at = 0
    for one in found:
        while words[at].start < one.start:
            at += 1
        before = words[at - 1].key if at else ""
        if one.kind == "site" or (one.kind == "capital" and before in BEFORE_PLACES):
            continue
        if text[one.end : one.end + 1] == "-" or (text[one.start - 1 : one.start] == "-" and one.agent is None):
            continue  # a part of "UN-brokered" or of "anti-Taliban"
        if one.kind == "people" and not _nominal(one, words, at):
            continue
        yield from (*(other for other in one.shared if other.agent), one)


def _nominal(one: Mentioned, words: list[Word], at: int) -> bool:
    """Whether a people stands as a noun: "the Russians", "Turks"."""
    while at < len(words) and words[at].end < one.end:
        at += 1
    following = words[at + 1].text if at + 1 < len(words) else ""
    return one.text.endswith("s") and not following[:1].isupper()
