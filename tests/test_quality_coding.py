"""Floors under the codes of single sentences on development data (skipped without it; see CONTRIBUTING.md)."""

import os
import re
from pathlib import Path

import pytest

from benchmarks.quality import measure

FOLDER = os.environ.get("ANNALIST_EVAL")
FLOORS = {
    "plv": 77.5,
    "plover_gsr": 79.5,
}  # sentences with an event of the right type, in percent
MOST = 1.6  # events a sentence


@pytest.mark.skipif(not FOLDER, reason="needs the development data")
@pytest.mark.parametrize("name", FLOORS)
def test_codes_of_sentences_stay_above_their_floor(name: str) -> None:
    told = str(measure(Path(str(FOLDER)), "score_coding.py", f"coding/{name}.jsonl", ())["printed"])
    found = {
        figure: float(value) for figure, value in re.findall(r"(pair accuracy|events per sentence) ([\d.]+)", told)
    }
    assert found["pair accuracy"] >= FLOORS[name]
    assert found["events per sentence"] <= MOST
