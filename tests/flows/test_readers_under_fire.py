"""Whatever bytes come, a reader gives pieces or one of our own errors, and ends."""

import contextlib
import gzip
import io
from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.readers.archives import read_archive
from flows.readers.compressed import unzip
from flows.readers.feeds import read_feed_file
from flows.readers.pages import article_of_page
from flows.readers.sitemaps import read_sitemap
from flows.readers.tables import read_table
from flows.readers.texts import read_markdown
from flows.sources.json_sources import read_json_file, read_lines
from flows.sources.pieces import Page
from schemas.errors import SourceError
from tests.flows.archives import packed, pages

FEED = (
    b"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>H</title><item><title>A</title>"
    b"<link>https://h.example/a</link><pubDate>Tue, 07 May 2019 23:40:00 +0300</pubDate>"
    b"<description><![CDATA[<p>The army took the town.</p>]]></description></item></channel></rss>"
)
PAGE = (
    b"<html lang=en><head><title>A</title></head><body><article><p>The army took the town.</p></article></body></html>"
)
SITEMAP = b"<urlset><url><loc>https://h.example/a</loc><lastmod>2019-05-07</lastmod></url></urlset>"
LINES = b'{"text": "The army took the town.", "published": "2019-05-07"}\n{"text": "b"}\n'
TABLE = b'title,text,date\nA,The army took the town.,2019-05-07\nB,"two\nlines",2019-05-08\n'
ARCHIVE = b"".join(pages([PAGE, PAGE]))

READERS = {
    "feed": (FEED, lambda data: read_feed_file(data, "f")),
    "page": (PAGE, lambda data: [article_of_page(Page(origin="p", content=data, charset="utf-8"))]),
    "sitemap": (SITEMAP, read_sitemap),
    "lines": (LINES, lambda data: read_lines(io.BytesIO(data), "l")),
    "json": (LINES[:60], lambda data: read_json_file(io.BytesIO(data), "j")),
    "table": (TABLE, lambda data: read_table(io.BytesIO(data), "t")),
    "markdown": (b"---\ntitle: A\n---\n# B\nThe army **took** [it](x).\n", lambda data: [read_markdown(data, "m")]),
    "archive": (ARCHIVE, lambda data: read_archive(io.BytesIO(data), "w", Counter())),
    "packed archive": (packed(pages([PAGE])), lambda data: read_archive(unzip(io.BytesIO(data)), "w", Counter())),
    "packed lines": (gzip.compress(LINES), lambda data: read_lines(unzip(io.BytesIO(data)), "l")),
}


@st.composite
def damaged(draw: st.DrawFn, good: bytes) -> bytes:
    """A good file with parts of it cut out, doubled, or replaced by any bytes; now and then nothing but any bytes."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.binary(max_size=400))
    data = good
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 60)))
        middle = draw(
            st.one_of(
                st.binary(max_size=30),
                st.just(data[start:end] * 3),
                st.sampled_from([b"", b"<", b"&", b"\x00", b"]]>"]),
            )
        )
        data = data[:start] + middle + data[end:]
    return data


def consume(pieces: Iterable[object]) -> None:
    for number, _ in enumerate(pieces):
        assert number < 10_000


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_a_reader_gives_pieces_or_our_error(name: str, data: st.DataObject) -> None:
    good, read = READERS[name]
    broken = data.draw(damaged(good))
    with contextlib.suppress(SourceError):
        consume(read(broken))
