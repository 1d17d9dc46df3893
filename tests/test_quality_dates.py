"""Floors under the figures of dates on development data (skipped without it; see CONTRIBUTING.md)."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from extractors.dates.finder import find_dates

FOLDER = os.environ.get("ANNALIST_EVAL")
# value and strict F1: a little below what is reached (see CHANGELOG.md)
FLOORS = {"timebank": (81.5, 88.5), "aquaint": (75.0, 84.5), "gum-news": (64.5, 74.5)}


@pytest.mark.skipif(not FOLDER, reason="needs the development data")
@pytest.mark.parametrize("name", FLOORS)
def test_time_expressions_stay_above_their_floor(name: str, tmp_path: Path) -> None:
    folder = Path(str(FOLDER))
    gold = folder / "dates" / f"{name}.jsonl"
    with (tmp_path / "predicted.jsonl").open("w", encoding="utf-8") as out:
        for line in gold.read_text("utf-8").splitlines():
            row = json.loads(line)
            told = find_dates(row["text"], date.fromisoformat(row["published"]) if row["published"] else None)
            spans = [{"start": m.start, "end": m.end, "type": m.type, "value": m.value} for m in told]
            out.write(json.dumps({"id": row["id"], "dates": spans}) + "\n")
    command = [sys.executable, str(folder / "score_dates.py"), str(gold), str(tmp_path / "predicted.jsonl")]
    words = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split("\n", 1)[0].split()
    found = [float(words[words.index(figure) + 1].split("/")[2]) for figure in ("value", "strict")]
    assert all(figure >= floor for figure, floor in zip(found, FLOORS[name], strict=True)), found
