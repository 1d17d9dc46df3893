"""Distances on the globe."""

import math

EARTH_KM = 6371.009


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance of two points, in kilometres.

    >>> round(distance_km((36.2, 37.16), (33.51, 36.29)))
    309
    """
    up, across, up2, across2 = map(math.radians, (*one, *other))
    half = math.sin((up2 - up) / 2) ** 2 + math.cos(up) * math.cos(up2) * math.sin((across2 - across) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
