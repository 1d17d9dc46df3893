"""What lies behind addresses: feeds with the pages that they link, sitemaps, pages and data files, fetched politely."""

import datetime
import io
import itertools
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from flows.fetching.errors import FetchError
from flows.fetching.fetcher import Answer, Fetcher
from flows.readers.archives import charset_of
from flows.readers.compressed import unfold
from flows.readers.feeds import entry_article, entry_origin, read_feed
from flows.readers.files import READERS, File
from flows.readers.kinds import kind_of_answer
from flows.readers.sitemaps import read_sitemap
from flows.sources.linked import Linked, linked_by_feed, linked_by_sitemap, page_of
from flows.sources.pieces import Page, Piece
from flows.sources.spans import Span
from schemas.article import Article, Reject
from schemas.errors import SourceError
from schemas.fetch import FetchRecord

WIDTH = 8  # addresses that are fetched at a time, each host by itself one after another
MAX_SITEMAPS = 500
Input = tuple[str, str]
Fetch = Answer | FetchError


@dataclass(slots=True, kw_only=True)
class Remote:
    """Reads addresses. What it learns of them stands in `records` and `unmodified` afterwards.

    Args:
        fetcher: fetches.
        known: which of some inputs (origin, digest) were read before: these are not fetched again.
        before: what is remembered of addresses.
        now: the moment.
        span: days of publication that are wanted.
        skipped: counts what is passed over.
    """

    fetcher: Fetcher
    known: Callable[[Sequence[Input]], set[Input]]
    now: Callable[[], datetime.datetime]
    before: Mapping[str, FetchRecord] = field(default_factory=dict)
    span: Span = field(default_factory=Span)
    skipped: Counter[str] = field(default_factory=Counter)
    records: dict[str, FetchRecord] = field(default_factory=dict)
    unmodified: set[str] = field(default_factory=set)
    unfinished: set[str] = field(default_factory=set)

    def read(self, url: str, kind: str | None = None) -> Iterator[Piece]:
        """The pieces that an address gives; a refusal with the address as its origin where it gives none.

        Args:
            url: the address.
            kind: feed, sitemap or page; None to find out.
        """
        try:
            answer = self._ask(url)
        except FetchError as error:
            self._remember_failure(url, error)
            yield _unfetched(url, url, error)
            return
        if answer.is_unmodified:
            self.unmodified.add(url)
        else:
            yield from self._read_answer(url, answer, kind)
        self._remember(url, answer)

    def read_saved(self, data: bytes, origin: str) -> Iterator[Piece]:
        """The pieces behind the addresses of a saved sitemap."""
        yield from self._read_sitemap(data, None, origin, set())

    def _ask(self, url: str) -> Answer:
        record = self.before.get(url)
        if record is None:
            return self.fetcher.fetch(url)
        due = record.next_attempt_at
        if due and due.replace(tzinfo=datetime.UTC) > self.now():
            raise FetchError("postponed", f"the server asked not to come before {due:%Y-%m-%d %H:%M} UTC", passes=True)
        return self.fetcher.fetch(url, etag=record.etag, last_modified=record.last_modified)

    def _read_answer(self, url: str, answer: Answer, kind: str | None) -> Iterator[Piece]:
        told = answer.headers.get("content-type")
        charset = charset_of(told)
        try:
            data = unfold(answer.content)
            kind = kind or kind_of_answer(data, told, answer.url)
            if kind == "feed":
                yield from self._read_feed(data, charset, url)
            elif kind == "sitemap":
                yield from self._read_sitemap(data, charset, url, {url})
            elif kind == "page":
                yield Page(origin=url, content=data, charset=charset, url=answer.url)
            elif kind in READERS:
                yield from READERS[kind](File(stream=io.BytesIO(data), origin=url, skipped=self.skipped))
            else:
                yield _unreadable(url, answer, f"neither feed, sitemap, page nor data: {(told or 'no type')[:60]}")
        except SourceError as error:
            yield _unreadable(url, answer, str(error))

    def _read_feed(self, data: bytes, charset: str | None, url: str) -> Iterator[Piece]:
        feed = read_feed(data, charset)
        wanted = [entry for entry in feed.entries if self._is_wanted(entry.published)]
        linked = {entry.id: linked_by_feed(entry, url) for entry in wanted if entry.link and not entry.is_full}
        pages = self._pages(url, list(linked.values()))
        for entry in wanted:
            yield next(pages) if entry.id in linked else entry_article(entry, entry_origin(url, entry))
            linked.pop(entry.id, None)  # an id that stands twice is one item
        if feed.problem:
            self.unfinished.add(url)
            yield Reject(origin=f"{url}#", reason="broken", detail=feed.problem, url=url)

    def _read_sitemap(self, data: bytes, charset: str | None, origin: str, seen: set[str]) -> Iterator[Piece]:
        places = [place for place in read_sitemap(data, charset) if place.is_sitemap or self._is_wanted(place.day)]
        yield from self._pages(origin, [linked_by_sitemap(place) for place in places if not place.is_sitemap])
        for place in places:
            if place.is_sitemap and place.url not in seen and len(seen) < MAX_SITEMAPS:
                seen.add(place.url)
                if self.span.may_reach(place.day):
                    yield from self._read_inner(place.url, seen)

    def _read_inner(self, url: str, seen: set[str]) -> Iterator[Piece]:
        try:
            answer = self.fetcher.fetch(url)
            data = unfold(answer.content)
            yield from self._read_sitemap(data, charset_of(answer.headers.get("content-type")), url, seen)
        except FetchError as error:
            yield _unfetched(url, url, error)
        except SourceError as error:
            yield Reject(origin=url, reason="not_readable", detail=str(error), url=url)

    def _pages(self, origin: str, linked: Sequence[Linked]) -> Iterator[Piece]:
        """The piece of each linked page, in order; what was read before, as it is linked, is not fetched again."""
        known = self.known([(page.origin, page.digest) for page in linked])
        fresh = [page for page in linked if (page.origin, page.digest) not in known]
        answers = self._fetched(page.url for page in fresh)
        for page in linked:
            if (page.origin, page.digest) in known:
                yield page_of(page, b"", None, page.url)
            else:
                yield self._linked_piece(origin, page, next(answers))

    def _fetched(self, urls: Iterable[str]) -> Iterator[Fetch]:
        """The answer or failure of each address, in order; a few are fetched ahead."""
        rest = iter(urls)
        waiting: deque[Future[Fetch]] = deque()
        with ThreadPoolExecutor(WIDTH, thread_name_prefix="fetch") as pool:
            for url in itertools.islice(rest, WIDTH):
                waiting.append(pool.submit(self._try, url))
            while waiting:
                yield waiting.popleft().result()
                for url in itertools.islice(rest, 1):
                    waiting.append(pool.submit(self._try, url))

    def _try(self, url: str) -> Fetch:
        try:
            return self.fetcher.fetch(url)
        except FetchError as error:
            return error

    def _linked_piece(self, origin: str, page: Linked, found: Fetch) -> Piece:
        if isinstance(found, Answer):
            told = found.headers.get("content-type")
            if kind_of_answer(found.content, told, found.url) == "page":
                return page_of(page, found.content, charset_of(told), found.url)
            found = FetchError("unsupported", f"the link leads to no page: {(told or 'no type')[:60]}")
        if found.passes:
            self.unfinished.add(origin)
        if page.entry:
            piece = entry_article(page.entry, page.origin)
            if isinstance(piece, Article):
                self.skipped["linked pages that could not be fetched (their summaries are read)"] += 1
                return piece
        return _unfetched(page.origin, page.url, found)

    def _is_wanted(self, day: datetime.date | None) -> bool:
        if self.span.holds(day):
            return True
        self.skipped["articles outside the span of days"] += 1
        return False

    def _remember(self, url: str, answer: Answer) -> None:
        """Keeps the validators, unless something behind the address is still to come: then it must be read again."""
        whole = url not in self.unfinished
        last = self.before.get(url)
        etag, modified = answer.headers.get("etag"), answer.headers.get("last-modified")
        if answer.is_unmodified and last:
            etag, modified = etag or last.etag, modified or last.last_modified
        self.records[url] = FetchRecord(
            url=url,
            status=answer.status,
            etag=etag if whole else None,
            last_modified=modified if whole else None,
            failure_count=0,
            detail=None,
            fetched_at=self.now(),
            next_attempt_at=None,
        )

    def _remember_failure(self, url: str, error: FetchError) -> None:
        if error.reason == "postponed":
            return
        last = self.before.get(url)
        wait = error.wait
        self.records[url] = FetchRecord(
            url=url,
            status=error.status,
            etag=last.etag if last else None,
            last_modified=last.last_modified if last else None,
            failure_count=(last.failure_count if last else 0) + 1,
            detail=str(error),
            fetched_at=self.now(),
            next_attempt_at=self.now() + datetime.timedelta(seconds=min(wait, 86_400.0)) if wait else None,
        )


def _unreadable(url: str, answer: Answer, said: str) -> Reject:
    return Reject(origin=url, reason="not_readable", detail=said, url=url, reader=".xml", content=answer.content)


def _unfetched(origin: str, url: str, error: FetchError) -> Reject:
    return Reject(origin=origin, reason=error.reason, detail=str(error), stage="fetch", url=url)
