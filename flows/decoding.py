"""Bytes to text: the encodings that news files come in, and what is no text at all."""

import codecs
import re

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


def decode_text(data: bytes) -> str:
    """The text of these bytes: by their byte order mark, else UTF-8, else Windows-1252 if that is plausible.

    Raises:
        SourceError: the bytes are no text.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _checked(data.decode(encoding, "replace").removeprefix("\ufeff"))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(_nearly_utf8(data) or _windows(data))


def decode_page(data: bytes) -> str:
    """The text of an HTML page: as `decode_text`, but the encoding that the page declares stands in for a guess."""
    found = DECLARED.search(data[:4096])
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if found and not data.startswith(tuple(mark for mark, _ in MARKS)):
        try:
            return _checked(data.decode(found[1].decode("ascii"), "replace"))
        except (LookupError, UnicodeError):  # no such encoding, or one of Python's that is none
            pass
    return decode_text(data)


def _nearly_utf8(data: bytes) -> str | None:
    """The text, if it is UTF-8 with less broken than sound characters beyond ASCII (a cut end, a bad paste)."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for character in text if character > "\x7f") - broken
    return text if broken < sound else None


def _windows(data: bytes) -> str:
    high = sum(1 for byte in data if byte > 0x7F)
    if high * 3 > len(data):
        raise SourceError("not a text: neither UTF-8 nor a Western encoding")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise SourceError("not a text: neither UTF-8 nor a Western encoding") from error


def _checked(text: str) -> str:
    if len(CONTROL.findall(text)) * 100 > len(text):
        raise SourceError("not a text: it is full of control characters")
    return text
