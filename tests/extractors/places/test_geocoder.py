"""The gazetteer behaves as a geocoder of geopy does, and nothing reaches the network."""

from collections.abc import Callable
from typing import Any

import pytest
from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderServiceError, GeocoderTimedOut
from geopy.geocoders import Nominatim
from geopy.geocoders.base import Geocoder
from geopy.point import Point

from extractors.places.geocoder import GazetteerGeocoder, OfflineAdapter, SecondOpinion
from schemas.errors import SourceError

GEOCODER = GazetteerGeocoder()
ANSWER = [{"display_name": "Sampleville, Nowhere", "lat": "1.5", "lon": "2.5"}]


def test_it_is_a_geocoder() -> None:
    assert isinstance(GEOCODER, Geocoder)
    location = GEOCODER.geocode("Raqqa")
    assert location.address == "Raqqa, Ar-Raqqah, SY"
    assert (location.latitude, location.longitude) == pytest.approx((35.95, 39.0), abs=0.05)
    assert location.raw["feature"] == "P"


def test_what_follows_a_comma_says_in_what_it_lies() -> None:
    assert GEOCODER.geocode("Tripoli, Lebanon").raw["country"] == "LB"
    assert GEOCODER.geocode("Palmyra, New York").raw["country"] == "US"
    assert GEOCODER.geocode("Palmyra, Iceland") is None


def test_other_spellings_need_a_country() -> None:
    assert GEOCODER.geocode("Dayr az Zuwr") is None
    assert GEOCODER.geocode("Dayr az Zuwr", country_codes="sy").raw["name"] == "Deir ez-Zor"


def test_all_answers_come_as_a_list() -> None:
    many = GEOCODER.geocode("Palmyra", exactly_one=False, limit=3)
    assert len(many) == 3
    assert GEOCODER.geocode("Zzyzzxville", exactly_one=False) is None


@pytest.mark.parametrize("point", [(35.95, 39.01), Point(35.95, 39.01), "35.95, 39.01"])
def test_the_nearest_settlement_to_a_point(point: Any) -> None:
    assert GEOCODER.reverse(point).raw["name"] == "Raqqa"


def test_bad_questions_are_errors_of_geopy() -> None:
    with pytest.raises(GeocoderQueryError):
        GEOCODER.geocode(7)  # what a caller may do
    with pytest.raises(GeocoderQueryError):
        GEOCODER.reverse("somewhere")
    assert GEOCODER.reverse((-50, -120)) is None


def test_a_geocoder_with_the_offline_adapter_cannot_ask() -> None:
    server = Nominatim(user_agent="annalist tests", adapter_factory=OfflineAdapter)
    with pytest.raises(GeocoderServiceError, match="offline"):
        server.geocode("Raqqa")


def answering(answer: Callable[[], object], asked: list[str]) -> type[BaseSyncAdapter]:
    class Adapter(BaseSyncAdapter):  # geopy ships no types
        def get_json(self, url: str, **_: object) -> object:
            asked.append(url)
            return answer()

        def get_text(self, url: str, **_: object) -> str:
            raise AssertionError(url)

    return Adapter


def test_the_server_is_asked_once_for_a_name() -> None:
    asked: list[str] = []
    opinion = SecondOpinion("nominatim.example", "tests", pause=0, adapter_factory=answering(lambda: ANSWER, asked))
    for _ in range(2):
        found = opinion.locate("Sampleville", "SY")
        assert found is not None
        assert (found.latitude, found.longitude) == (1.5, 2.5)
    assert len(asked) == 1
    assert asked[0].startswith("https://nominatim.example/search?")
    assert "countrycodes=sy" in asked[0]


def test_an_outage_is_an_error_and_not_an_unknown_place(caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> object:
        raise GeocoderTimedOut("too slow")

    opinion = SecondOpinion("nominatim.example", "tests", pause=0, adapter_factory=answering(fail, []))
    with pytest.raises(SourceError, match="too slow"):
        opinion.locate("Sampleville")
    assert not caplog.records, "the error is all that is told"
    odd = SecondOpinion("nominatim.example", "tests", pause=0, adapter_factory=answering(lambda: ["?"], []))
    with pytest.raises(SourceError):
        odd.locate("Sampleville")
    nothing = SecondOpinion("nominatim.example", "tests", pause=0, adapter_factory=answering(list, []))
    assert nothing.locate("Sampleville") is None
