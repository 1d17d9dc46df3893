"""A noun that points back adds no event, and may say who did what was told."""

from extractors.coder import load_coder
from schemas.article import Article


def test_who_claims_it_did_it() -> None:
    text = "Gunmen attacked a barracks near the port on Friday, killing two soldiers. Al-Shabaab claimed the assault."
    events = load_coder().code(Article(id="a", text=text)).events
    assert [event.kind for event in events] == ["attack", "responsibility_claim"]


def test_it_is_what_was_told() -> None:
    text = "Rebels ambushed an army convoy on Friday, killing two soldiers. It was the third ambush in a week."
    assert len(load_coder().code(Article(id="a", text=text)).events) == 1
