"""Datelines, and what only looks like one."""

import pytest

from extractors.coder import load_coder
from extractors.dateline import dateline_end
from schemas.article import Article


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("PORT HILL (Agency) - Rebels left.", "Rebels left."),
        ("PORT HILL, Chad — Rebels left.", "Rebels left."),
        ("PORT HILL, May 2: Rebels left.", "Rebels left."),
        ("PORT HILL, Monday. Rebels left.", "Rebels left."),
        ("PORT HILL, N.J. (Wire) -- Rebels left.", "Rebels left."),
        ("PORT HILL, Chad (Wire) _ Rebels left.", "Rebels left."),
        ("PORT HILL (Wire)  The rebels left.", "The rebels left."),
        ("Port Hill (Wire) - Rebels left.", "Rebels left."),
        ("(Wire) - Rebels left.", "Rebels left."),
    ],
)
def test_datelines(text: str, rest: str) -> None:
    assert text[dateline_end(text) :].strip() == rest


@pytest.mark.parametrize(
    "text",
    [
        "Rebels left Port Hill.",
        "UN troops left.",
        "U.S. troops left.",
        "NATO: Rebels left.",
        "REBELS LEFT: TOWN EMPTY",
        "Hill Valley Front (HVF) - a rebel group - left.",
        "READ more: rebels left.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline_end(text) == 0


def test_a_dateline_opens_a_paragraph() -> None:
    text = "Rebels left.\nADEN (Wire) - Shells fell. ADEN - the port."
    assert text[dateline_end(text, 13) :].startswith("Shells")
    assert dateline_end(text, 40) == 40


def test_who_acts_behind_a_dateline() -> None:
    found = load_coder().code(Article(id="a", text="ADEN (Wire) - Chad's army shelled the port on Monday."))
    assert [party.name for party in found.events[0].actors] == ["Chadian Armed Forces"]
    assert found.events[0].quote.startswith("ADEN")
