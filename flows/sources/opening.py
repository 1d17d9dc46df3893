"""SOURCE to pieces: files, folders, standard input, addresses, named sources; one at a time, in a fixed order."""

import dataclasses
import datetime
import glob
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from flows.readers.files import TEXTS, reader_name
from flows.sources.json_articles import read_day
from flows.sources.json_sources import read_lines
from flows.sources.local_files import LocalFiles, Progress
from flows.sources.pieces import Piece, from_source
from flows.sources.spans import Span, dated_parts, is_dated
from schemas.article import Article, Reject
from schemas.errors import ConfigurationError
from schemas.fetch import NamedSource, Poll

STANDARD_INPUT = "-"
ADDRESSES = ("http://", "https://")
MAGIC = "*?["


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the call says about a lone text file that the text does not say."""

    published: str | None = None
    title: str | None = None
    source_name: str | None = None


class Fetched(Protocol):
    """Reads what lies behind addresses; `unmodified` holds those that gave nothing because nothing had changed."""

    unmodified: set[str]

    def read(self, url: str, kind: str | None = None) -> Iterator[Piece]:
        """The pieces that an address gives."""

    def read_saved(self, data: bytes, origin: str) -> Iterator[Piece]:
        """The pieces behind the addresses of a saved sitemap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What to read. While reading, `skipped` counts what is no article, `polls` and `parts` note what was read.

    Args:
        names: the sources, in order: files, folders, patterns, addresses, names of `named`, or `-`.
        given: what the call says about a lone text file.
        standard_input: where `-` is read from.
        fetched: reads addresses; None where no network may be used.
        pattern: which files of folders to read (`*.html`, `2016/*/*.txt`); None for all.
        columns: field of an article -> column of a CSV file, where the usual names do not tell.
        named: the named sources.
        span: days of publication that are wanted; a dated source (`.../{date}.xml`) is read part by part.
        known_parts: the parts of a dated source, by its name, that were read to their end before.
        now: the moment.
    """

    names: tuple[str, ...]
    given: Given = Given()
    standard_input: BinaryIO | None = None
    fetched: Fetched | None = None
    pattern: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    named: Mapping[str, NamedSource] = field(default_factory=dict)
    span: Span = field(default_factory=Span)
    known_parts: Callable[[str], set[str]] = lambda _: set()
    now: Callable[[], datetime.datetime] = lambda: datetime.datetime.min.replace(tzinfo=datetime.UTC)
    skipped: Counter[str] = field(default_factory=Counter)
    polls: list[Poll] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)
    progress: Progress = field(default_factory=Progress)

    def __post_init__(self) -> None:
        if self.given != Given() and not (len(self.names) == 1 and reader_name(Path(self.names[0])) in TEXTS):
            raise ConfigurationError("--published, --title and --source-name go with one text file (.txt, .md)")

    def read(self) -> Iterator[Piece]:
        """Every piece and every refusal, in the order of the sources; folders by name, lines by number."""
        for name in self.names:
            for piece in self._read_name(name):
                if isinstance(piece, Reject) or self.span.holds(piece.published):
                    yield piece
                else:
                    self.skipped["articles outside the span of days"] += 1

    def _read_name(self, name: str) -> Iterator[Piece]:
        source = None if Path(name).exists() else self.named.get(name)
        target = source.url if source else name
        if is_dated(target):
            yield from self._read_parts(name, target, source)
        elif source or target.startswith(ADDRESSES):
            yield from self._polled(name, target, source)
        else:
            yield from self._read_source(target)

    def _read_parts(self, name: str, pattern: str, source: NamedSource | None) -> Iterator[Piece]:
        """The parts of a dated source that were not read to their end before; one of today may still grow."""
        known = self.known_parts(name)
        for part, last_day in dated_parts(pattern, self.span):
            if part in known:
                self.skipped["parts that were read before"] += 1
                continue
            before = len(self.polls)
            yield from self._polled(part, part, source, name)
            self.progress.parts_read += 1
            if last_day < self.now().date() and all(poll.is_success for poll in self.polls[before:]):
                self.parts.append((name, part))

    def _polled(
        self, name: str, target: str, source: NamedSource | None, source_name: str | None = None
    ) -> Iterator[Piece]:
        """The pieces of a source that is asked again and again, and a note of how that went."""
        count, failure, broken = 0, None, None
        known = {"source": source.outlet, "language": source.language} if source else {}
        for piece in self._read_source(
            target, source.kind if source else None, dict(source.columns) if source else None
        ):
            count += 1
            if isinstance(piece, Reject) and piece.origin == target:
                failure = piece.detail
            elif isinstance(piece, Reject) and piece.origin == f"{target}#":
                broken = piece.detail
            yield from_source(piece, source_name or name, **known)
        if broken and count == 1:  # a feed that is cut off before its first item
            failure = broken
        self.polls.append(
            Poll(
                source_name=source_name or name,
                polled_at=self.now(),
                is_success=failure is None,
                is_unmodified=self.fetched is not None and target in self.fetched.unmodified,
                item_count=count,
                detail=failure,
            )
        )

    def _read_source(
        self, name: str, kind: str | None = None, columns: Mapping[str, str] | None = None
    ) -> Iterator[Piece]:
        path = Path(name)
        columns = columns or self.columns
        if name == STANDARD_INPUT:
            yield from read_lines(self.standard_input, "-") if self.standard_input else ()
        elif name.startswith(ADDRESSES):
            yield from self._read_address(name, kind)
        elif path.is_dir():
            yield from map(self._with_given, self._files(columns).read_folder(path))
        elif path.exists() or path.is_symlink():
            yield from map(self._with_given, self._files(columns).read_file(path))
        elif any(mark in name for mark in MAGIC) and (found := sorted(glob.glob(name, recursive=True))):  # noqa: PTH207 - Path.glob takes no absolute pattern
            for one in map(Path, found):
                yield from map(self._with_given, self._files(columns).read_file(one)) if one.is_file() else ()
        else:
            yield Reject(origin=name, reason="missing", detail="there is no such file, folder or named source")

    def _files(self, columns: Mapping[str, str]) -> LocalFiles:
        return LocalFiles(
            pattern=self.pattern, columns=columns, skipped=self.skipped, progress=self.progress, fetched=self.fetched
        )

    def _read_address(self, name: str, kind: str | None) -> Iterator[Piece]:
        if self.fetched:
            yield from self.fetched.read(name, kind)
        else:
            yield Reject(
                origin=name, reason="unsupported", detail="this command uses no network: ingest reads addresses"
            )

    def _with_given(self, piece: Piece) -> Piece:
        """The piece with what the call says about it."""
        if self.given == Given() or not isinstance(piece, Article):
            return piece
        return dataclasses.replace(
            piece,
            published=read_day(self.given.published) or piece.published,
            title=self.given.title or piece.title,
            source=self.given.source_name or piece.source,
        )
