"""Reads the words of time and the patterns built from them (`lexicon/*.csv`)."""

import csv
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lexicon"
_NAME = re.compile(r"\{([A-Z_]+)\}")


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a word list."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """What each word stands for, by the class of the word."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows_of("words.csv"):
        found[row["class"]][row["word"]] = row["value"]
    return dict(found)


def numbers(*classes: str) -> dict[str, int]:
    """Words that stand for a number, of one or several classes."""
    return {word: int(value) for name in classes for word, value in words()[name].items()}


@cache
def parts() -> Mapping[str, str]:
    """Named pieces of patterns, written out in full: one for each class of words, then those of `parts.csv`."""
    found = {name.upper(): _any_of(list(group)) for name, group in words().items()}
    for row in rows_of("parts.csv"):
        found[row["name"]] = expand(row["pattern"], found)
    return found


def expand(pattern: str, known: Mapping[str, str] | None = None) -> str:
    """A pattern with its named pieces put in."""
    pieces = parts() if known is None else known
    return _NAME.sub(lambda match: pieces[match.group(1)], pattern)


def _any_of(group: list[str]) -> str:
    longest_first = sorted(group, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " ") for word in longest_first) + ")"
