"""Mends labels of names that stand against how the corpus mostly labels the same name.

GMB's labels are semi-automatic: "Kuwait" is an organization here and there, "and" too. A score against them counts
these against the model; a score against the mended ones does not. The card shows both.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from extractors.language.training.treebanks import Example

_OFTEN = 10  # a name is known when it stands so many times
_MOSTLY = 0.9  # and is labelled alike so often


def spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """First word, one past the last, and label of each name."""
    found: list[tuple[int, int, str]] = []
    for place, label in enumerate(labels):
        if label.startswith("B-"):
            found.append((place, place + 1, label[2:]))
        elif label.startswith("I-"):
            found[-1] = (found[-1][0], place + 1, found[-1][2])
    return found


def known_names(examples: Sequence[Example]) -> dict[str, str]:
    """The label of names that are often there and nearly always labelled alike."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for example in examples:
        for start, end, label in spans(example.names or []):
            counts[" ".join(example.words[start:end])][label] += 1
    best = {name: labels.most_common(1)[0] for name, labels in counts.items() if labels.total() >= _OFTEN}
    return {name: label for name, (label, number) in best.items() if number >= _MOSTLY * counts[name].total()}


def mended(example: Example, known: dict[str, str]) -> Example:
    """The example with the usual labels of known names, and without names in small letters."""
    names = ["O"] * len(example.words)
    for start, end, label in spans(example.names or []):
        words = example.words[start:end]
        if any(word != word.lower() for word in words):
            usual = known.get(" ".join(words), label)
            names[start:end] = ["B-" + usual] + ["I-" + usual] * (end - start - 1)
    return replace(example, names=names)
