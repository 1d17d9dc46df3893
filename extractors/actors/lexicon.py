"""Reads the actor lexicons: bodies and groups, generic agents, modifiers, titles."""

import csv
import re
from functools import cache
from pathlib import Path

from extractors.countries import Country, country_names, demonyms, metonyms
from schemas.mention import Party

FOLDER = Path(__file__).parent / "lexicon"
_GAPS = re.compile(r"[-–\s]+")


def read_rows(name: str) -> list[dict[str, str]]:
    """Rows of the lexicon `name`.csv."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def body_key(name: str) -> str:
    """A name with one kind of gap and apostrophe, in lower case, without a leading article.

    >>> body_key("Ahrar al-Sham") == body_key("ahrar Al Sham")
    True
    """
    return _GAPS.sub(" ", name.replace("’", "'").lower()).strip()


@cache
def load_bodies() -> dict[str, tuple[str, Party]]:
    """Named actors by key, each with the form as written in the lexicon (its case counts for initials)."""
    found: dict[str, tuple[str, Party]] = {}
    for row in read_rows("bodies"):
        for form in (row["name"], *filter(None, row["aliases"].split("|"))):
            party = Party(name=row["name"], text=form, country=row["country"] or None, sector=row["sector"])
            found.setdefault(body_key(form), (form, party))
    for form, country in (country_names() | metonyms()).items():
        found.setdefault(body_key(form), (form, state(country, form)))
    return found


def state(country: Country, text: str) -> Party:
    """A state as an actor."""
    return Party(name=country.name, text=text, country=country.alpha3, sector="GOV")


@cache
def load_agents() -> dict[str, str]:
    """Sectors by generic agent, in lower case."""
    return {row["agent"]: row["sector"] for row in read_rows("agents")}


@cache
def load_modifiers() -> frozenset[str]:
    """Words that may stand before a generic agent, in lower case."""
    return frozenset(row["modifier"].lower() for row in read_rows("modifiers"))


@cache
def load_titles() -> dict[str, str]:
    """Sectors by title, in lower case."""
    return {row["title"]: row["sector"] for row in read_rows("titles")}


@cache
def peoples() -> dict[str, Country]:
    """Countries by demonym, in lower case."""
    return {word.lower(): country for word, country in demonyms().items()}


@cache
def longest_form() -> int:
    """The number of words of the longest form in the lexicons."""
    keys = [*load_bodies(), *load_agents(), *load_titles()]
    return max(len(key.split()) for key in keys)
