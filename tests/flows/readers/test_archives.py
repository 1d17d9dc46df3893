"""Archives are streamed; what is damaged costs what is damaged."""

import gzip
import io
from collections import Counter
from collections.abc import Sequence

import pytest

from flows.readers import compressed
from flows.readers.archives import read_archive
from flows.readers.compressed import unzip
from flows.sources.pieces import Page
from schemas.article import Article, Reject
from tests.flows.archives import HEADERS, pages
from tests.flows.archives import packed as pack

PAGE = b"<html><body><p>Page %d</p>" + b"<p>Words of the page.</p>" * 40 + b"</body></html>"


def archive(
    count: int, *, packed: bool = True, headers: Sequence[tuple[str, str]] = (), body: bytes | None = None
) -> bytes:
    records = pages([PAGE % number if body is None else body for number in range(count)], [*HEADERS, *headers])
    return pack(records) if packed else b"".join(records)


def read(data: bytes, *, packed: bool = True) -> tuple[list[Article | Page], list[Reject], Counter[str]]:
    skipped: Counter[str] = Counter()
    stream = io.BytesIO(data)
    pieces = list(read_archive(unzip(stream) if packed else stream, "a.warc", skipped))
    good = [piece for piece in pieces if not isinstance(piece, Reject)]
    return good, [piece for piece in pieces if isinstance(piece, Reject)], skipped


@pytest.mark.parametrize("form", ["plain", "each record packed", "packed as a whole"])
def test_pages_come_with_their_address_and_other_records_are_counted(form: str) -> None:
    data = archive(3, packed=form == "each record packed")
    found, refused, skipped = read(gzip.compress(data) if form == "packed as a whole" else data, packed=form != "plain")
    assert [page.url for page in found] == [f"https://herald.example/{number}" for number in range(3)]
    assert [page.content for page in found if isinstance(page, Page)] == [PAGE % number for number in range(3)]
    assert (refused, skipped) == ([], {"warcinfo records": 1, "request records": 3})


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_is_cut_off_gives_what_came_before(packed: bool) -> None:
    data = archive(6, packed=packed)
    found, refused, _ = read(data[: len(data) * 2 // 3], packed=packed)
    assert 2 <= len(found) <= 5
    assert [reject.reason for reject in refused] == ["broken"]
    assert "cut off" in refused[0].detail


def test_damage_in_the_middle_costs_what_is_damaged() -> None:
    data = archive(4, packed=False)
    at = data.index(b"https://herald.example/1")
    begin = data.rindex(b"WARC/1", 0, at)
    found, refused, _ = read(data[:begin] + b"\x00garbage\n" * 50 + data[data.index(b"WARC/1", at) :], packed=False)
    assert [page.url[-1] for page in found if page.url] == ["0", "2", "3"]
    assert [reject.detail.split(" (")[0] for reject in refused] == ["damaged: no record where one should begin"]


def test_encoded_and_chunked_answers_are_unfolded() -> None:
    (page,), _, _ = read(archive(1, headers=[("Content-Encoding", "gzip")], body=gzip.compress(PAGE % 7)))
    assert isinstance(page, Page)
    assert page.content == PAGE % 7
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE % 7), PAGE % 7)
    (page,), _, _ = read(archive(1, headers=[("Transfer-Encoding", "chunked")], body=chunked))
    assert isinstance(page, Page)
    assert page.content == PAGE % 7


@pytest.mark.parametrize(
    "data", [b"", b"no archive\n" * 9, b"WARC/1.0\r\n", b"WARC/1.0\r\nContent-Length: 9\r\n\r\nshort"]
)
def test_what_is_no_archive_is_refused(data: bytes) -> None:
    found, refused, _ = read(data, packed=False)
    assert not found
    assert refused


def test_a_bomb_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compressed, "FREE", 1_000_000)
    found, refused, _ = read(gzip.compress(bytes(30_000_000)))
    assert not found
    assert "unfolds to more than" in refused[-1].detail
