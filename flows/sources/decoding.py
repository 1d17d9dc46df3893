"""Bytes to text: by what was declared beside them or in them, by their mark, else by what they look like."""

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO, cast

from schemas.errors import SourceError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.I
)
# What the web calls these is what browsers read them as.
READ_AS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
# Encodings that are guessed where most bytes are beyond ASCII and nobody declares anything.
GUESSED = ["cp1251", "koi8_r", "cp1256", "cp1255", "cp1253", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"]
PROBE = 20_000  # bytes that a guess looks at
MAX_CHUNK = 8_000_000  # characters of one line


def decode_text(data: bytes) -> str:
    """The text of these bytes: by their byte order mark, else UTF-8, else Windows-1252 or what they look like.

    Raises:
        SourceError: the bytes are no text.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _checked(data.decode(encoding, "replace").removeprefix("\ufeff"))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(_nearly_utf8(data) or data.decode(_guessed(data), "replace"))


def decode_page(data: bytes, charset: str | None = None) -> str:
    """The text of a page: by its mark, as UTF-8 if it is that, else as its header or itself declares, else guessed.

    A page that is sound UTF-8 is UTF-8 whatever is declared: by chance that hardly happens, and a wrong header does.

    Args:
        data: the page.
        charset: what the HTTP header declares.
    """
    try:
        return _checked(data.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError:
        pass
    if not data.startswith(tuple(mark for mark, _ in MARKS)):
        found = DECLARED.search(data[:4096])
        for name in (charset, found and found[1].decode("ascii")):
            text = _declared(data, name)
            if text is not None:
                return _checked(text)
    return decode_text(data)


def text_lines(stream: BinaryIO, sample: bytes) -> Iterator[str]:
    """The lines of a stream of text whose first bytes have been read; the encoding is that of those bytes.

    A line that never ends comes in pieces.
    """
    encoding = _encoding_of(sample)
    rest = io.BufferedReader(cast("io.RawIOBase", _Joined(sample, stream)))
    lines = io.TextIOWrapper(rest, encoding=encoding, errors="replace", newline="")
    while line := lines.readline(MAX_CHUNK):
        yield line.replace("\x00", "\ufffd")


class _Joined(io.RawIOBase):
    """The bytes that were read ahead, then the rest of their stream."""

    def __init__(self, ahead: bytes, rest: BinaryIO) -> None:
        self.ahead = ahead
        self.rest = rest

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # any buffer that can be written
        """The number of bytes put into the buffer."""
        data = self.ahead[: len(buffer)] if self.ahead else self.rest.read(len(buffer))
        self.ahead = self.ahead[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def _encoding_of(sample: bytes) -> str:
    decode_text(sample)  # refuses what is no text
    for mark, encoding in MARKS:
        if sample.startswith(mark):
            return "utf-8-sig" if encoding == "utf-8" else encoding
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)  # a character may be cut at the end
    except UnicodeDecodeError:
        return "utf-8" if _nearly_utf8(sample) else _guessed(sample)
    return "utf-8"


def _declared(data: bytes, name: str | None) -> str | None:
    """The text in the encoding of this name; None where there is no such encoding, or the bytes are not in it."""
    if not name:
        return None
    if name.lower().replace("_", "-") in ("utf-8", "utf8"):
        return _nearly_utf8(data)
    name = READ_AS.get(name.lower(), name)
    try:
        text = data.decode(name, "replace")
    except (LookupError, UnicodeError):  # no such encoding, or one of Python's that is none
        return None
    broken = text.count("\ufffd")
    return text if broken * 100 <= len(text) else None


def _nearly_utf8(data: bytes) -> str | None:
    """The text, if it is UTF-8 with less broken than sound characters beyond ASCII (a cut end, a bad paste)."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for character in text if character > "\x7f") - broken
    return text if broken < sound else None


def _guessed(data: bytes) -> str:
    """The encoding that the bytes look like: Western where most are ASCII, else by the frequency of their letters."""
    high = sum(1 for byte in data if byte > 0x7F)
    if high * 3 <= len(data):
        return "cp1252" if _is_whole(data, "cp1252") else "iso-8859-1"
    import charset_normalizer  # hardly any file needs it

    found = charset_normalizer.from_bytes(data[:PROBE], cp_isolation=GUESSED).best()
    if found is None:
        raise SourceError("not a text: no encoding fits")
    return found.encoding


def _is_whole(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _checked(text: str) -> str:
    if len(CONTROL.findall(text)) * 100 > len(text):
        raise SourceError("not a text: it is full of control characters")
    return text
