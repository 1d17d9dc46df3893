import json
import os
from pathlib import Path

import pytest

from extractors.language.model import FOLDER
from extractors.language.training.evaluate import in_capitals, score_names, score_treebanks
from extractors.language.training.treebanks import read_names, read_treebanks

DATA = Path(os.environ.get("ANNALIST_EVAL", "none")).parent / "treebanks"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="treebanks are development data, beside $ANNALIST_EVAL")


@needs_data
def test_the_parse_is_as_good_as_the_card_says() -> None:
    scores = score_treebanks(read_treebanks(DATA, "test")[::4])
    assert scores["tagging"] > 93.5
    assert scores["lemmas"] > 95
    assert scores["uas"] > 85.5
    assert scores["las"] > 82.5


@needs_data
def test_names_are_as_good_as_the_card_says() -> None:
    held_out = read_names(DATA, held_out=True)[::4]
    scores = score_names(held_out)
    assert scores["all"] > 83
    assert scores["PERSON"] > 83
    assert scores["all"] - score_names(in_capitals(held_out))["all"] < 5


def test_the_card_says_what_the_model_is_made_of() -> None:
    card = json.loads((FOLDER / "card.json").read_text("utf-8"))
    assert {"sources", "sha256", "training", "scores", "licence"} <= set(card)
