"""The word lists of this package, each read once: cues, nouns, titles, peoples, short forms, given names."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from extractors.countries import demonyms

FOLDER = Path(__file__).parent / "lexicon"


class People(NamedTuple):
    """What a word for a people points to: the name of a place, and its country (alpha-2) if it lies in one."""

    place: str
    country: str | None


class Abbreviation(NamedTuple):
    """What a short form stands for; `bound` ones count only after the name of a town ("Springfield, IN")."""

    name: str
    country: str
    bound: bool


def read_list(name: str) -> list[dict[str, str]]:
    """Rows of the word list `name`.csv."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def cues(side: str) -> Mapping[str, frozenset[str]]:
    """Senses by cue, in lower case, for the cues that stand `before` or `after` a name.

    >>> sorted(cues("before")["outskirts of"])
    ['near']
    """
    found: dict[str, set[str]] = {}
    for row in read_list("cues"):
        if row["side"] == side:
            found.setdefault(row["cue"], set()).add(row["sense"])
    return {cue: frozenset(senses) for cue, senses in found.items()}


@cache
def heads() -> Mapping[str, str]:
    """Senses of nouns that say what a name beside them names ("river", "province", "university")."""
    return {row["head"]: row["sense"] for row in read_list("heads")}


@cache
def compass() -> frozenset[str]:
    """Words that name a part of a place: "northern", "greater"."""
    return frozenset(row["word"] for row in read_list("compass"))


@cache
def openings() -> Mapping[str, str]:
    """Senses of the nouns with which names begin: "Lake", "Mount", "Fort"."""
    return {row["word"]: row["sense"] for row in read_list("openings")}


@cache
def titles() -> frozenset[str]:
    """Words that make a person of the name after them."""
    return frozenset(row["title"] for row in read_list("titles"))


@cache
def kin() -> frozenset[str]:
    """Words for kin, behind which a given name stands: "her sister Paris"."""
    return frozenset(row["word"] for row in read_list("kin"))


@cache
def pointed_titles() -> frozenset[str]:
    """Titles that are written with a point ("Gen.")."""
    return frozenset(row["title"] for row in read_list("titles") if row["pointed"] == "yes")


@cache
def given_names() -> frozenset[str]:
    """Given names of persons, as written."""
    return frozenset(row["name"] for row in read_list("given_names"))


@cache
def everyday_words() -> frozenset[str]:
    """English words that are written small at least as often as with a capital."""
    return frozenset(row["word"] for row in read_list("everyday_words"))


@cache
def ordinary_words() -> frozenset[str]:
    """Everyday words, nouns beside names, and titles: what alone is no name."""
    return everyday_words() | heads().keys() | titles()


@cache
def peoples() -> Mapping[str, People]:
    """What words for peoples point to.

    >>> peoples()["Scottish"], peoples()["Syrian"]
    (People(place='Scotland', country='GB'), People(place='Syria', country='SY'))
    """
    found = {word: People(country.name, country.alpha2) for word, country in demonyms().items()}
    for row in read_list("peoples"):
        found.setdefault(row["people"], People(row["place"], row["country"] or None))
    return found


@cache
def parts() -> frozenset[str]:
    """Nouns that make a name that of a part of a town: "district"."""
    return frozenset(row["noun"] for row in read_list("parts"))


@cache
def seats() -> frozenset[str]:
    """Houses that stand for who governs in them: "White House"."""
    return frozenset(row["seat"] for row in read_list("seats"))


@cache
def abbreviations() -> Mapping[str, Abbreviation]:
    """Short forms as written, points and all."""
    return {
        row["form"]: Abbreviation(row["name"], row["country"], row["condition"] != "always")
        for row in read_list("abbreviations")
    }
