"""The packed table of places that the package ships: blocks of columns, which pack far better than rows."""

import csv
import io
import lzma
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from extractors.places.gazetteer.tables import Row

BLOCK = 4_000  # rows that are unpacked together
COLUMNS = 8


def pack_rows(rows: Iterable[Row]) -> bytes:
    """Rows as a packed table; read back they are the same, with coordinates to a thousandth of a degree."""
    written = io.StringIO()
    for (country, feature), group in groupby(rows, key=lambda row: (row.country, row.feature)):
        kept = list(group)
        for first in range(0, len(kept), BLOCK):
            _write_block(written, country, feature, kept[first : first + BLOCK])
    return lzma.compress(written.getvalue().encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)


def _write_block(file: io.StringIO, country: str, feature: str, rows: Sequence[Row]) -> None:
    lines = csv.writer(file, lineterminator="\n")
    lines.writerow([country, feature, len(rows)])
    lines.writerow(row.name for row in rows)
    lines.writerow("|".join(row.aliases) for row in rows)
    lines.writerow(_steps([round(row.latitude * 1000) for row in rows]))
    lines.writerow(_steps([round(row.longitude * 1000) for row in rows]))
    lines.writerow(_steps([row.geonameid for row in rows]))
    lines.writerow(row.population or "" for row in rows)
    lines.writerow("" if row.admin1 == before.admin1 else row.admin1 or "-" for before, row in pairwise((_NONE, *rows)))


_NONE = Row("", 0, 0, "", "", 0, 0, "", ())


def _steps(numbers: list[int]) -> list[int]:
    return [number - before for before, number in pairwise((0, *numbers))]


def unpack_rows(data: bytes) -> Iterator[Row]:
    """The rows of a packed table."""
    with lzma.open(io.BytesIO(data)) as packed, io.TextIOWrapper(packed, encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        for country, feature, count in lines:
            columns = [next(lines) for _ in range(COLUMNS - 1)]
            yield from _read_block(country, feature, int(count), columns)


def _read_block(country: str, feature: str, count: int, columns: Sequence[Sequence[str]]) -> Iterator[Row]:
    names, aliases, latitudes, longitudes, numbers, people, divisions = columns
    latitude = longitude = geonameid = 0
    admin1 = ""
    for at in range(count):
        latitude += int(latitudes[at])
        longitude += int(longitudes[at])
        geonameid += int(numbers[at])
        admin1 = (divisions[at] if divisions[at] != "-" else "") if divisions[at] else admin1
        others = tuple(aliases[at].split("|")) if aliases[at] else ()
        yield Row(
            names[at],
            latitude / 1000,
            longitude / 1000,
            country,
            admin1,
            geonameid,
            int(people[at] or 0),
            feature,
            others,
        )
