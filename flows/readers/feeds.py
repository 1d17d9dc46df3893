"""RSS, Atom and RDF feeds to entries. The only importer of feedparser; what is broken gives what can be had."""

import datetime
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flows.readers.markup import plain_text
from flows.sources.days import read_any_day
from flows.sources.json_articles import make_article
from schemas.article import Article, Reject
from schemas.errors import SourceError
from schemas.ids import content_id

ROOT_END = re.compile(rb"</\s*(?:[\w.-]+:)?(?:rss|feed|RDF)\s*>", re.I)
ENTRY_START = re.compile(rb"<\s*(?:[\w.-]+:)?(?:item|entry)[\s>]", re.I)
ENTRY_END = re.compile(rb"</\s*(?:[\w.-]+:)?(?:item|entry)\s*>", re.I)
MORE = re.compile(r"(?:\.{3}|\u2026|\[\s*(?:\.{3}|\u2026)\s*\]|read (?:more|on)|continue reading)\W*\Z", re.I)
FULL = 1500  # characters from which a description is the article, not its teaser
WORDS = re.compile(r"\w+")
FEW = 4  # words that are no report


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a feed. `is_full` says whether `text` is the whole article, as far as the feed tells."""

    id: str
    link: str | None
    title: str | None
    source: str | None
    language: str | None
    published: datetime.date | None
    updated: str | None
    text: str
    is_full: bool

    @property
    def digest(self) -> str:
        """Id of what the feed says: an entry that was changed has another."""
        day = self.published.isoformat() if self.published else None
        return content_id("entry", self.id, self.link, self.title, day, self.updated, self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed gives; `problem` says what is wrong with it as a whole."""

    entries: tuple[Entry, ...]
    problem: str | None = None


def read_feed(data: bytes, charset: str | None = None) -> Feed:
    """The entries of a feed, in its order; the last of a feed that is cut off is left out if it is cut itself.

    Raises:
        SourceError: it is no feed.
    """
    import feedparser  # only feeds pay for it

    headers = {"content-type": f"application/xml; charset={charset}"} if charset else {}
    try:
        found = feedparser.parse(
            io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as error:  # the parser stumbles over hostile feeds in ways that it does not name
        raise SourceError(f"not a feed that can be read: {type(error).__name__}: {error}") from error
    items, problem = list(found.entries), None
    version = found.get("version", "")
    if not version and not any(item.get("title") or item.get("link") for item in items):
        raise SourceError("not a feed: no items, and no mark of RSS, Atom or RDF")
    if not ROOT_END.search(data):
        problem = "cut off: the feed has no end"
        if _is_last_cut(data):
            items = items[:-1]
    elif found.bozo and not items:
        problem = f"broken: {_said(found.get('bozo_exception'))}"
    about, is_atom = found.feed, version.startswith("atom")
    return Feed(entries=tuple(_entry(item, about, is_atom=is_atom) for item in items), problem=problem)


def entry_article(entry: Entry, origin: str) -> Article | Reject:
    """The article that an entry carries, whole or as a summary; an entry with hardly a word is refused."""
    try:
        return make_article(
            text=_checked_text(entry),
            given_id=None if entry.link else content_id("entry", entry.id),
            url=entry.link,
            title=entry.title,
            source=entry.source,
            published=entry.published,
            language=entry.language,
            origin=origin,
        )
    except SourceError as error:
        return Reject(
            origin=origin, reason="no_text", detail=str(error), reader=".json", url=entry.link, content=_kept(entry)
        )


def _checked_text(entry: Entry) -> str:
    if len(WORDS.findall(entry.text)) < FEW:
        raise SourceError("the feed carries no text of it")
    return entry.text


def entry_origin(feed: str, entry: Entry) -> str:
    """Where an entry stands: its feed and its id."""
    return f"{feed}#{entry.id}"


def read_feed_file(data: bytes, origin: str) -> Iterator[Article | Reject]:
    """An article or a refusal for each entry of a feed that was saved; nothing is fetched.

    Raises:
        SourceError: it is no feed.
    """
    feed = read_feed(data)
    for entry in feed.entries:
        yield entry_article(entry, entry_origin(origin, entry))
    if feed.problem:
        yield Reject(origin=origin, reason="broken", detail=feed.problem)


def _is_last_cut(data: bytes) -> bool:
    last = max((found.start() for found in ENTRY_START.finditer(data)), default=-1)
    return not ENTRY_END.search(data, max(last, 0))


def _entry(item: Any, about: Any, *, is_atom: bool) -> Entry:
    text, is_full = _text_of(item)
    link = _word(item.get("link"))
    link = link if link and link.startswith(("http://", "https://")) else None
    title = plain_text(_word(item.get("title")) or "") or None
    return Entry(
        id=_word(item.get("id")) or link or content_id("untold", title, text),
        link=link,
        title=title,
        source=_word((item.get("source") or {}).get("title")) or _word(about.get("title")),
        language=(_word(about.get("language")) or "").split("-")[0].lower() or None,
        published=_published(item, is_atom=is_atom),
        updated=_word(dict.get(item, "updated")),
        text=text,
        is_full=is_full,
    )


def _published(item: Any, *, is_atom: bool) -> datetime.date | None:
    """The day of publication. What RSS calls dc:date is that, and is told as `updated`; what Atom calls so is not.

    The parser's own `get` would answer with the one for the other.
    """
    names = ("published", "created") if is_atom else ("published", "created", "updated")
    return next((day for name in names if (day := read_any_day(_word(dict.get(item, name))))), None)


def _text_of(item: Any) -> tuple[str, bool]:
    """The longest text of an item, and whether it is the whole article."""
    contents = [plain_text(_word(part.get("value")) or "") for part in item.get("content") or ()]
    summary = plain_text(_word(item.get("summary")) or "")
    content = max(contents, key=len, default="")
    if len(content) > len(summary):
        return content, len(content) >= FULL // 3 and not MORE.search(content)
    return summary, len(summary) >= FULL and not MORE.search(summary)


def _word(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _said(error: object) -> str:
    return " ".join(str(error).split())[:200] or "not well-formed"


def _kept(entry: Entry) -> bytes:
    told = {
        "url": entry.link,
        "title": entry.title,
        "source": entry.source,
        "published": entry.published.isoformat() if entry.published else None,
        "text": entry.text or entry.title,
    }
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
