"""Words that stand for countries: names, peoples, adjectives, and capitals named for their governments."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One country: ISO 3166-1 codes, its English name, and the words that point to it."""

    alpha2: str
    alpha3: str
    name: str
    demonyms: tuple[str, ...]
    metonyms: tuple[str, ...]
    aliases: tuple[str, ...]


@cache
def load_countries() -> tuple[Country, ...]:
    """All countries, by alpha-2 code."""
    with (Path(__file__).parent / "lexicons" / "countries.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(_country(row) for row in csv.DictReader(lines))


def _country(row: dict[str, str]) -> Country:
    return Country(
        alpha2=row["alpha2"],
        alpha3=row["alpha3"],
        name=row["name"],
        demonyms=tuple(word for word in row["demonyms"].split("|") if word),
        metonyms=tuple(word for word in row["metonyms"].split("|") if word),
        aliases=tuple(word for word in row["aliases"].split("|") if word),
    )


@cache
def demonyms() -> dict[str, Country]:
    """Countries by the words for their people ("Syrian", "Turks").

    >>> demonyms()["Syrian"].alpha3
    'SYR'
    """
    return {word: country for country in load_countries() for word in country.demonyms}


@cache
def metonyms() -> dict[str, Country]:
    """Countries by the capital that stands for the government ("Damascus")."""
    return {word: country for country in load_countries() for word in country.metonyms}


@cache
def country_names() -> dict[str, Country]:
    """Countries by their names and other common names."""
    return {word: country for country in load_countries() for word in (country.name, *country.aliases)}
