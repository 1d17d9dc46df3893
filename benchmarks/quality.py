"""Prints every figure on the development data in one table. Usage: python -m benchmarks.quality [FOLDER]

FOLDER (else $ANNALIST_EVAL) holds `events/`, `dates/`, `places/`, `coding/` and the scorers; see CONTRIBUTING.md.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
EVENTS = (
    "strict relaxed status claimed_by date_exact date_precision no_invented_year place_within_50km country "
    "actors_f1 targets_f1 deaths_exact"
).split()
DATES = ()  # all lines of the scorer: types, and all of them together
RUNS = (
    # set, scorer, gold, further arguments, figures to print (none: all)
    ("events, dev", "score_events.py", "events/dev.jsonl", (), EVENTS),
    ("dates, TimeBank", "score_dates.py", "dates/timebank.jsonl", (), DATES),
    ("dates, AQUAINT", "score_dates.py", "dates/aquaint.jsonl", (), DATES),
    ("dates, GUM news", "score_dates.py", "dates/gum-news.jsonl", (), DATES),
    ("places, TR-News", "score_places.py", "places/trnews.jsonl", (), ()),
    ("places, GeoVirus", "score_places.py", "places/geovirus.jsonl", ("--kinds", "literal,metonym"), ()),
    ("coding, PLV", "score_coding.py", "coding/plv.jsonl", (), ()),
    ("coding, PLOVER GSR", "score_coding.py", "coding/plover_gsr.jsonl", (), ()),
)


def data_folder() -> Path:
    told = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("ANNALIST_EVAL")
    return Path(told) if told else ROOT.parent / "shared" / "eval"


def readable(gold: Path, folder: Path) -> Path:
    """The gold file with the text of its `text_file` records put in, as a file that `extract` reads."""
    lines = []
    for line in gold.read_text("utf-8").split("\n"):
        if line.strip():
            row = {k: v for k, v in json.loads(line).items() if k not in {"events", "text_file"}}
            told = json.loads(line).get("text_file")
            if told:
                row["text"] = next(p / told for p in gold.resolve().parents if (p / told).is_file()).read_text("utf-8")
            lines.append(json.dumps(row))
    target = folder / "input.jsonl"
    target.write_text("\n".join(lines), "utf-8")
    return target


def measure(folder: Path, scorer: str, gold: str, further: tuple[str, ...]) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as scratch:
        source = readable(folder / gold, Path(scratch))
        predicted = Path(scratch) / "predicted.jsonl"
        with predicted.open("wb") as out:
            command = [sys.executable, "-m", "flows.cli", "extract", str(source)]
            subprocess.run(command, stdout=out, check=True, cwd=ROOT)
        scored = [sys.executable, str(folder / scorer), str(folder / gold), str(predicted), *further]
        told = subprocess.run(scored, capture_output=True, check=True, text=True).stdout
    last = told.strip().rsplit("\n", 1)[-1]
    return json.loads(last) if last.startswith("{") else {"printed": told.strip()}


def shown(value: object) -> str:
    if isinstance(value, dict):
        kept = {k: v for k, v in value.items() if k in {"f1", "value", "precision", "recall", "n", "accuracy"}}
        return "  ".join(f"{k} {v}" for k, v in kept.items())
    return str(value)


def main() -> None:
    folder = data_folder()
    if not folder.is_dir():
        sys.exit(f"quality: no development data at {folder}; set ANNALIST_EVAL")
    for name, scorer, gold, further, figures in RUNS:
        print(name)
        found = measure(folder, scorer, gold, further)
        for figure in figures or found:
            if figure in found and figure != "by_kind":
                print(f"  {figure:22} {shown(found[figure])}")


if __name__ == "__main__":
    main()
