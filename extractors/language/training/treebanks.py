"""Reads the training data: Universal Dependencies treebanks and the named entities of GMB."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.language.words import split_words

HELD_OUT = 20  # every twentieth sentence of GMB is for testing: the fixed 5 %
LABELS = {
    "geo": "LOC",
    "gpe": "GPE",
    "per": "PERSON",
    "org": "ORG",
}  # the others (times, events ...) are not names here
TITLES = frozenset(
    "mr. mrs. ms. dr. president prime minister vice secretary general senator king queen prince princess pope cardinal "
    "bishop archbishop colonel major captain lieutenant sergeant admiral gen. lt. col. maj. capt. sen. rep. gov. "
    "governor judge justice chancellor premier ambassador sheikh ayatollah grand spokesman spokeswoman chief foreign "
    "defense interior finance leader opposition professor emperor sultan emir commander mayor".split()
)
_CLITICS = frozenset({"'s", "'m", "'re", "'ve", "'ll", "'d", "n't"})


@dataclass(slots=True)
class Example:
    """One sentence to learn from; what a corpus does not say is None.

    Attributes:
        words: Its words.
        spaces: Whether white space follows each word.
        tags: Parts of speech.
        lemmas: Lemmas.
        heads: Index of the head of each word; the root points at itself.
        relations: Relations to the head.
        names: B-, I- and O labels.
    """

    words: list[str]
    spaces: list[bool]
    tags: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    names: list[str] | None = None
    text: str = ""


def read_treebanks(folder: Path, part: str) -> list[Example]:
    """The sentences of EWT and GUM, of `part`: train, dev or test."""
    return [
        _example(text, rows)
        for name in ("ewt", "gum")
        for text, rows in _sentences(folder / f"{name}-{part}.conllu.gz")
    ]


def _sentences(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    text = ""
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# text = "):
                text = line[9:].rstrip("\n")
            elif not line.strip():
                if rows:
                    yield text, rows
                rows = []
            elif not line.startswith("#"):
                rows.append(line.rstrip("\n").split("\t"))


def _example(text: str, rows: list[list[str]]) -> Example:
    words = [row for row in rows if row[0].isdecimal()]
    last_of_pair = {int(row[0].split("-")[1]): row for row in rows if "-" in row[0]}
    inside = {number for row in rows if "-" in row[0] for number in range(*(int(part) for part in row[0].split("-")))}
    return Example(
        words=[row[1] for row in words],
        spaces=[
            "SpaceAfter=No" not in last_of_pair.get(int(row[0]), row)[9] and int(row[0]) not in inside for row in words
        ],
        tags=[row[3] for row in words],
        lemmas=[row[2] for row in words],
        heads=[int(row[6]) - 1 if row[6] != "0" else place for place, row in enumerate(words)],
        relations=[row[7] for row in words],
        text=text,
    )


def read_names(folder: Path, *, held_out: bool) -> list[Example]:
    """The sentences of GMB with their names: the held-out twentieth, or all others."""
    with gzip.open(folder / "gmb-entities.iob.gz", "rt", encoding="utf-8") as lines:
        blocks = lines.read().split("\n\n")
    rows = [[line.split("\t") for line in block.split("\n") if "\t" in line] for block in blocks]
    return [_mended(block) for number, block in enumerate(rows) if block and (number % HELD_OUT == 0) == held_out]


def _mended(rows: list[list[str]]) -> Example:
    """Words cut as the treebanks cut them, with the labels that we keep."""
    words, names = [], []
    for word, label in rows:
        kept = LABELS.get(label[2:])
        for place, piece in enumerate(_pieces(word)):
            words.append(piece)
            first = label[0] == "B" and place == 0
            names.append("O" if kept is None else ("B-" if first else "I-") + kept)
    return Example(words=words, spaces=_spaces(words), names=_without_titles(words, _legal(names)))


def _pieces(word: str) -> list[str]:
    if word.lower() in _CLITICS:  # cut off by GMB already, and alone no longer known as what they are
        return [word]
    pieces = [word[first:last] for first, last in split_words(word, 0, len(word))]
    if len(pieces) > 1 and pieces[-1] == "." and word != "...":  # "Mr.": no sentence ends within a word
        pieces[-2:] = [pieces[-2] + "."]
    return pieces


def _legal(names: list[str]) -> list[str]:
    """A name begins with B-: where it begins with I-, that is mended."""
    return [
        "B" + name[1:] if name.startswith("I-") and (place == 0 or names[place - 1][2:] != name[2:]) else name
        for place, name in enumerate(names)
    ]


def _without_titles(words: list[str], names: list[str]) -> list[str]:
    """A title or an office before a person's name is no part of it; GMB has it inside as often as outside."""
    names = list(names)
    for place, word in enumerate(words):
        if names[place] == "B-PERSON" and word.lower() in TITLES:
            names[place] = "O"
            if place + 1 < len(names) and names[place + 1] == "I-PERSON":
                names[place + 1] = "B-PERSON"
    return names


def _spaces(words: list[str]) -> list[bool]:
    glued = set(".,:;?!)]%") | {"'"} | _CLITICS
    after = [word not in glued for word in words[1:]] + [False]
    return [space and word not in "([$" for word, space in zip(words, after, strict=True)]
