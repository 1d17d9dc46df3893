"""Makes report-like sentences from templates and names of our own: headlines, datelines, insertions, nominal events."""

import csv
import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from extractors.language.training.treebanks import Example
from extractors.language.words import split_words

_FOLDER = Path(__file__).parent
_PACKAGE = _FOLDER.parent.parent
# Tables of Annalist that list names, with their aliases, by label.
_LISTED = {
    "LOC": ("places/data/overlay.csv", "places/data/districts.csv", "places/data/divisions.csv"),
    "ORG": tuple(
        f"actors/lexicon/bodies/{name}.csv" for name in ("groups", "international", "parties", "states", "ucdp")
    ),
    "PERSON": ("actors/lexicon/leaders.csv",),
}
_LONGEST = 6  # words
_SLOT = re.compile(r"\{(\w+)\}")
_NUMBERS = "two three four five seven nine ten 11 12 15 17 20 23 30 36 48 60 112 1,200 dozens".split()


def made_sentences(number: int, chance: random.Random) -> list[Example]:
    """Sentences with their names; the parse is left to the teacher."""
    names = {label: _Names(own, listed) for label, (own, listed) in known_names().items()}
    templates = [row["template"] for row in _rows(_FOLDER / "templates.csv")]
    return [_fill(chance.choice(templates), names, chance) for _ in range(number)]


def known_names() -> dict[str, tuple[list[str], list[str]]]:
    """By label, the names of `names.csv`, and those of the tables of places and actors."""
    found: dict[str, tuple[list[str], list[str]]] = {"N": (_NUMBERS, [])}
    for row in _rows(_FOLDER / "names.csv"):
        found.setdefault(row["label"], ([], []))[0].append(row["name"])
    for label, tables in _LISTED.items():
        listed = [
            name
            for table in tables
            for row in _rows(_PACKAGE / table)
            for name in (row["name"], *row["aliases"].split("|"))
            if _is_plain(name)
        ]
        found[label][1].extend(dict.fromkeys(listed))
    return found


def _is_plain(name: str) -> bool:
    """Whether a name is written as in running text: `eastern Ghouta` and `Brcko corridor` are a name and a word."""
    words = name.split()
    return "(" not in name and 0 < len(words) <= _LONGEST and not (words[0].islower() or words[-1].islower())


class _Names:
    """Draws names of one label.

    Args:
        own: Names of which as many are drawn as of the others together,
        listed: those of tables; of people also their parts, anew put together.
    """

    def __init__(self, own: Sequence[str], listed: Sequence[str]) -> None:
        self._own, self._listed = own, listed

    def draw(self, chance: random.Random, *, mixed: bool = False) -> str:
        """One name; a mixed one has the first name of one and the last of another."""
        name = chance.choice(self._listed if self._listed and chance.random() < 0.5 else self._own)
        if mixed and chance.random() < 0.5:
            first, last = name.split()[0], chance.choice(self._listed).split()[-1]
            return f"{first} {last}" if first != last else name
        return name


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _fill(template: str, names: Mapping[str, _Names], chance: random.Random) -> Example:
    words: list[str] = []
    labels: list[str] = []
    for part in template.split():
        slot = _SLOT.fullmatch(part)
        pieces, label = [part], ""
        if slot:
            name = names[slot.group(1)].draw(chance, mixed=slot.group(1) == "PERSON")
            pieces = [name[first:last] for first, last in split_words(name, 0, len(name))]
            label = "" if slot.group(1) == "N" else slot.group(1)
        if not words:
            pieces[0] = pieces[0][:1].upper() + pieces[0][1:]
        words += pieces
        labels += [("I-" if place else "B-") + label if label else "O" for place in range(len(pieces))]
    return Example(words=words, spaces=[True] * len(words), names=labels)
