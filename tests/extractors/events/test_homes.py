"""A place is carried to the next event only where who acts may act there."""

from extractors.coder import load_coder
from schemas.article import Article
from schemas.mention import Mention


def last_of(text: str) -> Mention:
    return load_coder().code(Article(id="a", text=text)).events[-1]


def test_a_ban_by_other_states_does_not_hold_in_the_port_shelled_before() -> None:
    event = last_of("Russian missiles hit the port of Odesa. Poland and Hungary announced bans on grain.")
    assert event.place is None


def test_a_foreign_force_strikes_on_where_it_struck() -> None:
    event = last_of("Turkish jets bombed a base near Kobani. Turkish troops shelled the base for hours.")
    assert event.country == "SY"
