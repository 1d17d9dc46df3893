"""Mentions that stand side by side and are one: "the minister, Ana Lopes", "Ana Lopes, the minister,"."""

import re
from collections.abc import Sequence

from extractors.actors.lexicon import load_references
from extractors.actors.mentioned import Mentioned

_TITLES = re.compile(r",\s+(?:[A-Z][\w.]+\s+){0,2}$")
_OF = re.compile(r"\s+(?:of|for|in)\s+(?:the\s+|its\s+)?(?:\w+\s+)?$")
_DESCRIBED = re.compile(r",\s+(?:the|an?|its|his|her)\s(?:[\w'’-]+\s){0,4}$")
_CLOSED = re.compile(r"\s*[,.;)]")
_NAMED = frozenset({"person", "leader"})


def link_appositions(text: str, found: Sequence[Mentioned]) -> list[Mentioned]:
    """The mentions, with a description beside a name given that name and a name its country and sector."""
    out = list(found)
    for at in range(len(out) - 1):
        for ahead in range(at + 1, min(at + 3, len(out))):
            if _describes(out[at]) and _names(text, out, at, ahead):
                out[at], out[ahead] = _joined(out[at], out[ahead])
                break
            if _described(text, out[at], out[ahead]):
                out[ahead], out[at] = _joined(out[ahead], out[at])
                break
    return out


def _describes(one: Mentioned) -> bool:
    return one.agent is not None and one.agent.sort == "person" and not one.agent.plural


def _is_circle(one: Mentioned) -> bool:
    """Whether a noun may tell what a state or body is: an ally, a bloc, a group."""
    uses = load_references()
    return one.agent is not None and not one.agent.plural and (one.key in uses["band"] | uses["league"] | {"ally"})


def _is_name(one: Mentioned) -> bool:
    return one.kind in _NAMED or (one.kind == "body" and one.entry is None and " " in one.text)


def _names(text: str, out: Sequence[Mentioned], at: int, ahead: int) -> bool:
    """Whether mention `ahead` is the name of the description `at`, an "of" phrase between them left aside."""
    if not _is_name(out[ahead]):
        return False
    last = out[ahead - 1]
    beside = _TITLES.fullmatch(text[last.end : out[ahead].start])
    return bool(beside and (ahead == at + 1 or _OF.fullmatch(text[out[at].end : last.start])))


def _described(text: str, here: Mentioned, there: Mentioned) -> bool:
    """Whether a named mention is followed by its description: ", the bloc," or ", the government's main ally,"."""
    if here.kind not in {*_NAMED, "state", "body"} or not (_describes(there) or _is_circle(there)):
        return False
    gap = text[here.end : there.start]
    return bool(_DESCRIBED.fullmatch(gap) and _CLOSED.match(text, there.end))


def _joined(description: Mentioned, name: Mentioned) -> tuple[Mentioned, Mentioned]:
    """The description as the name, and the name with what the description tells."""
    country = name.country or description.country
    sector = name.sector or description.sector
    own = name.own or (name.start, name.end)
    said = description._replace(
        kind=name.kind, name=name.name, text=name.text, country=country, sector=sector, entry=name.entry,
        agent=None, key="", owner=None, shared=(), own=own, rule="described in apposition",
    )  # fmt: skip
    return said, name._replace(country=country, sector=sector)
