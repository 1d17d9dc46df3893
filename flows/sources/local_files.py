"""Files and folders to pieces, and how far their reading has come."""

import fnmatch
import stat
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from flows.readers.compressed import Counted
from flows.readers.files import READERS, File, Saved, reader_name
from flows.sources.pieces import Piece
from schemas.article import Reject
from schemas.errors import SourceError


@dataclass(slots=True)
class Progress:
    """How far the reading has come: bytes of local files, and dated parts."""

    files: list[Counted] = field(default_factory=list)
    bytes_read: int = 0
    parts_read: int = 0

    def taken(self) -> int:
        """Bytes that were read so far."""
        return self.bytes_read + sum(file.taken for file in self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalFiles:
    """Reads files and folders; `skipped` counts what is no article, `progress` notes the bytes.

    Args:
        pattern: which files of folders to read; None for all.
        columns: field of an article -> column of a CSV file.
        fetched: reads what saved sitemaps name; None where no network may be used.
    """

    pattern: str | None
    columns: Mapping[str, str]
    skipped: Counter[str]
    progress: Progress
    fetched: Saved | None

    def read_folder(self, top: Path) -> Iterator[Piece]:
        """The pieces of all files in a folder and its folders, by name."""
        yield from self._read_inner(top, top, set())

    def _read_inner(self, top: Path, folder: Path, seen: set[tuple[int, int]]) -> Iterator[Piece]:
        """Reads each folder once, whatever links lead to it; hidden files are nobody's articles."""
        try:
            about = folder.stat()
            entries = sorted(folder.iterdir(), key=lambda path: path.name)
        except OSError as error:
            yield _refused(folder, error)
            return
        if (about.st_dev, about.st_ino) in seen:
            return
        seen.add((about.st_dev, about.st_ino))
        for path in (entry for entry in entries if not entry.name.startswith(".")):
            if path.is_dir():
                yield from self._read_inner(top, path, seen)
            elif self.pattern and not _matches(path.relative_to(top), self.pattern):
                continue
            elif reader_name(path) in READERS:
                yield from self.read_file(path)
            else:
                self.skipped[f"{path.suffix.lower() or path.name} files"] += 1

    def read_file(self, path: Path) -> Iterator[Piece]:
        """The pieces of a file; a refusal where it cannot be read."""
        reader = READERS.get(reader_name(path))
        if reader is None:
            formats = " ".join(READERS)
            yield Reject(origin=str(path), reason="unsupported", detail=f"not one of the known formats: {formats}")
            return
        try:
            _check_regular(path)
            with path.open("rb") as content:
                counted = Counted(content)
                self.progress.files.append(counted)
                file = File(
                    stream=cast("BinaryIO", counted),
                    origin=str(path),
                    skipped=self.skipped,
                    columns=self.columns,
                    fetched=self.fetched,
                )
                yield from reader(file)
                self.progress.files.remove(counted)
                self.progress.bytes_read += counted.taken
        except (OSError, SourceError) as error:
            yield _refused(path, error)


def _check_regular(path: Path) -> None:
    if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for without end
        raise SourceError("not a regular file")


def _matches(path: Path, pattern: str) -> bool:
    return fnmatch.fnmatch(path.as_posix(), pattern) or fnmatch.fnmatch(path.name, pattern)


def _refused(path: Path, error: OSError | SourceError) -> Reject:
    if isinstance(error, OSError):
        return Reject(origin=str(path), reason="unreadable", detail=(error.strerror or str(error)).lower())
    return Reject(origin=str(path), reason="not_readable", detail=str(error), reader=reader_name(path))
