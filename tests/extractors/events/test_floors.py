"""How events are told on development data: figures below which a change has broken something."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = os.environ.get("ANNALIST_EVAL")
WHOLE = {"strict": 0.915, "relaxed": 0.92, "actors_f1": 0.87, "targets_f1": 0.82}  # F1 of events and of their sides
FLOORS = {
    "status": 0.965, "claimed_by": 0.94, "deaths_exact": 0.94, "injured_exact": 0.8, "date_exact": 0.965,
    "date_precision": 0.97, "no_invented_year": 0.98, "place_within_50km": 0.955,
    "no_invented_place": 0.945, "country": 0.97,
}  # fmt: skip


@pytest.mark.skipif(not FOLDER, reason="the development data lies outside the project: $ANNALIST_EVAL names its folder")
def test_figures_stay_above_their_floors(tmp_path: Path) -> None:
    folder = Path(FOLDER or "")
    lines = (folder / "events" / "dev.jsonl").read_text("utf-8").splitlines()
    gold, predicted = tmp_path / "gold.jsonl", tmp_path / "predicted.jsonl"
    gold.write_text("\n".join(line for line in lines if "text" in json.loads(line)), "utf-8")
    command = [sys.executable, "-m", "flows.cli", "extract", str(gold)]
    predicted.write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)
    spec = importlib.util.spec_from_file_location("score_events", folder / "score_events.py")
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    figures = scorer.score(gold, predicted)
    assert {name: figures[name]["f1"] for name in WHOLE if figures[name]["f1"] < WHOLE[name]} == {}
    assert {name: figures[name]["value"] for name in FLOORS if figures[name]["value"] < FLOORS[name]} == {}
