"""JSON Lines and JSON files to articles: a bad line costs that line, not the file."""

import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from flows.sources.decoding import decode_text
from flows.sources.json_articles import article_of, parse_object
from schemas.article import Article, Reject
from schemas.errors import SourceError

MAX_LINE = 8_000_000  # bytes
TEXT = "text"  # the one field that an article cannot be without
MAX_FILE = 64_000_000  # bytes of a .json file, which has to be read as a whole


def read_lines(lines: BinaryIO, origin: str) -> Iterator[Article | Reject]:
    """An article or a refusal for each line that is not blank; `origin` with the line's number tells where."""
    number = 0
    while line := lines.readline(MAX_LINE + 1):
        number += 1
        place = f"{origin}:{number}"
        if len(line) > MAX_LINE:
            _skip_line(lines, line)
            yield Reject(origin=place, reason="too_large", detail=f"a line of more than {MAX_LINE:,} bytes")
        elif line.strip():
            yield _read_line(line, place)
    if number == 0:
        yield Reject(origin=origin, reason="empty", detail="there is nothing in it")


def read_json_file(content: BinaryIO, origin: str) -> Iterator[Article | Reject]:
    """The articles of a .json file: one object, a list of objects, or JSON Lines under that name.

    Raises:
        SourceError: the file is none of these, or a list of other things.
    """
    data = content.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise SourceError(f"larger than {MAX_FILE:,} bytes: write it as JSON Lines (.jsonl)")
    if not data.strip():
        raise SourceError("the file is empty")
    text = decode_text(data)
    if _is_lines(text):
        yield from read_lines(io.BytesIO(data), origin)
        return
    found = _parse(text)
    if not isinstance(found, list):
        yield article_of(found, origin)
        return
    if found and not any(isinstance(item, dict) and TEXT in item for item in found):
        raise SourceError(f"holds no article: none of its {len(found):,} entries has a {TEXT!r}")
    for number, item in enumerate(found, 1):
        yield _read_item(item, f"{origin}:{number}")


def _is_lines(text: str) -> bool:
    """Whether the first line is an object by itself and another line follows."""
    first, _, rest = text.strip().partition("\n")
    if not rest.strip() or not first.startswith("{"):
        return False
    try:
        parse_object(first)
    except SourceError:
        return False
    return True


def _parse(text: str) -> Any:
    if text.lstrip().startswith("["):
        try:
            return json.loads(text)
        except json.JSONDecodeError as error:
            raise SourceError(f"invalid JSON: {error.msg} (line {error.lineno})") from error
        except (RecursionError, ValueError) as error:
            raise SourceError("invalid JSON: nested too deep or a number too long") from error
    return parse_object(text)


def _read_line(line: bytes, place: str) -> Article | Reject:
    try:
        return article_of(parse_object(decode_text(line)), place)
    except SourceError as error:
        return Reject(origin=place, reason="bad_record", detail=str(error), reader=".jsonl", content=line)


def _read_item(item: object, place: str) -> Article | Reject:
    if not isinstance(item, dict):
        return Reject(origin=place, reason="bad_record", detail="a JSON object was expected")
    try:
        return article_of(item, place)
    except SourceError as error:
        kept = json.dumps(item).encode()
        return Reject(origin=place, reason="bad_record", detail=str(error), reader=".json", content=kept)


def _skip_line(lines: BinaryIO, read: bytes) -> None:
    while read and not read.endswith(b"\n"):
        read = lines.readline(MAX_LINE)
