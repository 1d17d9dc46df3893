"""Learns the table of endings that gives lemmas, and the spelling of names."""

import csv
import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from extractors.language.lemmas import KEPT

Observation = tuple[str, str, str]  # word, part of speech, lemma


def learn(observations: Iterable[Observation]) -> list[tuple[str, str, int, str]]:
    """Rows of part of speech, ending, characters to cut and what to put there; shorter endings first.

    A longer ending becomes a row only where the shorter ones would give another lemma.
    """
    counts: dict[tuple[str, str], Counter[tuple[int, str]]] = defaultdict(Counter)
    for (word, pos, lemma), number in Counter(observations).items():
        form = word.lower()
        rule = _rule(form, lemma.lower() if pos not in KEPT else lemma)
        if rule:
            counts[pos, "^" + form][rule] += number
            shortest = 4 if pos == "PROPN" else 1  # Americans, Iraqis; but Homs and Evans are no plurals
            for length in range(shortest, min(9, len(form) - 1) + 1):
                counts[pos, form[-length:]][rule] += 1
    return _prune(counts)


def listed_forms() -> list[Observation]:
    """Forms of words of war that the treebanks lack (`forms.csv`), and their lemmas themselves."""
    with (Path(__file__).parent / "forms.csv").open(encoding="utf-8", newline="") as lines:
        return [
            (form, row["pos"], row["lemma"])
            for row in csv.DictReader(lines)
            for form in (row["lemma"], *row["forms"].split())
        ]


def _rule(form: str, lemma: str) -> tuple[int, str] | None:
    shared = 0
    for a, b in zip(form, lemma.lower(), strict=False):
        if a != b:
            break
        shared += 1
    cut, put = len(form) - shared, lemma[shared:]
    return None if shared == 0 and len(form) > 6 and form[0] != lemma[:1].lower() else (cut, put)


def _prune(counts: dict[tuple[str, str], Counter[tuple[int, str]]]) -> list[tuple[str, str, int, str]]:
    kept: dict[tuple[str, str], tuple[int, str]] = {}
    for (pos, ending), rules in sorted(counts.items(), key=lambda item: len(item[0][1])):
        rule, number = rules.most_common(1)[0]
        whole = ending.startswith("^")
        if not whole and number < 3 and len(ending) > 1:
            continue
        form = ending.lstrip("^")
        shorter = (kept.get((pos, form[-length:])) for length in range(min(9, len(form) - 1), 0, -1))
        if next((found for found in shorter if found), (0, "")) != rule:
            kept[pos, ending] = rule
    return [(pos, ending, cut, put) for (pos, ending), (cut, put) in kept.items()]


def spellings(words: Iterable[str]) -> dict[str, str]:
    """How names of more than three letters are mostly written, where that is not one capital at the front."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for word in words:
        if len(word) > 3:
            seen[word.lower()][word] += 1
    best = {form: counts.most_common(1)[0][0] for form, counts in seen.items()}
    return {form: name for form, name in best.items() if name != form.capitalize()}


def capitals(observations: Iterable[Observation]) -> dict[str, str]:
    """Lemmas other than names that are mostly written with a capital: "PRON i" -> "I", "ADJ syrian" -> "Syrian"."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for word, pos, lemma in observations:
        if pos not in KEPT and (pos == "PRON" or word[:1].isupper()):
            seen[f"{pos} {lemma.lower()}"][lemma] += 1
    best = {key: counts.most_common(1)[0][0] for key, counts in seen.items()}
    return {key: name for key, name in best.items() if not name.islower()}


def write(path: Path, rows: Iterable[tuple[str, str, int, str]], names: dict[str, str], cased: dict[str, str]) -> None:
    """Writes the table, always the same bytes for the same rows."""
    lines = [f"{pos}\t{ending}\t{cut}\t{put}" for pos, ending, cut, put in rows]
    lines += [f"name\t{form}\t0\t{name}" for form, name in sorted(names.items())]
    lines += [f"case\t{key}\t0\t{name}" for key, name in sorted(cased.items())]
    with path.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as packed:
        packed.write("".join(line + "\n" for line in sorted(lines)).encode())
