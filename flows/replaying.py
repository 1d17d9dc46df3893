"""What was refused or could not be coded, read once more: kept bytes by their reader, addresses by fetching them."""

import datetime
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from flows.quarantine import kept_bytes
from flows.readers.files import READERS, File
from flows.sources.local_files import Progress
from flows.sources.opening import Fetched, Sources
from flows.sources.pieces import Page, Piece
from flows.sources.spans import Span
from schemas.article import Article, Reject
from schemas.errors import SourceError
from schemas.fetch import NamedSource, Poll

LANGUAGE = "language"
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which refusals to try again; None lets all through. `since` is the first moment of their record."""

    stage: str | None = None
    reason: str | None = None
    since: datetime.datetime | None = None

    def holds(self, row: Row) -> bool:
        """Whether a row of `rejects` is chosen."""
        recorded = row["recorded_at"].replace(tzinfo=datetime.UTC)
        return (
            self.stage in (None, row["stage"])
            and self.reason in (None, row["reason"])
            and (self.since is None or recorded >= self.since)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """The chosen rows of `rejects`, and articles of languages, as sources."""

    home: Path
    rows: Sequence[Row]
    languages: Sequence[Row] = ()
    fetched: Fetched | None = None
    names: tuple[str, ...] = ("replay",)
    named: Mapping[str, NamedSource] = field(default_factory=dict)
    span: Span = field(default_factory=Span)
    skipped: Counter[str] = field(default_factory=Counter)
    polls: list[Poll] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)
    progress: Progress = field(default_factory=Progress)

    def read(self) -> Iterator[Piece]:
        """The pieces that come of what is tried again; what fails again is refused again."""
        for row in self.rows:
            yield from self._read_row(row)
        for row in self.languages:
            told = {name: row[name] for name in ("id", "url", "title", "source", "published", "language", "text")}
            yield Article(**told, origin=row["origin"], source_name=row["source_name"])

    def _read_row(self, row: Row) -> Iterator[Piece]:
        try:
            if row["quarantine"] and row["reader"] in READERS:
                data = kept_bytes(self.home, row["quarantine"])
                file = File(stream=io.BytesIO(data), origin=row["origin"], skipped=self.skipped, fetched=self.fetched)
                for piece in READERS[row["reader"]](file):
                    yield _placed(piece, row)
            elif row["stage"] == "fetch" and self.fetched and row["url"]:
                for piece in self.fetched.read(row["url"]):
                    yield _placed(piece, row)
            else:
                yield from self._read_again(row)
        except (SourceError, OSError) as error:
            yield _again(row, str(error))

    def _read_again(self, row: Row) -> Iterator[Piece]:
        """The whole file that the refusal came from: of a piece of it no bytes were kept."""
        path = row["origin"].rsplit("#", 1)[0] if not Path(row["origin"]).exists() else row["origin"]
        if not Path(path).exists():
            yield _again(row, row["detail"])
            return
        yield from Sources(names=(path,), fetched=self.fetched, skipped=self.skipped, named=self.named).read()


def _placed(piece: Piece, row: Row) -> Piece:
    """The piece where the refused one stood, so that the refusal is known to be got over."""
    if isinstance(piece, Reject):
        return _again(row, piece.detail) if piece.origin.startswith(row["origin"]) else piece
    url = {"url": row["url"]} if isinstance(piece, Page) and not piece.url else {}
    return replace(piece, origin=row["origin"], source_name=row["source_name"], **url)


def _again(row: Row, detail: str) -> Reject:
    kept = {name: row[name] for name in ("origin", "reason", "stage", "reader", "url", "source_name", "quarantine")}
    same = detail if row["stage"] == "fetch" else row["detail"]
    return Reject(**kept, detail=same)
