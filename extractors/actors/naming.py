"""What an agent is called: with the state, people or body it belongs to, or by its own words."""

from typing import NamedTuple

from extractors.actors.entry import Entry
from extractors.actors.lexicon import Agent, countries_by_code, load_modifiers

FIGHTING = frozenset({"REB", "MIL", "UAF", "PRM", "ISM", "PTY", "OPP", "UNK"})
_HIRED = frozenset({"EDU", "LAB", "MED", "BUS", "CVL"})
BODY_SORTS = frozenset({"force", "body"})


class Naming(NamedTuple):
    """A name with its country and sector."""

    name: str
    country: str | None
    sector: str | None


def adjective(owner: Entry, told: str) -> str:
    """The adjective of a state ("Syrian"); as told where the lexicon has none.

    >>> adjective(Entry("Mali", "MLI", "GOV", "state", "", "", "", ""), "Mali's")
    'Malian'
    """
    country = countries_by_code().get(owner.country or "")
    if country is None or country.name != owner.name:
        return told
    if country.alpha3 == "USA":
        return country.name  # nobody writes of American Armed Forces
    return country.demonyms[0] if country.demonyms else country.name


def name_owned(agent: Agent, told: str, owner: Entry, told_owner: str, *, plain: bool) -> Naming:
    """The name of an agent that belongs to `owner`; `plain` if nothing but its own words say what it is.

    The army of a state takes the state's canonical name; fighters of a body are the body.
    """
    if owner.kind in {"body", "leader"}:
        return _of_body(agent, told, owner, told_owner)
    if owner.kind == "people" and owner.sector == "CVL":
        sector = "REB" if agent.sector == "MIL" else agent.sector
        return Naming(f"{told_owner} {told}", owner.country, sector)
    if owner.kind == "capital" and agent.canonical != "Government":
        return Naming(f"{told_owner} {told}", owner.country, agent.sector)  # of the city, not of the state
    if agent.sort == "craft":
        return Naming(owner.name, owner.country, agent.sector)  # a state's aircraft are the state at work
    people = adjective(owner, told_owner)
    return Naming(f"{people} {agent.canonical if plain and agent.canonical else told}", owner.country, agent.sector)


def _of_body(agent: Agent, told: str, owner: Entry, told_owner: str) -> Naming:
    many = agent.plural or agent.sort in BODY_SORTS
    if many and agent.sort != "craft" and agent.sector in {*FIGHTING, "GOV"} and owner.kind == "body":
        return Naming(owner.name, owner.country, owner.sector)
    hired = agent.sector in _HIRED and owner.sector == "IGO"  # "a UN human rights expert"
    sector = owner.sector if agent.sector == "GOV" or hired else agent.sector
    return Naming(f"{told_owner} {told}", owner.country, sector)


def plain_name(told: str, first: str) -> str:
    """Words of a description without the capital that only the sentence gave them; `first` is the first word's key.

    >>> plain_name("Suspected rebels", "suspected")
    'suspected rebels'
    """
    titled = " " in told and told.split()[1][:1].isupper()
    if titled or told[:2].isupper() or not told[:1].isupper() or first in load_modifiers("proper"):
        return told
    return told[0].lower() + told[1:]
