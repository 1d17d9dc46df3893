"""How events are told on development data: figures below which a change has broken something."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = os.environ.get("ANNALIST_EVAL")
STRICT = 0.78  # F1 of whole events, kind by kind
FLOORS = {"status": 0.95, "claimed_by": 0.93, "deaths_exact": 0.88, "injured_exact": 0.8}


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
    assert figures["strict"]["f1"] >= STRICT
    assert {name: figures[name]["value"] for name in FLOORS if figures[name]["value"] < FLOORS[name]} == {}
