"""The frames of a WARC archive: where a record begins and ends, found without trusting a word of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

MAX_RECORD = 8_000_000  # bytes of one page
MAX_HEAD = 64_000  # bytes of one record's own header
CHUNK = 1_000_000
LENGTH = re.compile(rb"^content-length[ \t]*:[ \t]*(\d{1,18})[ \t]*\r?$", re.I | re.M)
KIND = re.compile(rb"^warc-type[ \t]*:[ \t]*(\w+)", re.I | re.M)
MARK = b"WARC/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """What is wrong at this place of an archive."""

    said: str


def frame_records(stream: BinaryIO) -> Iterator[bytes | Damage]:
    """Each record, its header and its block as they stand; damage is told once, then the next record is looked for.

    Raises:
        SourceError: the stream itself ends in damage.
    """
    lost = False
    while line := stream.readline(MAX_HEAD):
        if not line.startswith(MARK):
            if line.strip() and not lost:
                lost = True
                yield Damage(said="damaged: no record where one should begin")
            continue
        lost = False
        head = _read_head(stream, line)
        length = LENGTH.search(head) if head else None
        if head is None:
            yield Damage(said="cut off: the last record has no whole header")
            continue
        if not length:
            yield Damage(said="damaged: a record without a length")
            continue
        yield from _read_block(stream, head, int(length[1]))


def _read_head(stream: BinaryIO, first: bytes) -> bytes | None:
    """The header with the empty line that ends it; None where it does not end."""
    lines = [first]
    size = len(first)
    while size < MAX_HEAD and (line := stream.readline(MAX_HEAD)):
        lines.append(line)
        size += len(line)
        if not line.strip():
            return b"".join(lines)
    return None


def _read_block(stream: BinaryIO, head: bytes, length: int) -> Iterator[bytes | Damage]:
    if length > MAX_RECORD:
        kind = KIND.search(head)
        if kind and kind[1].lower() in (b"response", b"resource", b"conversion"):
            yield Damage(said=f"a record of more than {MAX_RECORD:,} bytes is passed over")
        while length > 0 and (passed := stream.read(min(length, CHUNK))):
            length -= len(passed)
        return
    block = stream.read(length)
    if len(block) < length:
        yield Damage(said="cut off: the last record is shorter than it says")
        return
    yield head + block
