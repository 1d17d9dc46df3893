"""The reader of each kind of file, by the end of its name."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from flows.readers.archives import read_archive
from flows.readers.compressed import unzip
from flows.readers.feeds import read_feed_file
from flows.readers.sitemaps import is_sitemap
from flows.readers.tables import read_table
from flows.readers.texts import read_markdown, read_text
from flows.sources.json_sources import read_json_file, read_lines
from flows.sources.pieces import Page, Piece
from schemas.article import Reject
from schemas.errors import SourceError

MAX_BYTES = 8_000_000  # of a text or page
MAX_XML = 64_000_000  # bytes of a feed or sitemap, which is read as a whole
TEXTS = (".txt", ".md")
PACKED = ".gz"


class Saved(Protocol):
    """Reads what lies behind the addresses of a sitemap."""

    def read_saved(self, data: bytes, origin: str) -> Iterator[Piece]:
        """The pieces behind the addresses of a saved sitemap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file that is being read; `fetched` is None where no network may be used."""

    stream: BinaryIO
    origin: str
    skipped: Counter[str] = field(default_factory=Counter)
    columns: Mapping[str, str] = field(default_factory=dict)
    fetched: Saved | None = None

    def all_bytes(self, limit: int = MAX_BYTES) -> bytes:
        """What the file holds.

        Raises:
            SourceError: it is empty or too large.
        """
        data = self.stream.read(limit + 1)
        if not data.strip():
            raise SourceError("the file is empty")
        if len(data) > limit:
            raise SourceError(f"larger than {limit:,} bytes")
        return data

    def unzipped(self) -> "File":
        """The same file, unfolded."""
        return File(
            stream=unzip(self.stream),
            origin=self.origin,
            skipped=self.skipped,
            columns=self.columns,
            fetched=self.fetched,
        )


def reader_name(path: Path) -> str:
    """The end of a file's name that tells its reader; a compressed file has two.

    >>> reader_name(Path("wire.JSONL.gz")), reader_name(Path("a.b.txt"))
    ('.jsonl.gz', '.txt')
    """
    ends = [end.lower() for end in path.suffixes[-2:]]
    return "".join(ends) if ends and ends[-1] == PACKED else "".join(ends[-1:])


def _read_text(file: File) -> Iterator[Piece]:
    yield _kept(file, file.all_bytes(), read_text, ".txt")


def _read_markdown(file: File) -> Iterator[Piece]:
    yield _kept(file, file.all_bytes(), read_markdown, ".md")


def _kept(file: File, data: bytes, read: Callable[[bytes, str], Piece], reader: str) -> Piece:
    try:
        return read(data, file.origin)
    except SourceError as error:
        return Reject(origin=file.origin, reason="not_readable", detail=str(error), reader=reader, content=data)


def _read_page(file: File) -> Iterator[Piece]:
    yield Page(origin=file.origin, content=file.all_bytes())


def _read_lines(file: File) -> Iterator[Piece]:
    yield from read_lines(file.stream, file.origin)


def _read_json(file: File) -> Iterator[Piece]:
    yield from read_json_file(file.stream, file.origin)


def _read_table(file: File) -> Iterator[Piece]:
    yield from read_table(file.stream, file.origin, file.columns)


def _read_xml(file: File) -> Iterator[Piece]:
    data = file.all_bytes(MAX_XML)
    if not is_sitemap(data):
        yield from read_feed_file(data, file.origin)
    elif file.fetched:
        yield from file.fetched.read_saved(data, file.origin)
    else:
        raise SourceError("a sitemap holds addresses only, and this command uses no network: ingest reads it")


def _read_archive(file: File) -> Iterator[Piece]:
    yield from read_archive(file.stream, file.origin, file.skipped)


PLAIN: dict[str, Callable[[File], Iterator[Piece]]] = {
    ".txt": _read_text,
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".html": _read_page,
    ".htm": _read_page,
    ".xhtml": _read_page,
    ".json": _read_json,
    ".jsonl": _read_lines,
    ".ndjson": _read_lines,
    ".csv": _read_table,
    ".tsv": _read_table,
    ".xml": _read_xml,
    ".rss": _read_xml,
    ".atom": _read_xml,
    ".rdf": _read_xml,
    ".warc": _read_archive,
}


def _unfolding(read: Callable[[File], Iterator[Piece]]) -> Callable[[File], Iterator[Piece]]:
    return lambda file: read(file.unzipped())


READERS = PLAIN | {f"{name}{PACKED}": _unfolding(read) for name, read in PLAIN.items()}
