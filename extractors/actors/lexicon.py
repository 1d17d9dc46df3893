"""Reads the actor lexicons: named bodies and leaders, generic agents, peoples, titles, modifiers and sites."""

import csv
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from extractors.actors.entry import Entry
from extractors.actors.phoenix import SUFFIX, read_phoenix
from extractors.actors.words import name_key
from extractors.countries import Country, country_names, demonyms, load_countries, metonyms
from schemas.errors import ConfigurationError
from schemas.vocabulary import check_code

FOLDER = Path(__file__).parent / "lexicon"
COLUMNS = ("name", "aliases", "country", "sector", "valid_from", "valid_to", "relation", "example", "source")


class Agent(NamedTuple):
    """A generic agent ("soldiers"): its sector, what sort of agent it is, and the name it takes with a state."""

    sector: str
    sort: str
    canonical: str
    plural: bool
    lemma: str  # key of the singular


class Names(NamedTuple):
    """Forms by key, each with the entries it may stand for, and the longest form by its first word."""

    forms: dict[str, tuple[tuple[str, Entry], ...]]
    longest: dict[str, int]
    small: frozenset[str]  # first words of forms that begin in lower case


def read_rows(name: str) -> list[dict[str, str]]:
    """Rows of the lexicon `name`.csv."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def read_names(path: Path) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """Entries of a file of names with all their forms, the name first.

    Raises:
        ConfigurationError: a column is missing, or a row lacks a name, has an unknown sector or years that
            run backwards.
    """
    kind = "leader" if path.stem == "leaders" else "body"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        head = next(rows, [])
        if tuple(head[: len(COLUMNS)]) != COLUMNS:
            raise ConfigurationError(f"{path}: the columns are {', '.join(COLUMNS)}")
        for line, row in enumerate(rows, start=2):
            yield _entry(path, line, row, kind)


def _entry(path: Path, line: int, row: list[str], kind: str) -> tuple[Entry, tuple[str, ...]]:
    if len(row) < len(COLUMNS) or not row[0]:
        raise ConfigurationError(f"{path}:{line}: a row has {len(COLUMNS)} cells and begins with a name")
    name, aliases, country, sector, valid_from, valid_to, relation = row[:7]
    try:
        check_code("sectors", sector)
    except ValueError as error:
        raise ConfigurationError(f"{path}:{line}: {error}") from error
    if valid_from and valid_to and valid_from > valid_to and not valid_from.startswith(valid_to):
        raise ConfigurationError(f"{path}:{line}: valid from {valid_from} to {valid_to}")
    kind = "capital" if relation == "capital" else kind
    entry = Entry(name, country or None, sys.intern(sector), kind, valid_from, valid_to, relation, path.name)
    return entry, (name, *aliases.split("|")) if aliases else (name,)


def compile_names(named: Iterable[tuple[Entry, tuple[str, ...]]]) -> Names:
    """A table of forms; where a form stands for several, the first file's entry is asked first."""
    forms: dict[str, tuple[tuple[str, Entry], ...]] = {}
    longest: dict[str, int] = {}
    small: set[str] = set()
    for entry, written in named:
        for form in written:
            key = name_key(form)
            forms[key] = (*forms.get(key, ()), (form, entry))
            first, count = key.partition(" ")[0], key.count(" ") + 1
            if longest.get(first, 0) < count:
                longest[first] = count
            if form[0].islower():
                small.add(first)
    return Names(forms, longest, frozenset(small))


@cache
def load_names(folder: Path | None = None) -> Names:
    """All names: a user's own files first, then ours, then countries and peoples.

    In `folder` may lie `actors*.csv` in the columns of ours and Phoenix/CAMEO dictionaries named `*.actors.txt`.
    """
    own = sorted(folder.glob("actors*.csv")) if folder else []
    public = (
        [pair for path in sorted(folder.glob(f"*{SUFFIX}")) for pair in read_phoenix(path)[0] if pair[0].kind == "body"]
        if folder
        else []
    )
    ours = [FOLDER / "bodies" / f"{name}.csv" for name in ("international", "groups", "states", "parties", "ucdp")]
    entries = [pair for path in (*own, *ours, FOLDER / "leaders.csv") for pair in read_names(path)]
    return compile_names([*_states(), *entries, *public, *_peoples()])


def _states() -> Iterator[tuple[Entry, tuple[str, ...]]]:
    for words, kind in ((country_names(), "state"), (metonyms(), "capital")):
        for form, country in words.items():
            yield Entry(country.name, country.alpha3, "GOV", kind, "", "", "", "countries.csv"), (form,)
    for row in read_rows("seats"):
        yield Entry(row["party"], row["country"], row["sector"], "capital", "", "", "", "seats.csv"), (row["seat"],)


def _peoples() -> Iterator[tuple[Entry, tuple[str, ...]]]:
    for form, country in demonyms().items():
        yield Entry(country.name, country.alpha3, "GOV", "people", "", "", "", "countries.csv"), (form,)
    for row in read_rows("peoples"):
        country_or_none = row["country"] or None
        yield Entry(row["group"], country_or_none, row["sector"], "people", "", "", "", "peoples.csv"), (row["people"],)


@cache
def load_agents() -> dict[str, Agent]:
    """Generic agents by key, singular and plural."""
    found: dict[str, Agent] = {}
    for row in read_rows("agents"):
        lemma, several = name_key(row["agent"]), name_key(row["plural"])
        found[lemma] = Agent(row["sector"], row["sort"], row["canonical"], plural=not several, lemma=lemma)
        if several and several != lemma:
            found[several] = found[lemma]._replace(plural=True)
    return found


@cache
def load_sites() -> dict[str, str]:
    """Sectors of what can be struck or held and does not act, by key, singular and plural."""
    return {
        name_key(row[form]): row["sector"] for row in read_rows("sites") for form in ("site", "plural") if row[form]
    }


@cache
def load_modifiers(use: str | None = None) -> frozenset[str]:
    """Keys of the words that may stand before a generic agent; `tie` alone for those of "Norwegian-backed"."""
    rows = [row for row in read_rows("modifiers") if use in {None, row["use"]}]
    return frozenset(word for row in rows for word in name_key(row["modifier"]).split())


@cache
def load_titles() -> dict[str, str]:
    """Sectors by title, by key."""
    return {name_key(row["title"]): row["sector"] for row in read_rows("titles")}


@cache
def longest_common() -> dict[str, int]:
    """The longest agent, site or title by its first word, in words."""
    found: dict[str, int] = {}
    for key in (*load_agents(), *load_sites(), *load_titles()):
        first = key.partition(" ")[0]
        found[first] = max(found.get(first, 0), key.count(" ") + 1)
    return found


@cache
def countries_by_code() -> dict[str, Country]:
    """Countries by ISO 3166-1 alpha-3 code; those of alpha-2 codes too."""
    return {code: country for country in load_countries() for code in (country.alpha3, country.alpha2)}


@cache
def load_references() -> dict[str, frozenset[str]]:
    """Keys of nouns by what they may refer to: a `part` of another noun, a `band`, an `organ` of a state, a `land`.

    `league` are bodies of states; `pair` are nouns that two parties share ("the two sides").
    """
    found: dict[str, set[str]] = {}
    for row in read_rows("references"):
        found.setdefault(row["use"], set()).add(name_key(row["word"]))
    return {use: frozenset(words) for use, words in found.items()}
