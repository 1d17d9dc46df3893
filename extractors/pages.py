"""HTML pages to the fields of an article. The only importer of trafilatura, which it loads when a page comes."""

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from schemas.errors import SourceError

DAY_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "publishdate",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
)
TITLE_NAMES = ("og:title", "twitter:title")
SITE_NAMES = ("og:site_name", "application-name")
ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "LiveBlogPosting")
MAX_SCRIPT = 500_000  # characters of one JSON-LD block
LOGGERS = ("trafilatura", "htmldate", "courlan", "justext")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What an HTML page says about its article; `published` is as written there (ISO, mostly)."""

    text: str
    title: str | None
    published: str | None
    source: str | None
    url: str | None
    language: str | None


@dataclass(slots=True)
class Head:
    """What a page says about itself in its markup."""

    metas: dict[str, str] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    title: str | None = None
    canonical: str | None = None
    language: str | None = None


def read_page(markup: str) -> Page:
    """The article on an HTML page: its main text without menus, and what the page declares about it.

    The publication day is only ever read from JSON-LD and meta elements: a date found in the text may be any day.

    Raises:
        SourceError: there is no article on the page.
    """
    text = _main_text(markup)
    head = _HeadReader.read(markup)
    items = [item for script in head.scripts for item in _articles(script)]
    linked: dict[str, Any] = items[0] if items else {}
    source = _first(*_named(head, SITE_NAMES), _publisher(linked))
    title = _first(_string(linked.get("headline")), *_named(head, TITLE_NAMES), head.title)
    return Page(
        text=text,
        title=_without_site(title, source),
        published=_first(*(_string(item.get("datePublished")) for item in items), *_named(head, DAY_NAMES)),
        source=source,
        url=_address(head.canonical) or _address(head.metas.get("og:url")),
        language=(head.language or "").split("-")[0].strip().lower() or None,
    )


def _main_text(markup: str) -> str:
    import trafilatura  # noqa: PLC0415 - a quarter of a second that only pages pay

    for name in LOGGERS:
        logging.getLogger(name).addHandler(logging.NullHandler())  # what it cannot read is said by us
    text = trafilatura.extract(markup, include_comments=False, include_tables=False, fast=False)
    if not text:
        raise SourceError("no article found on the page")
    return str(text)


class _HeadReader(HTMLParser):
    """Collects a page's declarations in one pass; whatever the markup, it keeps no stack and cannot recurse."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.head = Head()
        self.inside: str | None = None
        self.parts: list[str] = []

    @classmethod
    def read(cls, markup: str) -> Head:
        reader = cls()
        reader.feed(markup)
        return reader.head

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a declaration, or that a title or a JSON-LD block begins."""
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
            self.head.metas.setdefault(name, given.get("content", ""))
        elif tag == "time" and given.get("itemprop", "").lower() == "datepublished":
            self.head.metas.setdefault("datepublished", given.get("datetime", ""))
        elif tag == "link" and given.get("rel", "").lower() == "canonical":
            self.head.canonical = self.head.canonical or given.get("href")
        elif tag == "html":
            self.head.language = given.get("lang")
        elif tag == "title" or (tag == "script" and given.get("type", "").lower() == "application/ld+json"):
            self.inside, self.parts = tag, []

    def handle_data(self, data: str) -> None:
        """Keeps the words of a title or block."""
        if self.inside:
            self.parts.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Closes a title or block."""
        if tag != self.inside:
            return
        words = "".join(self.parts).strip()
        if tag == "title":
            self.head.title = self.head.title or words
        elif len(words) <= MAX_SCRIPT:
            self.head.scripts.append(words)
        self.inside = None


def _articles(script: str) -> Iterator[dict[str, Any]]:
    """The articles that a JSON-LD block describes, at its top level or in its graph."""
    try:
        found = json.loads(script)
    except (ValueError, RecursionError):
        return
    for item in found if isinstance(found, list) else [found]:
        graph = item.get("@graph") if isinstance(item, dict) else None
        for node in [item, *(graph if isinstance(graph, list) else [])]:
            if isinstance(node, dict) and _is_article(node.get("@type")):
                yield node


def _is_article(kinds: object) -> bool:
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(ARTICLE_TYPES) for name in names)


def _publisher(item: dict[str, Any]) -> str | None:
    publisher = item.get("publisher")
    if isinstance(publisher, list) and publisher:
        publisher = publisher[0]
    return _string(publisher.get("name")) if isinstance(publisher, dict) else _string(publisher)


def _named(head: Head, names: tuple[str, ...]) -> list[str | None]:
    return [head.metas.get(name) for name in names]


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _without_site(title: str | None, source: str | None) -> str | None:
    """The headline without the outlet's name behind it ("Talks resume - The Example Herald")."""
    for mark in (" - ", " | ", " \u2013 ", " \u2014 "):
        if title and source:
            title = title.removesuffix(mark + source)
    return title


def _address(value: str | None) -> str | None:
    return value if value and value.startswith(("http://", "https://")) else None


def _first(*values: str | None) -> str | None:
    return next((value.strip() for value in values if value and value.strip()), None)
