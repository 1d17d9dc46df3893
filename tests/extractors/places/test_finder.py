"""Names of places: found, typed, resolved."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.places.finder import find_places
from extractors.places.gazetteer.lookup import open_gazetteer
from extractors.places.placing.event import place_event
from schemas.mention import PlaceMention

GAZETTEER = open_gazetteer()


def places(text: str) -> list[PlaceMention]:
    return list(find_places(text, GAZETTEER))


@pytest.mark.parametrize(
    ("text", "name", "country", "latitude", "longitude"),
    [
        ("The army took Palmyra in Syria.", "Palmyra", "SY", 34.6, 38.3),
        ("Syrian troops near Tadmur waited.", "Palmyra", "SY", 34.6, 38.3),
        ("They marched on Deir Ez-Zor.", "Deir ez-Zor", "SY", 35.3, 40.1),
        ("They marched on Raqqa.", "Raqqa", "SY", 35.9, 39.0),
        ("Jets took off from Hmeymim.", "Hmeymim", "SY", 35.4, 35.9),
        ("Shells fell on Kharkov.", "Kharkiv", "UA", 50.0, 36.2),
        ("A house in Gaza fell.", "Gaza Strip", "PS", 31.4, 34.3),
        ("Buses stopped in Gaza province in Mozambique.", "Gaza", "MZ", -23.1, 32.9),
        ("Two tankers burned in the Gulf.", "Persian Gulf", None, 26.8, 51.5),
        ("In the Lebanese city of Tripoli shops closed. Lebanon wept.", "Tripoli", "LB", 34.4, 35.8),
    ],
)
def test_places_of_war_are_known(text: str, name: str, country: str | None, latitude: float, longitude: float) -> None:
    found = next(place for place in places(text) if place.kind == "literal")
    assert (found.name, found.country) == (name, country)
    assert found.latitude == pytest.approx(latitude, abs=0.2)
    assert found.longitude == pytest.approx(longitude, abs=0.2)


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("Syrian troops left.", "demonym", "SY"),
        ("Moscow said no.", "metonym", "RU"),
        ("The Geneva Convention forbids it.", "organization", "CH"),
        ("Shops in Geneva closed.", "literal", "CH"),
    ],
)
def test_mentions_are_typed(text: str, kind: str, country: str) -> None:
    assert [(place.kind, place.country) for place in places(text)] == [(kind, country)]


def test_near_a_town_is_an_area_and_a_country_a_country() -> None:
    assert [place.precision for place in places("It fell near Aleppo in Syria.")] == ["area", "country"]


@settings(deadline=None)  # a busy machine takes longer than the law it tests
@given(
    st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(["\x00Homs\u200f", "A" * 9999, "Homs " * 500])
)
def test_any_text_is_borne_and_spans_are_slices(text: str) -> None:
    for place in places(text):
        assert text[place.start : place.end] == place.text


def test_coordinated_towns_each_place_the_event_and_speech_has_no_place() -> None:
    text = "The army plans an offensive on Deir Ez-Zor and Raqqa."
    trigger = (text.index("offensive"), text.index("offensive") + 9)
    found = place_event(places(text), text=text, sentence=(0, len(text)), trigger=trigger, kind="offensive")
    assert [place.place for place in found] == ["Deir ez-Zor", "Raqqa"]
    assert place_event(places(text), text=text, sentence=(0, len(text)), trigger=trigger, kind="threat") == ()
