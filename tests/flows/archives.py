"""WARC archives made by hand, for the tests of what reads them."""

import gzip
from collections.abc import Sequence

HEADERS = (("Content-Type", "text/html; charset=utf-8"),)


def record(kind: str, url: str, block: bytes, content_type: str = "application/http; msgtype=response") -> bytes:
    """One record."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{abs(hash((kind, url))):036d}>\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(body: bytes, headers: Sequence[tuple[str, str]] = HEADERS, status: str = "200 OK") -> bytes:
    """An HTTP answer, as it stands in a record."""
    told = "".join(f"{name}: {value}\r\n" for name, value in headers)
    return f"HTTP/1.1 {status}\r\n{told}\r\n".encode() + body


def pages(bodies: Sequence[bytes], headers: Sequence[tuple[str, str]] = HEADERS) -> list[bytes]:
    """The records of a crawl: a word about itself, then an answer and its request for each page."""
    records = [record("warcinfo", "", b"software: test\r\n", "application/warc-fields")]
    for number, body in enumerate(bodies):
        url = f"https://herald.example/{number}"
        records += [record("response", url, answer(body, headers)), record("request", url, b"GET / HTTP/1.1\r\n\r\n")]
    return records


def packed(records: Sequence[bytes]) -> bytes:
    """The records, each compressed by itself, as crawlers write them."""
    return b"".join(gzip.compress(one, 1) for one in records)
