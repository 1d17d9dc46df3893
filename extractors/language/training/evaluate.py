"""Scores the shipped model on the test parts and writes the figures into its card.

python -m extractors.language.training.evaluate --treebanks FOLDER [--write]
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from extractors.language.lemmas import read_lemmatizer
from extractors.language.model import FOLDER, annotator, parse_sentences
from extractors.language.training.consensus import known_names, mended, spans
from extractors.language.training.treebanks import Example, read_names, read_treebanks

_BATCH = 64
Figures = dict[str, float]


def score_treebanks(examples: Sequence[Example]) -> Figures:
    """Shares of right tags, lemmas, heads (UAS), and heads with relations (LAS), words and sentences given."""
    lemmatizer = read_lemmatizer(FOLDER / "lemmas.tsv.gz")
    right: Counter[str] = Counter()
    for start in range(0, len(examples), _BATCH):
        batch = examples[start : start + _BATCH]
        for example, (tags, heads, relations, _) in zip(
            batch, annotator().annotate([example.words for example in batch]), strict=True
        ):
            lemma = lemmatizer.lemma_in_capitals if " ".join(example.words).isupper() else lemmatizer.lemma
            for place, word in enumerate(example.words):
                gold = _gold(example, place)
                right.update(_right(gold, (tags[place], lemma(word, tags[place]), heads[place], relations[place])))
    return _shares(right, right["all"])


def _gold(example: Example, place: int) -> tuple[str, str, int, str]:
    tags, lemmas, heads, relations = example.tags, example.lemmas, example.heads, example.relations
    if tags is None or lemmas is None or heads is None or relations is None:
        raise ValueError("a sentence without a parse cannot be scored")
    return tags[place], lemmas[place], heads[place], relations[place]


def _right(gold: tuple[str, str, int, str], found: tuple[str, str, int, str]) -> list[str]:
    head = gold[2] == found[2]
    checks = {
        "all": True,
        "tagging": gold[0] == found[0],
        "lemmas": gold[1] == found[1] or gold[1] == "_",
        "uas": head,
        "las": head and gold[3] == found[3],
    }
    return [name for name, holds in checks.items() if holds]


def _shares(right: Counter[str], of: float) -> Figures:
    return {name: round(100 * right[name] / of, 2) for name in ("tagging", "lemmas", "uas", "las")}


def score_text(examples: Sequence[Example]) -> Figures:
    """The same as F1 over words found in the text, sentence bounds given, as the CoNLL shared tasks count."""
    right: Counter[str] = Counter()
    for example in examples:
        gold = _spans(example)
        tokens = parse_sentences(example.text, [(0, len(example.text))])[0].tokens
        places = {(token.start, token.end): place for place, token in enumerate(tokens)}
        right["gold"] += len(gold)
        right["found"] += len(tokens)
        for place, span in enumerate(gold):
            if span not in places:
                continue
            token = tokens[places[span]]
            at_head = tokens[token.head]
            wanted = _gold(example, place)
            head = wanted[2] if (at_head.start, at_head.end) == gold[wanted[2]] else -1
            right.update(["words", *_right(wanted, (token.pos, token.lemma, head, token.relation))])
    of = (right["gold"] + right["found"]) / 2
    return {"words": round(100 * right["words"] / of, 2)} | _shares(right, of)


def _spans(example: Example) -> list[tuple[int, int]]:
    spans, end = [], 0
    for word in example.words:
        start = example.text.index(word, end)
        end = start + len(word)
        spans.append((start, end))
    return spans


def score_names(examples: Sequence[Example]) -> Figures:
    """F1 of names, bounds and label right: of all and by label."""
    counts: Counter[tuple[str, str]] = Counter()
    for start in range(0, len(examples), _BATCH):
        batch = examples[start : start + _BATCH]
        for example, (*_, names) in zip(batch, annotator().annotate([example.words for example in batch]), strict=True):
            gold, found = set(spans(example.names or [])), set(names)
            for kind, some in (("right", gold & found), ("gold", gold), ("found", found)):
                counts.update((kind, label) for *_, label in some)
                counts[kind, "all"] += len(some)
    labels = sorted({label for _, label in counts})
    return {
        label: round(200 * counts["right", label] / (counts["gold", label] + counts["found", label]), 2)
        for label in labels
    }


def in_capitals(examples: Sequence[Example]) -> list[Example]:
    """The same sentences in capitals."""
    return [replace(example, words=[word.upper() for word in example.words]) for example in examples]


def evaluate(folder: Path) -> dict[str, Figures]:
    """All figures of the card."""
    test, names = read_treebanks(folder, "test"), read_names(folder, held_out=True)
    known = known_names(read_names(folder, held_out=False))
    usual = [mended(example, known) for example in names]
    return {
        "EWT and GUM test, words given": score_treebanks(test),
        "EWT and GUM test, words found by us": score_text(test),
        "EWT and GUM test in capitals": score_treebanks(in_capitals(test)),
        "names, GMB held out, labels as they stand": score_names(names),
        "names, GMB held out, labels mended": score_names(usual),
        "names, GMB held out, labels mended, in capitals": score_names(in_capitals(usual)),
    }


def main() -> None:
    """Prints the figures; with --write they go into the card."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--treebanks", type=Path, required=True, help="the folder of EWT, GUM and GMB")
    parser.add_argument("--write", action="store_true", help="write the figures into the card")
    arguments = parser.parse_args()
    scores = evaluate(arguments.treebanks)
    sys.stdout.write(json.dumps(scores, indent=2) + "\n")
    if arguments.write:
        path = FOLDER / "card.json"
        card = json.loads(path.read_text("utf-8"))
        path.write_text(json.dumps(card | {"scores": scores}, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
