"""Real pages give their title, their day and their length."""

import json
import os
from pathlib import Path
from typing import NamedTuple

import pytest

from extractors.pages import read_page
from flows.sources.decoding import decode_page

SAMPLES = Path(os.environ.get("ANNALIST_EVAL") or "none").parent / "samples" / "pages"


class Expected(NamedTuple):
    """What a person finds on one page: `characters` is the length of its text."""

    file: str
    title: str
    published: str
    characters: int


def expected() -> list[Expected]:
    rows = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
    return [Expected(*(row[name] for name in Expected._fields)) for row in rows]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="needs the development data")
def test_real_pages_give_title_day_and_length() -> None:
    rows = expected()
    pages = [read_page(decode_page((SAMPLES / row.file).read_bytes())) for row in rows]
    titles = sum(page.title == row.title for page, row in zip(pages, rows, strict=True))
    days = sum((page.published or "")[:10] == row.published for page, row in zip(pages, rows, strict=True))
    lengths = sum(
        abs(len(page.text) - row.characters) <= 0.15 * row.characters for page, row in zip(pages, rows, strict=True)
    )
    assert len(rows) == 12
    assert titles >= 12
    assert days >= 11
    assert lengths >= 10
