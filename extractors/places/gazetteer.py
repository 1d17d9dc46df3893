"""The gazetteer: names of places and what may bear them, read once from the data that the package ships."""

import csv
import gzip
import hashlib
import io
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from schemas.errors import ConfigurationError

DATA = Path(__file__).parent / "data"
_MARKS = re.compile(r"[’‘ʼ`'´ʿʾ]")
_GAPS = re.compile(r"[-–_/.,() ]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place: point in WGS84 degrees, country alpha-2.

    `feature` is C country, A division, P settlement, S site, R region, L line, W waters.
    """

    name: str
    latitude: float
    longitude: float
    country: str
    admin1: str | None
    geonameid: int | None
    population: int
    feature: str


class Gazetteer:
    """Candidates by name. `version` names the data: their digest and number."""

    def __init__(self, rows: Sequence[Sequence[str]], version: str) -> None:
        """Indexes rows of the data file by every name they bear."""
        self.version = version
        self._rows = rows
        self._index: dict[str, list[int]] = {}
        for number, row in enumerate(rows):
            for name in {row[0], *row[8].split("|")} - {""}:
                self._index.setdefault(name_key(name), []).append(number)

    def __contains__(self, name: str) -> bool:
        return name_key(name) in self._index

    def candidates(self, name: str) -> list[Place]:
        """All places that bear a name, largest first, then in the order of the data."""
        places = [_place(self._rows[number]) for number in self._index.get(name_key(name), ())]
        return sorted(places, key=lambda place: -place.population)


def name_key(name: str) -> str:
    """A name without case, accents, apostrophes, and with one kind of gap.

    >>> name_key("Deir ez-Zôr")
    'deir ez zor'
    """
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        name = _MARKS.sub("", name)
    elif "'" in name or "`" in name:
        name = _MARKS.sub("", name)
    return _GAPS.sub(" ", name.lower()).strip()


def _place(row: Sequence[str]) -> Place:
    return Place(
        name=row[0],
        latitude=float(row[1]),
        longitude=float(row[2]),
        country=row[3],
        admin1=row[4] or None,
        geonameid=int(row[5]) if row[5] else None,
        population=int(row[6]),
        feature=row[7],
    )


@cache
def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """The gazetteer in a folder (None: the shipped one).

    Raises:
        ConfigurationError: the folder holds no gazetteer.
    """
    folder = path or DATA
    try:
        packed = (folder / "places.csv.gz").read_bytes()
        overlay = (folder / "overlay.csv").read_bytes()
    except OSError as error:
        raise ConfigurationError(f"{folder}: no gazetteer there ({error.strerror})") from error
    rows = [row for data in (gzip.decompress(packed), overlay) for row in _read(data)]
    digest = hashlib.sha256(packed + overlay).hexdigest()[:8]
    return Gazetteer(rows, f"geonames-naturalearth-{digest} ({len(rows)} places)")


def _read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"))))[1:]
