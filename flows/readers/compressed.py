"""Gzip as a stream: one member or many, cut off or not, and no bomb."""

import gzip
import io
import zlib
from typing import BinaryIO, cast

from schemas.errors import SourceError

CHUNK = 256 * 1024
FREE = 64_000_000  # bytes that may come of however little
RATIO = 200  # beyond that, how many bytes may come of one; text seldom shrinks to a thirtieth
MAX_UNFOLDED = 60_000_000  # bytes of what was served compressed


class Unzipped(io.RawIOBase):
    """The bytes that a gzip stream holds.

    Reading raises SourceError where the stream is cut off or damaged (after all that came before it), or where it
    unfolds to more than any text would.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.counted = Counted(stream)
        self.inside = gzip.GzipFile(fileobj=self.counted)
        self.given = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # any buffer that can be written
        """The number of bytes put into the buffer."""
        try:
            data = self.inside.read1(len(buffer))
        except EOFError as error:
            raise SourceError("cut off: the compressed file has no end") from error
        except (zlib.error, gzip.BadGzipFile) as error:
            raise SourceError(f"damaged: {error}") from error
        self.given += len(data)
        if self.given > FREE and self.given > RATIO * self.counted.taken:
            raise SourceError(f"unfolds to more than {RATIO} times its size: not read further")
        buffer[: len(data)] = data
        return len(data)


class Counted(io.RawIOBase):
    """A stream that counts the bytes taken from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.taken = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # any buffer that can be written
        """The number of bytes put into the buffer."""
        data = self.stream.read(len(buffer))
        self.taken += len(data)
        buffer[: len(data)] = data
        return len(data)


class Steady:
    """A stream that gives all that came before an error, and only then the error.

    A buffered reader of the standard library would lose what it holds.
    """

    def __init__(self, stream: io.RawIOBase) -> None:
        self.stream = stream
        self.held = bytearray()
        self.at = 0
        self.error: SourceError | None = None
        self.is_over = False

    def read(self, size: int = -1, /) -> bytes:
        """Up to this many bytes, fewer only at the end; all without a size."""
        while not self.is_over and (size < 0 or len(self.held) - self.at < size):
            self._fill()
        return self._take(len(self.held) if size < 0 else self.at + size)

    def readline(self, size: int = -1, /) -> bytes:
        """Up to the next line end, or up to this many bytes."""
        searched = self.at
        while (end := self.held.find(b"\n", searched)) < 0 and not self.is_over:
            if 0 <= size <= len(self.held) - self.at:
                break
            searched = self._fill()
        last = end + 1 if end >= 0 else len(self.held)
        return self._take(last if size < 0 else min(last, self.at + size))

    def _fill(self) -> int:
        """The place from which what is held is new."""
        if self.at > CHUNK:
            del self.held[: self.at]
            self.at = 0
        known = len(self.held)
        try:
            more = self.stream.read(CHUNK)
        except SourceError as error:
            self.error, more = error, None
        self.is_over = not more
        self.held += more or b""
        return known

    def _take(self, last: int) -> bytes:
        taken = bytes(self.held[self.at : last])
        self.at += len(taken)
        if not taken and self.error:
            raise self.error
        return taken


def unzip(stream: BinaryIO) -> BinaryIO:
    """The unfolded stream; where it is damaged, all that came before is read first."""
    return cast("BinaryIO", Steady(Unzipped(stream)))


def unfold(data: bytes) -> bytes:
    """The data, unfolded where a file was served compressed (sitemaps often are).

    Raises:
        SourceError: it is damaged, or a bomb.
    """
    if data[:2] != b"\x1f\x8b":
        return data
    try:
        plain = gzip.GzipFile(fileobj=io.BytesIO(data)).read(MAX_UNFOLDED + 1)
    except (EOFError, OSError, zlib.error) as error:
        raise SourceError(f"the compressed file is damaged: {error}") from error
    if len(plain) > MAX_UNFOLDED:
        raise SourceError(f"unfolds to more than {MAX_UNFOLDED:,} bytes")
    return plain
