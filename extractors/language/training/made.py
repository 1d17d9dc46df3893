"""Makes report-like sentences from templates and names of our own: headlines, datelines, insertions, nominal events."""

import csv
import random
import re
from pathlib import Path

from extractors.language.training.treebanks import Example
from extractors.language.words import split_words

_FOLDER = Path(__file__).parent
_SLOT = re.compile(r"\{(\w+)\}")
_NUMBERS = "two three four five seven nine ten 11 12 15 17 20 23 30 36 48 60 112 1,200 dozens".split()


def made_sentences(number: int, chance: random.Random) -> list[Example]:
    """Sentences with their names; the parse is left to the teacher."""
    names: dict[str, list[str]] = {"N": _NUMBERS}
    for row in _rows("names.csv"):
        names.setdefault(row["label"], []).append(row["name"])
    templates = [row["template"] for row in _rows("templates.csv")]
    return [_fill(chance.choice(templates), names, chance) for _ in range(number)]


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _fill(template: str, names: dict[str, list[str]], chance: random.Random) -> Example:
    words: list[str] = []
    labels: list[str] = []
    for part in template.split():
        slot = _SLOT.fullmatch(part)
        pieces, label = [part], ""
        if slot:
            name = chance.choice(names[slot.group(1)])
            pieces = [name[first:last] for first, last in split_words(name, 0, len(name))]
            label = "" if slot.group(1) == "N" else slot.group(1)
        if not words:
            pieces[0] = pieces[0][:1].upper() + pieces[0][1:]
        words += pieces
        labels += [("I-" if place else "B-") + label if label else "O" for place in range(len(pieces))]
    return Example(words=words, spaces=[True] * len(words), names=labels)
