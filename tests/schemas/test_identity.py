"""Two articles tell one event where kind, days and place agree."""

import dataclasses
import datetime

from schemas.article import Article
from schemas.identity import event_ids, mention_id
from schemas.mention import Mention, Party

DAY = datetime.date(2021, 3, 4)
ONE, OTHER = Article(id="1", text="x"), Article(id="2", text="y")
LOCAL = Mention(
    kind="airstrike", status="occurred", quote="x", quote_start=0, quote_end=1, trigger_start=0, trigger_end=1,
    date_start=DAY, date_end=DAY, date_precision="day", place="Idlib", country="SY", place_precision="point",
)  # fmt: skip


def same(one: Mention, other: Mention) -> bool:
    return event_ids(ONE, [one]) == event_ids(OTHER, [other])


def test_kind_day_and_town_make_one_event_whoever_is_named() -> None:
    named = dataclasses.replace(LOCAL, actors=(Party(name="Russia", text="Russian"),))
    assert same(LOCAL, named)
    assert not same(LOCAL, dataclasses.replace(LOCAL, place="Homs"))
    assert not same(LOCAL, dataclasses.replace(LOCAL, kind="shelling"))


def test_a_plan_is_not_the_deed() -> None:
    assert not same(LOCAL, dataclasses.replace(LOCAL, status="planned"))
    assert same(LOCAL, dataclasses.replace(LOCAL, status="unconfirmed"))


def test_a_whole_country_needs_the_same_parties() -> None:
    wide = dataclasses.replace(LOCAL, place="Syria", place_precision="country")
    assert same(wide, wide)
    assert not same(wide, dataclasses.replace(wide, actors=(Party(name="Russia", text="Russian"),)))


def test_what_has_no_day_stays_with_its_article() -> None:
    undated = dataclasses.replace(LOCAL, date_start=None, date_end=None, date_precision="unknown")
    assert not same(undated, undated)
    assert event_ids(ONE, [undated]) == event_ids(ONE, [undated])


def test_two_like_events_of_one_article_stay_two() -> None:
    first, second = event_ids(ONE, [LOCAL, LOCAL])
    assert first != second
    assert mention_id(ONE, first) != mention_id(OTHER, first)
