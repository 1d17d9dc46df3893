"""One event once: what may be told again, what stays apart, and the laws of merging."""

import dataclasses
import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.events.once.merge import merge_mentions
from schemas.mention import Mention, Party

TEXT = "The blast in Marak killed 12. The attack angered the town. "
DAY = datetime.date(2020, 5, 4)


def event(start: int = 0, quote: str = "x" * 40, word: tuple[int, int] = (0, 5), **fields: object) -> Mention:
    told: dict[str, object] = {
        "kind": "attack",
        "status": "occurred",
        "quote": quote,
        "quote_start": start,
        "quote_end": start + len(quote),
        "trigger_start": start + word[0],
        "trigger_end": start + word[1],
    }
    return Mention(**(told | fields))  # a mapping of mixed types


def placed(name: str) -> dict[str, object]:
    return {"place": name, "place_precision": "point"}


def test_a_second_telling_adds_what_the_first_left_out() -> None:
    lead = event(0, **placed("Marak"), actors=(Party(name="rebels", text="rebels"),))
    later = event(100, deaths_low=12, deaths_high=12)
    merged = merge_mentions([lead, later])
    assert len(merged) == 1
    assert (merged[0].place, merged[0].deaths_low) == ("Marak", 12)
    assert merged[0].evidence["told_again"] == (100, 140)


def test_none_dead_is_not_overwritten() -> None:
    lead = event(0, deaths_low=0, deaths_high=0, injured_low=0, injured_high=0)
    assert merge_mentions([lead, event(100)])[0].deaths_high == 0


def test_places_days_sides_and_tolls_keep_events_apart() -> None:
    day = {"date_start": DAY, "date_end": DAY, "date_edtf": "2020-05-04", "date_basis": "explicit"}
    next_day = DAY + datetime.timedelta(days=1)
    other = {"date_start": next_day, "date_end": next_day, "date_edtf": "2020-05-05", "date_basis": "explicit"}
    rebels, army = (Party(name=name, text=name) for name in ("rebels", "army"))
    pairs = [
        (placed("Marak"), placed("Sorin")),
        (day, other),
        ({"actors": (rebels,)}, {"actors": (army,)}),
        ({"deaths_low": 3, "deaths_high": 3}, {"deaths_low": 5, "deaths_high": 5}),
        ({"status": "planned"}, {}),
        ({"kind": "siege"}, {}),
    ]
    for one, two in pairs:
        assert len(merge_mentions([event(0, **one), event(100, **two)])) == 2, (one, two)


def test_the_attack_points_back_at_the_blast() -> None:
    blast = event(0, kind="bombing", **placed("Marak"))
    attack = event(100, quote="The attack angered the town.", word=(4, 10), deaths_low=12)
    merged = merge_mentions([blast, attack])
    assert [(one.kind, one.deaths_low) for one in merged] == [("bombing", 12)]


def test_an_attack_does_not_point_back() -> None:
    blast = event(0, kind="bombing", **placed("Marak"))
    attack = event(100, quote="An attack angered the town.", word=(3, 9))
    assert len(merge_mentions([blast, attack])) == 2


events = st.builds(
    event,
    st.integers(min_value=0, max_value=9).map(lambda n: 50 * n),
    kind=st.sampled_from(["attack", "bombing", "siege"]),
    status=st.sampled_from(["occurred", "planned", "unconfirmed"]),
    place=st.sampled_from([None, "Marak", "Sorin"]),
    deaths_low=st.sampled_from([None, 0, 3]),
).map(lambda one: dataclasses.replace(one, place_precision="point" if one.place else "unknown"))


@settings(max_examples=60, deadline=None)
@given(st.lists(events, max_size=8), st.randoms(use_true_random=False))
def test_merging_twice_or_in_another_order_changes_nothing(told: list[Mention], random: object) -> None:
    distinct = list({(one.trigger_start, one.kind, one.place, one.status): one for one in told}.values())
    merged = merge_mentions(distinct)
    assert merge_mentions(merged) == merged
    shuffled = list(distinct)
    random.shuffle(shuffled)  # hypothesis types its source of chance as object
    assert merge_mentions(shuffled) == merged


@settings(max_examples=60, deadline=None)
@given(st.lists(events, max_size=8))
def test_nothing_is_told_that_nobody_told(told: list[Mention]) -> None:
    kinds = {one.kind for one in told}
    merged = merge_mentions(told)
    assert len(merged) <= len(told)
    assert {one.kind for one in merged} <= kinds
    assert bool(merged) == bool(told)
