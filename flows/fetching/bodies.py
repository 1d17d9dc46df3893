"""The body of an answer, unfolded and no longer than allowed."""

import zlib
from collections.abc import Iterable, Iterator

from flows.fetching.errors import FetchError

STEP = 1 << 16


def read_body(parts: Iterable[bytes], encoding: str | None, limit: int) -> bytes:
    """The body, unfolded.

    Raises:
        FetchError: it is longer than the limit, as it comes or unfolded, or it is damaged.
    """
    names = [name.strip().lower() for name in (encoding or "").split(",") if name.strip()]
    names = [name for name in names if name != "identity"]
    if len(names) > 1 or (names and names[0] not in ("gzip", "x-gzip", "deflate")):
        raise FetchError("encoding", f"an encoding that was not asked for: {encoding}")
    plain = _unfold(_limited(parts, limit), names[0], limit) if names else _limited(parts, limit)
    return b"".join(plain)


def _limited(parts: Iterable[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for part in parts:
        size += len(part)
        if size > limit:
            raise FetchError("too_large", f"more than {limit:,} bytes")
        yield part


def _unfold(parts: Iterable[bytes], name: str, limit: int) -> Iterator[bytes]:
    """Unfolds in small steps, so that a bomb is stopped before it has filled the memory."""
    folded: zlib._Decompress | None = None
    size = 0
    try:
        for part in parts:
            if folded is None:
                folded = zlib.decompressobj(_window(name, part))
            rest = part
            while rest and not folded.eof:
                plain = folded.decompress(rest, STEP)
                rest = folded.unconsumed_tail
                size += len(plain)
                if size > limit:
                    raise FetchError("bomb", f"unfolds to more than {limit:,} bytes")
                yield plain
    except zlib.error as error:
        raise FetchError("damaged", f"the compressed answer is damaged: {error}") from error
    if folded is not None and not folded.eof:
        raise FetchError("damaged", "the compressed answer is cut off", passes=True)


def _window(name: str, first: bytes) -> int:
    if name != "deflate":
        return 31
    return 15 if first[:1] == b"\x78" else -15  # some servers leave out the wrapper
