"""The file that a gazetteer is looked up in: read-only, mapped into memory, shared by all processes.

    header   magic, length of a JSON object, the object: version, counts, offsets, lists of countries and divisions
    places   one fixed record each
    names    the places' names, each after its length
    buckets  offsets into the keys, by the low bits of their CRC-32
    keys     length, key, number of places, then for each its number and whether the key is its own name

Keys of the ladder's steps share the table: `\\x03` begins an N3 key, `\\x04` and two letters of a country an N4 key,
`\\x01` a first word with the largest number of words of a name that begins so.
"""

import json
import math
import mmap
import struct
import zlib
from pathlib import Path
from typing import IO

from extractors.mapped import let_go
from extractors.places.gazetteer.tables import Row

MAGIC = b"ANNALGZ1"
RECORD = struct.Struct(
    "<iiIIIHHBB"
)  # latitude, longitude, geonameid, population, name, country, admin1, feature, flags
LENGTH = struct.Struct("<H")
NUMBER = struct.Struct("<I")
SCALE = 100_000
CURATED = 1  # flag of a place: entered by hand
FIRST, JOINED, FOLDED = "\x01", "\x03", "\x04"


class IndexFile:
    """Looks keys up in a file, or in the bytes of one."""

    def __init__(self, data: mmap.mmap | bytes) -> None:
        """Reads the header; the rest is read where it is needed."""
        if bytes(data[:8]) != MAGIC:
            raise ValueError("not an index of a gazetteer")
        (length,) = NUMBER.unpack_from(data, 8)
        self.header = json.loads(bytes(data[12 : 12 + length]))
        self._data = data
        base = 12 + length
        self._places, self._names, self._buckets, self._keys = (base + at for at in self.header["offsets"])
        self._mask: int = self.header["buckets"] - 1
        self._countries: list[str] = self.header["countries"]
        self._divisions: list[str] = self.header["divisions"]

    def find(self, key: str) -> list[tuple[int, bool]]:
        """The places that bear a key: number, and whether it is their own name rather than another one."""
        at, count = self._locate(key.encode("utf-8", "replace"))
        numbers = struct.unpack_from(f"<{count}I", self._data, at) if count else ()
        return [(number >> 1, bool(number & 1)) for number in numbers]

    def __contains__(self, key: str) -> bool:
        return self._locate(key.encode("utf-8", "replace"))[0] >= 0

    def longest(self, word: str) -> int:
        """How many words the longest name has that begins with this word; 0 if none does."""
        at, count = self._locate((FIRST + word).encode("utf-8", "replace"))
        return int(NUMBER.unpack_from(self._data, at)[0]) if count else 0

    def _locate(self, key: bytes) -> tuple[int, int]:
        """Where the numbers of a key begin, and how many there are; -1 if there is no such key."""
        data = self._data
        slot = self._buckets + 4 * (zlib.crc32(key) & self._mask)
        start, end = struct.unpack_from("<II", data, slot)
        at, end = self._keys + start, self._keys + end
        while at < end:
            length = data[at]
            after = at + 1 + length
            (count,) = LENGTH.unpack_from(data, after)
            if data[at + 1 : after] == key:
                return after + 2, count
            at = after + 2 + 4 * count
        return -1, 0

    def record(self, number: int) -> tuple[Row, bool]:
        """The place of a number, without its other names, and whether it was entered by hand."""
        latitude, longitude, geonameid, population, name, country, admin1, feature, flags = RECORD.unpack_from(
            self._data, self._places + number * RECORD.size
        )
        at = self._names + name
        (length,) = LENGTH.unpack_from(self._data, at)
        row = Row(
            str(self._data[at + 2 : at + 2 + length], "utf-8"),
            latitude / SCALE,
            longitude / SCALE,
            self._countries[country],
            self._divisions[admin1],
            geonameid,
            population,
            chr(feature),
            (),
        )
        return row, bool(flags & CURATED)

    def within(self, latitude: float, longitude: float, degrees: float) -> list[int]:
        """The numbers of the places in a box around a point, so many degrees up and down, as far to the sides."""
        wide = degrees / max(0.01, math.cos(math.radians(latitude)))
        low, high = round((latitude - degrees) * SCALE), round((latitude + degrees) * SCALE)
        west, east = round((longitude - wide) * SCALE), round((longitude + wide) * SCALE)
        with memoryview(self._data) as view, view[self._places : self._names] as places:
            return [
                number
                for number, (up, across, *_) in enumerate(RECORD.iter_unpack(places))
                if low <= up <= high and west <= across <= east
            ]

    def let_go(self) -> None:
        """Returns nothing; what was read of a mapped file is no longer this process's: it is read again on demand."""
        if isinstance(self._data, mmap.mmap):
            let_go(self._data)


def map_file(file: IO[bytes]) -> IndexFile:
    """The index in an open file, mapped: what nobody looks up takes no memory."""
    return IndexFile(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def open_index(path: Path) -> IndexFile:
    """The index in a file."""
    with path.open("rb") as file:
        return map_file(file)
