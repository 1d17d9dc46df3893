"""One article has one address, whatever way a reader came."""

import csv

import pytest

from flows.sources import addresses
from flows.sources.addresses import canonical_address, clean_address, declared_address, tracking_parameters

SAME = "https://herald.example/world/a?id=7"


@pytest.mark.parametrize(
    "url",
    [
        "https://herald.example/world/a?id=7",
        "http://www.herald.example/world/a/?id=7",
        "https://HERALD.example:443/world/a?utm_source=x&id=7#comments",
        "https://m.herald.example/world/a?id=7&fbclid=x",
        "https://mobile.herald.example/world/a?id=7",
        "https://amp.herald.example/world/a?id=7",
        "https://herald.example/amp/world/a?id=7",
        "https://herald.example/world/a/amp/?id=7",
        "https://herald.example/world/a?id=7&amp=1",
        "https://www.google.com/amp/s/herald.example/world/a?id=7",
        "https://herald-example.cdn.ampproject.org/c/s/herald.example/world/a?id=7",
    ],
)
def test_variants_have_one_address(url: str) -> None:
    assert canonical_address(url) == SAME


def test_a_mobile_part_in_the_middle_goes_and_other_words_stay() -> None:
    assert canonical_address("https://en.m.wiki.example/a") == "https://en.wiki.example/a"
    assert canonical_address("https://m.example/a") == "https://m.example/a"
    assert canonical_address("https://herald.example/camp/example") == "https://herald.example/camp/example"


@pytest.mark.parametrize("url", ["https://a.example/x?id=1", "https://a.example/x?id=2", "https://b.example/x?id=1"])
def test_other_articles_have_other_addresses(url: str) -> None:
    others = {"https://a.example/x?id=1", "https://a.example/x?id=2", "https://b.example/x?id=1"} - {url}
    assert canonical_address(url) not in {canonical_address(other) for other in others}


def test_every_tracking_parameter_goes_as_its_example_has_it() -> None:
    with (addresses.Path(addresses.__file__).parent / "tracking.csv").open(encoding="utf-8") as lines:
        examples = [row["example"] for row in csv.DictReader(lines)]
    assert len(examples) == len(set(tracking_parameters()))
    for example in examples:
        assert clean_address(f"https://a.example/x?{example}&id=1") == "https://a.example/x?id=1"


def test_what_tracks_nothing_stays_to_the_character() -> None:
    url = "https://A.example/x?b=2&a=%20é&empty="
    assert clean_address(url) == url


@pytest.mark.parametrize("url", ["", "x", "mailto:a@b", "https://[::1", "https://a.example:port/x"])
def test_what_is_no_address_is_left_alone(url: str) -> None:
    assert canonical_address(url) == clean_address(url) == url


def test_a_page_may_declare_its_address_within_its_site() -> None:
    fetched = "https://www.herald.example/a?x=1"
    assert declared_address("https://herald.example/a", fetched) == "https://herald.example/a"
    assert declared_address("https://other.example2/a", fetched) == fetched
    assert declared_address("https://herald.example/", fetched) == fetched
    assert declared_address(None, fetched) == fetched
    assert declared_address("https://herald.example/a", None) == "https://herald.example/a"
