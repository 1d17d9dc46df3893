"""The tables that the package ships, and the index of them, built at the first use and kept."""

import csv
import hashlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from extractors.places.gazetteer import assembly, indexfile, indexwriter, packing, spelling, tables
from extractors.places.gazetteer.assembly import Merger
from extractors.places.gazetteer.indexfile import IndexFile, map_file, open_index
from extractors.places.gazetteer.indexwriter import IndexWriter
from extractors.places.gazetteer.packing import unpack_rows
from extractors.places.gazetteer.tables import Row, read_table

DATA = Path(__file__).parent.parent / "data"
PACKED = "places.xz"
CURATED = ("countries.csv", "divisions.csv", "districts.csv", "overlay.csv")
LADDER = "ladder_countries.csv"
ADDED, DUMP = "places.csv", "geonames.idx"  # what users add and install, in the folder of their gazetteer
BUCKETS = 1 << 20
HALF, DAY = "half-", 86_400.0
KEPT = 3  # indexes of other versions that stay, so that two installed versions do not rebuild in turn
_CODE = (assembly, indexfile, indexwriter, packing, spelling, tables)


@cache
def ladder_countries() -> frozenset[str]:
    """Countries whose names are spelt in many ways in English, so that the ladder is for them."""
    with (DATA / LADDER).open(encoding="utf-8", newline="") as lines:
        return frozenset(row["country"] for row in csv.DictReader(lines))


def open_shipped(added: Sequence[Path] = ()) -> IndexFile:
    """The index of the shipped tables and of tables that users added; built if there is none yet."""
    packed = (DATA / PACKED).read_bytes()
    written = [(path.read_bytes(), path.name) for path in (*(DATA / name for name in CURATED), *added)]
    data = _digest(packed, *(data for data, _ in written))
    code = _digest(*(Path(module.__file__ or "").read_bytes() for module in _CODE))
    path = cache_folder() / f"places-{data}-{code}.idx"
    with suppress(OSError, ValueError):
        found = open_index(path)
        with suppress(OSError):
            os.utime(path)  # the time of its last use: those that nobody uses go first
        return found
    return _build(packed, written, data, path)


def cache_folder() -> Path:
    """Where built indexes are kept."""
    root = os.environ.get("XDG_CACHE_HOME")
    return (Path(root) if root else Path("~/.cache").expanduser()) / "annalist"


def _digest(*parts: bytes) -> str:
    """Names content. Rows name the digest of the tables only: other code that finds the same makes no other rows."""
    total = hashlib.sha256()
    for part in parts:
        total.update(hashlib.sha256(part).digest())
    return total.hexdigest()[:12]


def _build(packed: bytes, written: Sequence[tuple[bytes, str]], digest: str, path: Path) -> IndexFile:
    """Builds the index beside its place and moves it there; where nothing can be kept, for this process only."""
    merger = Merger((row for data, label in written for row in read_table(data, label)), ladder_countries())
    with tempfile.TemporaryDirectory() as spool:
        writer = IndexWriter(Path(spool), BUCKETS)
        for entry in merger.entries(unpack_rows(packed)):
            writer.add(entry)
        version = f"geonames-overlay-{digest}"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, prefix=HALF, delete=False) as file:
                writer.write(file, version)
        except OSError:
            return _build_nameless(writer, version)
    Path(file.name).replace(path)
    _forget_old(path)
    return open_index(path)


def _build_nameless(writer: IndexWriter, version: str) -> IndexFile:
    with tempfile.TemporaryFile() as file:
        writer.write(file, version)
        file.flush()
        return map_file(file)


def _forget_old(path: Path) -> None:
    """Removes indexes that were not used for longest, and halves that a killed process left a day ago.

    A process that has an index open keeps it: it is mapped, and goes from the disk when the last one is done.
    """
    now = path.stat().st_mtime
    for half in path.parent.glob(f"{HALF}*"):
        with suppress(OSError):
            if now - half.stat().st_mtime > DAY:
                half.unlink()
    others = sorted(path.parent.glob("places-*.idx"), key=_used, reverse=True)
    for other in others[KEPT:]:
        with suppress(OSError):
            other.unlink()


def _used(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another process has just removed it
        return 0.0


def read_curated() -> Iterator[tuple[str, Row]]:
    """The rows entered by hand, each with the name of its table."""
    for name in CURATED:
        for row in read_table((DATA / name).read_bytes(), name):
            yield name, row
