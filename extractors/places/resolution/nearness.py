"""How near a place lies to the others of its text."""

import math
from collections.abc import Sequence

from extractors.places.gazetteer.lookup import Place

NEAR_KM = 150.0
FAR_NORTH = 16.0  # degrees of latitude from which nearness is below a ten-thousandth
NEARNESS = 1.2  # what a name at the same spot adds, up to three
MOST_NEAR = 3 * NEARNESS + 0.001


def nearness(place: Place, beside: Sequence[Place]) -> float:
    """What the three nearest of the other places of a text say for a place."""
    if not beside or place.feature in "CGW":
        return 0.0
    distances = _distances(place.latitude, place.longitude, beside)
    if not distances:
        return 0.0
    distances.sort()
    return sum([NEARNESS * math.exp(-distance / NEAR_KM) for distance in distances[:3]])


def _distances(latitude: float, longitude: float, beside: Sequence[Place]) -> list[float]:
    """The same as `kilometres` for many at once, without those too far to the north or south to count."""
    cos, radians, hypot = math.cos, math.radians, math.hypot
    found = []
    for other in beside:
        up = latitude - other.latitude
        if -FAR_NORTH < up < FAR_NORTH:
            across = abs(longitude - other.longitude)
            x = (across if across <= 180 else 360 - across) * cos(radians((latitude + other.latitude) / 2))
            found.append(111.2 * hypot(x, up))
    return found


def kilometres(one: Place, other: Place) -> float:
    """Roughly how far two places lie apart; good to a few per cent below a thousand kilometres."""
    across = abs(one.longitude - other.longitude)
    x = min(across, 360 - across) * math.cos(math.radians((one.latitude + other.latitude) / 2))
    return 111.2 * math.hypot(x, one.latitude - other.latitude)
