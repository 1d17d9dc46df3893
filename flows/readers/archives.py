"""WARC archives to pages, as a stream. The only importer of warcio; what is no page is counted and passed over."""

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from flows.readers.records import MAX_RECORD, frame_records
from flows.sources.decoding import decode_page
from flows.sources.json_articles import make_article
from flows.sources.pieces import Page
from schemas.article import Article, Reject
from schemas.errors import SourceError

PAGES = ("text/html", "application/xhtml+xml")
TEXTS = ("text/plain",)


def read_archive(stream: BinaryIO, origin: str, skipped: Counter[str]) -> Iterator[Article | Page | Reject]:
    """A page or a refusal for each record that holds one; `origin` with the record's number tells where.

    Whatever is wrong with the archive costs what is damaged, not what came before or comes after it.

    Args:
        stream: the archive, already unfolded.
        origin: its name.
        skipped: counts the records that are no pages, by what they are.
    """
    number = 0
    try:
        for framed in frame_records(stream):
            number += isinstance(framed, bytes)
            if isinstance(framed, bytes):
                yield from _read_framed(framed, f"{origin}#{number}", skipped)
            else:
                yield _broken(origin, number, framed.said)
    except SourceError as error:
        yield _broken(origin, number, str(error))
    else:
        if not number:
            yield _broken(origin, number, "there is no record in it")


def _read_framed(framed: bytes, place: str, skipped: Counter[str]) -> Iterator[Article | Page | Reject]:
    from warcio.recordloader import ArcWarcRecordLoader  # only archives pay for it

    try:
        record = ArcWarcRecordLoader(verify_http=False, arc2warc=False).parse_record_stream(io.BytesIO(framed))
        kind = _kind(record)
        if kind in PAGES + TEXTS:
            yield _read_record(record, kind, place)
        else:
            skipped[f"{kind} records"] += 1
    except Exception as error:  # noqa: BLE001 - warcio raises many kinds of error on a damaged record
        said = " ".join(str(error).split())[:200] or type(error).__name__
        yield Reject(origin=place, reason="broken", detail=f"damaged: {said}")


def _broken(origin: str, number: int, said: str) -> Reject:
    where = f" (after record {number:,})" if number else ""
    return Reject(origin=origin, reason="broken", detail=f"{said}{where}")


def _kind(record: Any) -> str:
    """The media type of a record that may be a page, else what it is instead."""
    if record.rec_type not in ("response", "resource", "conversion"):
        return str(record.rec_type or "unnamed")
    headers = record.http_headers
    if record.rec_type == "response" and headers is not None and str(headers.get_statuscode()) != "200":
        return f"status {headers.get_statuscode() or 'unknown'}"
    told = headers.get_header("Content-Type") if headers else record.rec_headers.get_header("Content-Type")
    return (told or "untyped").split(";")[0].strip().lower()[:60]


def _read_record(record: Any, kind: str, place: str) -> Article | Page | Reject:
    url = record.rec_headers.get_header("WARC-Target-URI")
    content = record.content_stream()
    data = b""
    while len(data) <= MAX_RECORD and (more := content.read(MAX_RECORD)):
        data += more
    if len(data) > MAX_RECORD:
        return Reject(origin=place, reason="too_large", detail=f"a page of more than {MAX_RECORD:,} bytes", url=url)
    if not data.strip():
        return Reject(origin=place, reason="empty", detail="the page is empty", url=url)
    charset = _charset(record)
    if kind in PAGES:
        return Page(origin=place, content=data, charset=charset, url=url)
    try:
        return make_article(text=decode_page(data, charset), url=url, origin=place)
    except SourceError as error:
        return Reject(origin=place, reason="not_readable", detail=str(error), reader=".txt", url=url, content=data)


def _charset(record: Any) -> str | None:
    told = record.http_headers.get_header("Content-Type") if record.http_headers else None
    return charset_of(told)


def charset_of(content_type: str | None) -> str | None:
    """The character set that a Content-Type names.

    >>> charset_of('text/html; charset="windows-1251"')
    'windows-1251'
    """
    for part in (content_type or "").split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'")[:40] or None
    return None
