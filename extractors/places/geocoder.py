"""The gazetteer as a geocoder of geopy, without a network; and a Nominatim server as a second opinion."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderServiceError, GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from extractors.places.gazetteer.lookup import Gazetteer, Place, open_gazetteer
from extractors.places.opinion import Opinion, opinion_of
from schemas.errors import SourceError

PATIENCE = 10.0  # seconds for an answer
ANSWERS = 5  # of a server: enough to see that a name is that of several places


class OfflineAdapter(BaseSyncAdapter):
    """An adapter that refuses every request: whoever uses it cannot reach the network by mistake."""

    def get_json(self, url: str, **_: object) -> object:
        """Refuses."""
        raise GeocoderServiceError(f"offline: {url} was not asked")

    def get_text(self, url: str, **_: object) -> str:
        """Refuses."""
        raise GeocoderServiceError(f"offline: {url} was not asked")


class GazetteerGeocoder(Geocoder):
    """Geocodes names of places of the gazetteer; nothing leaves the machine."""

    def __init__(self, path: Path | None = None, *, scheme: str | None = None) -> None:
        """`path`: the folder of a user's gazetteer (None: the shipped one)."""
        super().__init__(scheme=scheme, user_agent="annalist", adapter_factory=OfflineAdapter)
        self.gazetteer = open_gazetteer(path)

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: float | object = DEFAULT_SENTINEL,  # noqa: ARG002 - geopy passes it; nothing here waits
        country_codes: str | Sequence[str] | None = None,
        limit: int | None = None,
    ) -> Location | list[Location] | None:
        """The places that bear a name, most likely first; "Palmyra, Syria": those inside what follows.

        With `country_codes` other spellings of the name are tried too.
        """
        if not isinstance(query, str):
            raise GeocoderQueryError("query must be a name")
        name, _, rest = query.partition(",")
        countries = _codes(country_codes)
        found = self.gazetteer.candidates_in(name, countries) if countries else self.gazetteer.candidates(name)
        places = _inside(found, rest.strip(), self.gazetteer) if rest.strip() else found
        return _answer([_location(place) for place in places[:limit]], exactly_one=exactly_one)

    def reverse(
        self,
        query: Point | tuple[float, float] | str,
        *,
        exactly_one: bool = True,
        timeout: float | object = DEFAULT_SENTINEL,  # noqa: ARG002 - geopy passes it; nothing here waits
        limit: int = 5,
        within_km: float = 100.0,
    ) -> Location | list[Location] | None:
        """The settlements and sites nearest to a point, within a distance."""
        try:
            point = Point(query)
        except (TypeError, ValueError) as error:
            raise GeocoderQueryError(f"not a point: {query!r}") from error
        near = self.gazetteer.nearest(point.latitude, point.longitude, within_km=within_km, limit=limit)
        return _answer([_location(place) for place in near], exactly_one=exactly_one)


def _codes(given: str | Sequence[str] | None) -> frozenset[str]:
    return frozenset(code.strip().upper() for code in ([given] if isinstance(given, str) else given or ()))


def _inside(found: Sequence[Place], container: str, gazetteer: Gazetteer) -> list[Place]:
    """The places inside one of the countries or divisions of a name."""
    around = [place for place in gazetteer.candidates(container) if place.feature in "CA"]
    units = {(place.country, place.name if place.feature == "A" else None) for place in around}
    return [place for place in found if (place.country, None) in units or (place.country, place.admin1) in units]


def _location(place: Place) -> Location:
    address = ", ".join(dict.fromkeys(part for part in (place.name, place.admin1, place.country) if part))
    raw = {name: getattr(place, name) for name in ("country", "admin1", "geonameid", "population", "feature")}
    return Location(address, Point(place.latitude, place.longitude), raw | {"name": place.name})


def _answer(locations: list[Location], *, exactly_one: bool) -> Location | list[Location] | None:
    if not locations:
        return None
    return locations[0] if exactly_one else locations


class SecondOpinion:
    """Asks a Nominatim server about names that the gazetteer does not know: once each, and not faster than allowed."""

    def __init__(
        self,
        domain: str,
        user_agent: str,
        *,
        pause: float = 1.0,
        scheme: str = "https",
        adapter_factory: Callable[..., BaseSyncAdapter] | None = None,
    ) -> None:
        """`domain`: the server's address without scheme; `user_agent`: who asks, with a contact; `pause` in seconds."""
        extra: dict[str, Any] = {"adapter_factory": adapter_factory} if adapter_factory else {}
        server = Nominatim(domain=domain, user_agent=user_agent, scheme=scheme, timeout=PATIENCE, **extra)
        logging.getLogger("geopy").setLevel(logging.CRITICAL)  # it logs each failed try with its traceback; we raise
        # An outage must not read as "no such place": errors are raised, not turned into None.
        self._ask = RateLimiter(
            server.geocode,
            min_delay_seconds=pause,
            max_retries=2,
            error_wait_seconds=2 * pause,
            swallow_exceptions=False,
        )
        self._known: dict[tuple[str, str], Opinion | None] = {}

    def locate(self, name: str, country: str | None = None) -> Opinion | None:
        """Where the server puts a name, inside a country if one is given; None if it knows none, or several apart.

        Raises:
            SourceError: the server did not answer, or not as Nominatim does.
        """
        asked = (name, (country or "").lower())
        if asked not in self._known:
            try:
                self._known[asked] = opinion_of(self._answers(*asked), country)
            except (GeopyError, AttributeError, KeyError, TypeError, ValueError) as error:
                raise SourceError(f"Nominatim: {type(error).__name__}: {error}") from error
        return self._known[asked]

    def _answers(self, name: str, country: str) -> list[dict[str, Any]]:
        found = self._ask(
            name,
            country_codes=country or None,
            exactly_one=False,
            limit=ANSWERS,
            addressdetails=True,
            language="en",
        )
        return [location.raw for location in found or ()]
