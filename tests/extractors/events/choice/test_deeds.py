"""A promise of a deed is the deed, planned; a promise of nothing that is an event stays an offer."""

import pytest

from extractors.coder import load_coder
from schemas.article import Article


def told(text: str) -> list[tuple[str, str]]:
    article = Article(id="a", text=text)
    return [(event.kind, event.status) for event in load_coder().code(article).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels agreed to leave the valley.", [("withdrawal", "planned")]),
        ("The rebels promised to release the hostages.", [("prisoner_release", "planned")]),
        ("The rebels left the valley.", [("withdrawal", "occurred")]),
        ("The rebels may leave the valley.", [("withdrawal", "unconfirmed")]),
        ("The rebels reportedly left the valley.", [("withdrawal", "unconfirmed")]),
        ("The rebels failed to leave the valley.", [("withdrawal", "negated")]),
    ],
)
def test_one_cue_makes_one_status(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_refusal_tells_both_itself_and_what_was_not_done() -> None:
    assert set(told("The rebels refused to leave the valley.")) >= {("withdrawal", "negated")}
