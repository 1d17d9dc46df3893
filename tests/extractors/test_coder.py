"""What holds for every coded article: quotes, batches and capitals change nothing that matters."""

import datetime
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.coder import load_coder
from schemas.article import Article
from schemas.mention import CodedArticle

DAY = datetime.date(2021, 6, 10)
# Reports of invented happenings, in the words of the wire.
REPORTS = tuple(
    """
Government troops captured the town of Gao on Tuesday after two days of fighting with the rebels. Nine soldiers were \
killed, the army said. The rebels denied that they had lost the town.
A car bomb exploded outside a police station in Mosul on Monday, killing at least six people and wounding twenty. No \
group claimed responsibility for the attack.
The two sides agreed on a ceasefire in Geneva on Friday. The truce took effect at midnight. The United Nations \
welcomed the truce and called on both armies to let aid convoys pass.
Police fired tear gas at demonstrators in Khartoum on Sunday. Thousands marched through the capital to demand the \
release of prisoners. The government imposed a curfew.
Warplanes bombed a market in Idlib on Wednesday, killing thirteen civilians. France condemned the attack. Turkey sent \
two battalions to the border.
The European Union imposed sanctions on two generals in March. The junta rejected the sanctions. Prosecutors opened an \
inquiry into the deaths of nine students.
Gunmen kidnapped a doctor near Kaduna on Saturday. Villagers fled across the river. The militia freed four hostages on \
Monday.
The president met the foreign minister in Ankara on Thursday. The ministers signed an accord on grain shipments. The \
commander threatened to storm the base.
""".strip().split("\n")
)


def code(text: str) -> CodedArticle:
    return load_coder().code(Article(id="report", text=text, published=DAY))


@pytest.mark.parametrize("text", REPORTS)
def test_quotes_are_slices_and_hold_their_words(text: str) -> None:
    coded = code(text)
    assert coded.events
    for event in coded.events:
        assert coded.article.text[event.quote_start : event.quote_end] == event.quote
        assert event.quote_start <= event.trigger_start < event.trigger_end <= event.quote_end
        assert all(0 <= start < end <= len(text) for start, end in event.evidence.values())


@pytest.mark.parametrize("text", REPORTS)
def test_every_field_knows_its_rule(text: str) -> None:
    for event in code(text).events:
        assert {"kind", "status", "date"} <= set(event.rules)
        for side in ("actors", "targets", "about"):
            assert not getattr(event, side) or side in event.rules


def test_capitals_keep_most_events() -> None:
    """Wire copy of the 1980s came in capitals: at least 70 % of the events are found all the same."""
    plain = [(event.kind, event.quote_start) for text in REPORTS for event in code(text).events]
    loud = [(event.kind, event.quote_start) for text in REPORTS for event in code(text.upper()).events]
    kept = [event for event in plain if event in loud]
    assert len(kept) >= 0.7 * len(plain), [event for event in plain if event not in loud]


@settings(max_examples=5, deadline=None)
@given(st.permutations(range(len(REPORTS))))
def test_the_company_of_other_articles_changes_nothing(order: list[int]) -> None:
    """In which order and in which batch an article is coded leaves no trace in it."""
    coder = load_coder()
    together = {n: coder.code(Article(id="report", text=REPORTS[n], published=DAY)) for n in order}
    assert all(together[n] == alone(REPORTS[n]) for n in order)


@cache
def alone(text: str) -> CodedArticle:
    return code(text)


@given(st.text(max_size=200))
@settings(max_examples=40, deadline=None)
def test_any_text_is_coded_or_has_no_events(text: str) -> None:
    coded = code(text)
    assert all(coded.article.text[event.quote_start : event.quote_end] == event.quote for event in coded.events)


@pytest.mark.parametrize(
    "text",
    [
        "The club launched a scathing attack on its own defence after the match.",
        "Grocers opened a new front in the price war over bread.",
        "The novel captured the mood of the nineties.",
        "The minister said that the weather was fine.",
        "She died of leukemia.",
        "The barrage on the river holds water for irrigation.",
        "The mine lies north of the town, located between two hills.",
        "The sensors could warn villagers of smoke.",
        "The police asked the man why he ran.",
        "He made it clear during a press conference in Geneva.",
    ],
)
def test_metaphors_and_statements_are_no_events(text: str) -> None:
    assert not code(text).events
