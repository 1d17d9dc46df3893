"""Where each kind of event stands, as the codebook has it: at its target, where it was signed, nowhere."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from extractors.places.wordlists import read_list


class Custom(NamedTuple):
    """How a kind is placed.

    `carried`, whether it takes the place of an event before: "yes", "no", "own" (of a like event), "deed" (if that is
    spoken of) or "they" (if those who met are).
    """

    name: str
    carried: str


@cache
def customs() -> Mapping[str, Custom]:
    """Customs by kind of event.

    >>> customs()["threat"]
    Custom(name='spoken', carried='no')
    """
    return {row["kind"]: Custom(row["custom"], row["carried"]) for row in read_list("kind_places")}


@cache
def preposition_costs(custom: str) -> Mapping[str, float]:
    """How ill each preposition fits the place of events of a custom: 0 well, 4 hardly."""
    rows = read_list("place_prepositions")
    return {row["preposition"]: float(row["cost"]) for row in rows if row["custom"] == custom}


@cache
def verbs_of(sense: str) -> frozenset[str]:
    """Verbs of coming to terms ("sign": where they happen is not where the terms hold) and of meeting ("meet")."""
    return frozenset(row["verb"] for row in read_list("signing_verbs") if row["sense"] == sense)


@cache
def deeds() -> frozenset[str]:
    """What is looked into where it happened: "the blast", "the crater"."""
    return frozenset(row["noun"] for row in read_list("deeds"))
