"""Whole texts, made up, with the value of every expression worked out by hand.

A text begins with `== what it is | its publication day or none`; each expression stands as `[words|value]`.
"""

import datetime
import re
from pathlib import Path

import pytest

from extractors.dates.finder import find_dates

_MARK = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")
TEXTS = Path(__file__).with_name("texts.txt").read_text("utf-8").split("== ")[1:]


@pytest.mark.parametrize("told", TEXTS, ids=lambda told: told.split(" |")[0])
def test_every_expression_of_a_text_has_its_value(told: str) -> None:
    head, marked = told.split("\n", 1)
    day = head.rpartition("| ")[2].strip()
    expected = _MARK.findall(marked)
    text = _MARK.sub(r"\1", marked)
    found = find_dates(text, None if day == "none" else datetime.date.fromisoformat(day))
    assert [(one.text, one.value) for one in found] == expected
