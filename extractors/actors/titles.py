"""Whose a title is: the country or body before it ("Russian envoy")."""

from collections.abc import Sequence

from extractors.actors.lexicon import load_references
from extractors.actors.mentioned import Mentioned
from extractors.actors.sightings import Sighting
from extractors.actors.words import Word

_OWNERS = frozenset({"state", "people", "body", "agent", "capital"})
_APART = frozenset({",", ";", "and", "that", "said", "by", "with"})


def take_title_owner(
    words: Sequence[Word], done: list[Mentioned], places: list[Sighting], first: int
) -> Mentioned | None:
    """The owner of the title before word `first`, taken from the mentions where it is no party of its own."""
    if not done or done[-1].kind not in _OWNERS:
        return None
    last = places[-1].last
    between = words[last:first]
    if len(between) > 5 or words[last - 1].stop or any(word.key in _APART for word in between):
        return None
    before = done[-1]
    if before.kind in {"people", "agent"} or words[last - 1].owner:
        done.pop()
        places.pop()
        return before
    return before if len(between) <= 3 else None


def share_office(one: Mentioned) -> Mentioned:
    """An office that two states share in the plural is one of each: "the Turkish and Russian presidents"."""
    agent = one.agent
    if not one.shared or agent is None or not agent.plural or agent.lemma not in load_references()["organ"]:
        return one
    singles = [_single(other, agent.lemma) for other in one.shared if other.agent]
    return _single(one, agent.lemma)._replace(shared=tuple(singles)) if agent.sort == "person" else one


def _single(one: Mentioned, office: str) -> Mentioned:
    owner = one.name.removesuffix(one.name.split(" ", 1)[-1]).strip()
    return one._replace(name=f"{owner} {office}")
