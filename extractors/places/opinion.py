"""What a Nominatim server's answer says of a name: one place, or nothing where its answers are several."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from extractors.places.gazetteer.distance import distance_km
from extractors.places.wordlists import read_list

ONE_PLACE = 25.0  # km within which several answers are one place: a town's point and its boundary's middle
LONGEST = 200  # characters of a name
_DIVISION = ("boundary", "administrative")
_RANKS = ((4, "country"), (9, "admin1"), (12, "admin2"))  # up to which rank of Nominatim a boundary is what


class Opinion(NamedTuple):
    """A place as a server tells it; `country` is ISO 3166-1 alpha-2, where the server says it."""

    name: str
    latitude: float
    longitude: float
    country: str | None
    precision: str


def opinion_of(answers: Sequence[Mapping[str, Any]], country: str | None = None) -> Opinion | None:
    """The place that all answers mean; None if there is none, or if they are several far from each other.

    Shops, streets and other things that bear a name count for nothing, nor does what lies in another country.

    >>> opinion_of([{"lat": "1.5", "lon": "2.5", "name": "Sampleville", "class": "place", "type": "town"}]).precision
    'point'

    Raises:
        ValueError: an answer is none that Nominatim gives.
    """
    found = [opinion for answer in answers if (opinion := _read(answer))]
    near = [one for one in found if country is None or one.country in (country.upper(), None)]
    if not near or any(distance_km(one[1:3], near[0][1:3]) > ONE_PLACE for one in near):
        return None
    return near[0]


def _read(answer: Mapping[str, Any]) -> Opinion | None:
    precision = _precision(answer)
    if precision is None:
        return None
    latitude, longitude = float(answer["lat"]), float(answer["lon"])
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError(f"no such point: {latitude} {longitude}")
    told = answer.get("name") or str(answer.get("display_name") or "").split(",")[0]
    code = str((answer.get("address") or {}).get("country_code") or "").upper()
    return Opinion(" ".join(str(told).split())[:LONGEST], latitude, longitude, code or None, precision)


def _precision(answer: Mapping[str, Any]) -> str | None:
    """The codebook's precision; `area` where the server does not say what a thing is, None for no place."""
    sort = (str(answer.get("class") or answer.get("category") or ""), str(answer.get("type") or ""))
    if sort[0] == "":
        return "area"
    if sort != _DIVISION:
        return _precisions().get(sort)
    rank = answer.get("place_rank")
    if rank is None:
        return "area"
    return next((precision for highest, precision in _RANKS if int(rank) <= highest), "point")


@cache
def _precisions() -> Mapping[tuple[str, str], str]:
    return {(row["class"], row["type"]): row["precision"] for row in read_list("nominatim")}
