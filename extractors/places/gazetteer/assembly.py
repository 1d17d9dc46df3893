"""From tables to the index: what several tables tell of one place becomes one place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from extractors.places.gazetteer.indexwriter import Entry
from extractors.places.gazetteer.spelling import fold_key, key_n2
from extractors.places.gazetteer.tables import Row

_CELL = 5  # cells of a fifth of a degree: what lies in neighbouring cells may be one place
_TOWNS = "PQ"
_UNITS = "CAGW"  # told by their names alone: their points differ from table to table


class _Seen(NamedTuple):
    row: Row
    keys: frozenset[str]


class Merger:
    """Rows entered by hand, and the towns of the large table that they tell more about."""

    def __init__(self, curated: Iterable[Row], ladder: frozenset[str]) -> None:
        """A later row replaces an earlier one of the same place, and keeps its further names."""
        self._ladder = ladder
        self._cells: dict[tuple[str, int, int], list[int]] = defaultdict(list)
        self._seen: list[_Seen] = []
        self._taken: dict[int, tuple[Row, ...]] = {}
        self._renamed: dict[tuple[str, str], str] = {}
        for row in curated:
            self._learn(row)

    def _learn(self, row: Row) -> None:
        before = self._same(row)
        if before is not None:
            row = _merged(row, (self._seen[before].row,))
            self._seen[before] = _Seen(row, _keys(row))
            return
        number = len(self._seen)
        self._seen.append(_Seen(row, _keys(row)))
        _, across, up = _cell(row)
        reach = (0,) if row.feature in _UNITS else (-1, 0, 1)
        for dx in reach:
            for dy in reach:
                self._cells[row.country, across + dx, up + dy].append(number)

    def entries(self, large: Iterable[Row]) -> Iterator[Entry]:
        """All places: those of the large table first, then those entered by hand, each once.

        The large table has its first-level divisions before the towns, which are told to lie in them by the names that
        the rows entered by hand give.
        """
        for row in large:
            number = self._same(row)
            if number is None:
                yield self._entry(row)
            else:
                self._taken[number] = (*self._taken.get(number, ()), row)
                if row.feature == "A":
                    self._renamed[row.country, row.name] = self._seen[number].row.name
        for number, seen in enumerate(self._seen):
            yield self._entry(_merged(seen.row, self._taken.get(number, ())), (seen.row.name, *seen.row.aliases))

    def _same(self, row: Row) -> int | None:
        for number in self._cells.get(_cell(row), ()):
            seen = self._seen[number]
            if row.geonameid and row.geonameid == seen.row.geonameid:
                return number
            if _alike(row.feature, seen.row.feature) and seen.keys & _keys(row):
                return number
        return None

    def _entry(self, row: Row, by_hand: tuple[str, ...] = ()) -> Entry:
        row = row._replace(admin1=self._renamed.get((row.country, row.admin1), row.admin1))
        own = frozenset(by_hand or (row.name,))
        return Entry(row, bool(by_hand), row.country in self._ladder, own)


def _cell(row: Row) -> tuple[str, int, int]:
    """Where neighbours are looked for."""
    if row.feature in _UNITS:
        return row.country, 9999, ord(row.feature)
    return row.country, int(row.longitude * _CELL), int(row.latitude * _CELL)


def _alike(one: str, other: str) -> bool:
    return one == other or (one in _TOWNS and other in _TOWNS)


def _keys(row: Row) -> frozenset[str]:
    """All its names as they are, and its own folded: other names folded join neighbours that are two places."""
    names = [key_n2(name) for name in (row.name, *row.aliases)]
    return frozenset((*names, "~" + fold_key(names[0])))


def _merged(row: Row, others: tuple[Row, ...]) -> Row:
    """A row entered by hand with the number, the people and the further names of the same place in the large table."""
    if not others:
        return row
    main = max(others, key=lambda other: other.population)
    names = dict.fromkeys((*row.aliases, *(name for other in others for name in (other.name, *other.aliases))))
    return row._replace(
        geonameid=row.geonameid or main.geonameid,
        population=row.population or main.population,
        admin1=row.admin1 or main.admin1,
        aliases=tuple(name for name in names if name != row.name),
    )
