"""The nearest towns to a point, by cells of one degree."""

from collections import defaultdict
from collections.abc import Iterable
from heapq import nsmallest

from extractors.places.gazetteer.tables import Row

_FAR = 6  # cells beyond which nothing is near


class Towns:
    """Towns by cell."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Sorts the towns into their cells."""
        self._cells: dict[tuple[int, int], list[Row]] = defaultdict(list)
        for row in rows:
            self._cells[round(row.latitude), round(row.longitude)].append(row)

    def nearest(self, latitude: float, longitude: float, count: int, country: str = "") -> list[Row]:
        """The nearest towns, of one country if one is given, nearest first; none if all are far."""
        up, across = round(latitude), round(longitude)
        for reach in range(1, _FAR):
            near = [
                row
                for dy in range(-reach, reach + 1)
                for dx in range(-reach, reach + 1)
                for row in self._cells.get((up + dy, across + dx), ())
                if not country or row.country == country
            ]
            if len(near) >= count:
                return nsmallest(
                    count, near, key=lambda row: (row.latitude - latitude) ** 2 + (row.longitude - longitude) ** 2
                )
        return []
