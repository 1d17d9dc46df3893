"""The country of an article, and which entry a form stands for there."""

import datetime

import pytest

from extractors.actors.finder import find_actors, find_mentioned


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Mali is at war. Mali's north burns. French jets circled.", "MLI"),
        ("Chad and Sudan signed it.", None),
        ("Nobody came.", None),
    ],
)
def test_home_is_the_country_named_most(text: str, home: str | None) -> None:
    _, scene, _ = find_mentioned(text)
    assert scene.home == home


def test_places_count_for_home() -> None:
    _, scene, _ = find_mentioned("Chad and Sudan signed it.")
    scene.count_places(["TD", "TD", "TD"])
    assert scene.home == "TCD"


def test_a_known_surname_needs_its_country_or_its_name() -> None:
    day = datetime.date(2019, 5, 1)
    assert "Vladimir Putin" not in {m.party.name for m in find_actors("It was Putin.", day)}
    assert "Vladimir Putin" in {m.party.name for m in find_actors("Russia waits. It was Putin.", day)}
