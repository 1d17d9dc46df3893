"""Phrases that hold a place's name and name something else: persons, firms, products, treaties."""

import csv
import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from extractors.places.gazetteer.lookup import name_key
from extractors.places.gazetteer.shipped import DATA

_AUTHORITIES = re.compile(" (?:Police|Patrol|Trooper|Senate|Senator|House|Rep|Sen|Capitol|Prison|Park|Fair|Route)")
NAMING = frozenset({"treaty", "organization", "firm"})  # kinds that a mention inside them still tells something of


class Negative(NamedTuple):
    """One phrase in lower case, and what it names."""

    phrase: str
    kind: str


@cache
def negatives() -> Mapping[str, tuple[Negative, ...]]:
    """Phrases by the key of their first word, the longest first."""
    found: dict[str, list[Negative]] = {}
    with (DATA / "negatives.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            phrase = row["text"].lower()
            found.setdefault(name_key(phrase.split()[0]), []).append(Negative(phrase, row["kind"]))
    return {first: tuple(sorted(phrases, key=lambda n: -len(n.phrase))) for first, phrases in found.items()}


def negative_at(text: str, start: int, key: str) -> Negative | None:
    """The phrase that begins at a word.

    >>> negative_at("The Geneva Conventions forbid it.", 4, "geneva").kind
    'treaty'
    """
    for negative in negatives().get(key, ()):
        end = start + len(negative.phrase)
        if text[start:end].lower() == negative.phrase and not text[end : end + 1].isalnum():
            if negative.kind == "organization" and _AUTHORITIES.match(text, end):
                continue  # "Ohio State Police" are the state's
            return negative
    return None
