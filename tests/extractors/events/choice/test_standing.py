"""Whose acts are of record where nobody is named: in news of a war anybody's, elsewhere nobody's."""

import pytest

from extractors.coder import load_coder
from schemas.article import Article

WAR = (
    "Heavy fighting between the army and the rebels raged near the border on Monday. Shelling killed nine soldiers, "
    "the ministry said. A rocket hit a barracks.\n\n"
)
PEACE = (
    "The bakery on the square opened a second shop on Monday. Its owner hopes for many guests. The bread is cheap.\n\n"
)


def kinds_after(opening: str, sentence: str) -> list[str]:
    events = load_coder().code(Article(id="a", text=opening + sentence)).events
    return [event.kind for event in events if event.quote_start >= len(opening)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Talks resumed in the capital.", "peace_talks"),
        ("Food aid reached the camp.", "aid"),
        ("The withdrawal was completed on Friday.", "withdrawal"),
        ("New sanctions were imposed on Friday.", "sanction_imposed"),
    ],
)
def test_nobody_need_be_named_in_news_of_a_war(sentence: str, kind: str) -> None:
    assert kinds_after(WAR, sentence) == [kind]
    assert kinds_after(PEACE, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The Kenyan navy brought nine tonnes of tents to the island on Monday.", "aid"),
        ("A Kenyan prosecutor opened an inquiry on Monday.", "investigation"),
    ],
)
def test_troops_and_courts_act_in_news_of_everyday_life(sentence: str, kind: str) -> None:
    assert kinds_after(PEACE, sentence) == [kind]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("He is charged with assault with a weapon.", ["arrest"]),
        ("The first salvo was fired.", []),
        ("An assault on a guard was reported.", ["attack"]),
    ],
)
def test_violence_without_anybody_is_a_figure_of_speech_in_everyday_news(sentence: str, kinds: list[str]) -> None:
    assert kinds_after(PEACE, sentence) == kinds


def test_we_may_be_anybody_in_news_of_a_war() -> None:
    assert kinds_after(WAR, "We held talks with the plumber on Friday.") == []
