"""Writes the file that `indexfile` reads: in one pass over the places, with little memory however many there are."""

import json
import struct
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import IO, NamedTuple

from extractors.places.gazetteer.indexfile import CURATED, FIRST, FOLDED, JOINED, LENGTH, MAGIC, NUMBER, RECORD, SCALE
from extractors.places.gazetteer.spelling import fold_key, join_key, key_n2
from extractors.places.gazetteer.tables import Row

PARTS = 16  # the keys are sorted a sixteenth at a time
_SPOOLED = struct.Struct("<IIB")  # bucket, number, length of the key
_KEY = struct.Struct("<B")  # length of a key
LONGEST_KEY = 250
MOST_PLACES = 60_000  # under one key


class Entry(NamedTuple):
    """One place to be written; `folded` says whether the ladder is for it.

    `own` are the names that are as good as its name: in a row entered by hand all of them, else the name alone.
    """

    row: Row
    curated: bool
    folded: bool
    own: frozenset[str]


class IndexWriter:
    """Collects places, then writes the index."""

    def __init__(self, folder: Path, buckets: int) -> None:
        """Keeps what waits for being sorted in files of a folder; `buckets` is a power of two."""
        self._stack = ExitStack()
        self._places = self._spool(folder)
        self._names = self._spool(folder)
        self._parts = [self._spool(folder) for _ in range(PARTS)]
        self._buckets = buckets
        self._part_size = buckets // PARTS
        self._first: dict[str, int] = {}
        self._countries: dict[str, int] = {}
        self._divisions: dict[str, int] = {}
        self.count = 0

    def _spool(self, folder: Path) -> IO[bytes]:
        return self._stack.enter_context(tempfile.TemporaryFile(dir=folder))

    def add(self, entry: Entry) -> None:
        """Adds one place."""
        row = entry.row
        packed = RECORD.pack(
            round(row.latitude * SCALE),
            round(row.longitude * SCALE),
            row.geonameid,
            row.population,
            self._names.tell(),
            self._countries.setdefault(row.country, len(self._countries)),
            self._divisions.setdefault(row.admin1, len(self._divisions)),
            ord(row.feature),
            CURATED if entry.curated else 0,
        )
        self._places.write(packed)
        name = row.name.encode("utf-8")
        self._names.write(LENGTH.pack(len(name)) + name)
        for key, number in entry_keys(entry, self.count):
            self._keep(key, number)
            if key[0] >= " ":
                self._begin(key)
        self.count += 1

    def _begin(self, key: str) -> None:
        """Remembers the first word of a name, and the most words of a name that begins so."""
        word, _, rest = key.partition(" ")
        count = rest.count(" ") + 2 if rest else 1
        if count > self._first.get(word, 0):
            self._first[word] = count

    def _keep(self, key: str, number: int) -> None:
        packed = key.encode("utf-8")[:LONGEST_KEY]
        bucket = zlib.crc32(packed) & (self._buckets - 1)
        part = self._parts[bucket // self._part_size]
        part.write(_SPOOLED.pack(bucket, number, len(packed)) + packed)

    def write(self, file: IO[bytes], version: str) -> None:
        """Writes the index of what was added, and ends."""
        for word, count in self._first.items():
            self._keep(FIRST + word, count)
        with self._stack, tempfile.TemporaryFile() as keys, tempfile.TemporaryFile() as buckets:
            starts: list[int] = []
            for number, part in enumerate(self._parts):
                starts += self._sort(part, number * self._part_size, keys)
            starts.append(keys.tell())
            buckets.write(struct.pack(f"<{len(starts)}I", *starts))
            pieces = (self._places, self._names, buckets, keys)
            sizes = [piece.tell() for piece in pieces]
            header = {
                "version": version, "places": self.count, "buckets": self._buckets,
                "offsets": [sum(sizes[:at]) for at in range(len(sizes))],
                "countries": list(self._countries), "divisions": list(self._divisions),
            }  # fmt: skip
            written = json.dumps(header, ensure_ascii=False).encode("utf-8")
            file.write(MAGIC + NUMBER.pack(len(written)) + written)
            for piece in pieces:
                piece.seek(0)
                while block := piece.read(1 << 20):
                    file.write(block)

    def _sort(self, part: IO[bytes], first: int, keys: IO[bytes]) -> list[int]:
        """Writes the keys of one part in the order of their buckets, and says where each bucket begins."""
        part.seek(0)
        starts: list[int] = []
        written: list[bytes] = []
        at = keys.tell()
        for (bucket, key), group in groupby(sorted(set(_unspool(part.read()))), key=itemgetter(0, 1)):
            if bucket - first >= len(starts):
                starts += [at] * (bucket - first - len(starts) + 1)
            numbers = [number for _, _, number in group]
            if key[0] != ord(FIRST):
                numbers = _own_only(numbers)[:MOST_PLACES]
            written.append(_KEY.pack(len(key)) + key + struct.pack(f"<H{len(numbers)}I", len(numbers), *numbers))
            at += len(written[-1])
        keys.write(b"".join(written))
        return starts + [at] * (self._part_size - len(starts))


def _unspool(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    at = 0
    while at < len(data):
        bucket, number, length = _SPOOLED.unpack_from(data, at)
        at += _SPOOLED.size
        yield bucket, data[at : at + length], number
        at += length


def _own_only(numbers: list[int]) -> list[int]:
    """Without the places of which the key is both the own name and another name, as another name."""
    if len(numbers) == 1:
        return numbers
    kept = set(numbers)
    return [number for number in numbers if number & 1 or number | 1 not in kept]


def entry_keys(entry: Entry, number: int) -> Iterable[tuple[str, int]]:
    """Each key that leads to a place, with the place's number and whether the key is its own name."""
    for name in (entry.row.name, *entry.row.aliases):
        key = key_n2(name)
        if not key:
            continue
        marked = number << 1 | (name in entry.own)
        yield key, marked
        if entry.folded:
            joined = join_key(key)
            if joined != key:
                yield JOINED + joined, marked
            yield FOLDED + entry.row.country + fold_key(key), marked
