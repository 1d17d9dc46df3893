"""Fits and checks the confidence of events. Usage: python -m benchmarks.confidence [FOLDER] [--write]

FOLDER (else $ANNALIST_EVAL) is that of benchmarks/quality.py. An event is right where the gold has one of its kind
that is told by the same sentence, with the same status. Weights are those of a logistic regression, none below zero;
the table of reliability is that of articles that the weights were not fitted on (five folds). `--write` stores the
weights fitted on all articles.
"""

import csv
import datetime
import importlib.util
import json
import math
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from extractors.coder import load_coder
from extractors.events.confidence import SIGNS, confidence_of
from schemas.article import Article
from schemas.mention import Mention

ROOT = Path(__file__).parent.parent

TABLE = ROOT / "extractors" / "events" / "lexicon" / "confidence.csv"
STEPS, RATE, SHRINK, FOLDS = 4000, 0.5, 0.004, 5
Row = tuple[list[int], int, int]  # signs shown, right or not, number of the article


def load_scorer(folder: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score_events", folder / "score_events.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def code(gold: Path) -> list[tuple[str, tuple[Mention, ...], list[dict[str, Any]]]]:
    found, coder = [], load_coder()
    for line in gold.read_text("utf-8").splitlines():
        row = json.loads(line)
        told = row.get("text_file")
        text = row.get("text") or next(p / told for p in gold.resolve().parents if (p / told).is_file()).read_text()
        published = row.get("published")
        day = datetime.date.fromisoformat(published[:10]) if published else None
        article = Article(id=row["id"], text=text, title=row.get("title"), published=day)
        coded = coder.code(article)
        found.append((coded.article.text, coded.events, row["events"]))
    return found


def as_gold(event: Mention) -> dict[str, Any]:
    names = {side: [party.name for party in getattr(event, side)] for side in ("actors", "targets", "about")}
    plain = {name: getattr(event, name) for name in event.__dataclass_fields__ if name not in names}
    days = {n: plain[n].isoformat() if plain[n] else None for n in ("date_start", "date_end")}
    return plain | days | names


def labelled(folder: Path) -> list[tuple[Mention, int, int]]:
    scorer = load_scorer(folder)
    found = []
    for number, (text, events, gold) in enumerate(code(folder / "events" / "dev.jsonl")):
        told = [as_gold(event) for event in events]
        pairs = scorer.align(scorer.clean(text), gold, told)
        for at, event in enumerate(events):
            match = gold[pairs[at]] if at in pairs else None
            right = match is not None and (match["kind"], match["status"]) == (event.kind, event.status)
            found.append((event, int(right), number))
    return found


def fit(rows: Sequence[Row]) -> list[float]:
    """Base and weights by gradient descent; only the base may be negative."""
    weights = [0.0] * (len(SIGNS) + 1)
    for _ in range(STEPS):
        slope = [0.0] * len(weights)
        for signs, right, _article in rows:
            miss = chance(weights, signs) - right
            slope[0] += miss
            for at in signs:
                slope[at + 1] += miss
        for at, value in enumerate(slope):
            step = weights[at] - RATE * (value / len(rows) + (SHRINK * weights[at] if at else 0))
            weights[at] = step if at == 0 else max(0.0, step)
    return weights


def chance(weights: Sequence[float], signs: Sequence[int]) -> float:
    return 1 / (1 + math.exp(-weights[0] - sum(weights[at + 1] for at in signs)))


def reliability(pairs: Sequence[tuple[float, int]]) -> None:
    print(f"{'confidence':12} {'events':>6} {'said':>6} {'right':>6}")
    for low, high in ((0, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01)):
        inside = [(said, right) for said, right in pairs if low <= said < high]
        if inside:
            said, right = (sum(values) / len(inside) for values in zip(*inside, strict=True))
            print(f"{low:.1f} to {min(high, 1):.1f}   {len(inside):6} {said:6.2f} {right:6.2f}")
    brier = sum((said - right) ** 2 for said, right in pairs) / len(pairs)
    share = sum(right for _, right in pairs) / len(pairs)
    print(f"Brier score {brier:.3f}; of always saying {share:.2f}: {share * (1 - share):.3f}")


def write(weights: Sequence[float]) -> None:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        examples = {row["sign"]: row["example"] for row in csv.DictReader(lines)}
    with TABLE.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(("sign", "weight", "example", "source"))
        for name, weight in zip(("base", *SIGNS), weights, strict=True):
            writer.writerow((name, f"{weight:.2f}", examples.get(name, ""), "fitted"))


def main() -> None:
    told = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    folder = Path(told[0] if told else os.environ["ANNALIST_EVAL"])
    events = labelled(folder)
    rows: list[Row] = [
        ([at for at, shows in enumerate(SIGNS.values()) if shows(event)], right, number)
        for event, right, number in events
    ]
    print("shipped weights")
    reliability([(confidence_of(event), right) for event, right, _ in events])
    print("\nfitted without the articles measured")
    pairs = []
    for fold in range(FOLDS):
        weights = fit([row for row in rows if row[2] % FOLDS != fold])
        pairs += [(chance(weights, signs), right) for signs, right, number in rows if number % FOLDS == fold]
    reliability(pairs)
    weights = fit(rows)
    print()
    for name, weight in zip(("base", *SIGNS), weights, strict=True):
        print(f"{name:32} {weight:6.2f}")
    if "--write" in sys.argv:
        write(weights)


if __name__ == "__main__":
    main()
