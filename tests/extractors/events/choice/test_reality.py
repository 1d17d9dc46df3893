"""What is only thought of tells no event; what is told as done in the same words does."""

import pytest

from extractors.coder import load_coder
from extractors.events.grammar.patterns import read_lexicon
from schemas.article import Article


def kinds_of(text: str) -> list[str]:
    return [event.kind for event in load_coder().code(Article(id="a", text=text)).events]


@pytest.mark.parametrize("row", read_lexicon("unreal"), ids=lambda row: row["rule"])
def test_rows_leave_nothing_under_their_rule(row: dict[str, str]) -> None:
    events = load_coder().code(Article(id="a", text=row["example"])).events
    assert row["rule"] not in {event.rules["status"] for event in events}


def test_the_same_words_told_as_done_are_events() -> None:
    assert kinds_of("The ministers signed a treaty with the rebels on Friday.") == ["agreement"]
    assert kinds_of("The two navies cooperated in the search.") == ["cooperation"]
