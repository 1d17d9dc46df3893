"""HTML pages to the fields of an article. The only importer of trafilatura and htmldate, loaded when a page comes."""

import calendar
import datetime
import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
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
ENOUGH = 250  # characters of an article that the quick way has found
LONG = 4  # words of a heading that is no name of a section
SHORT, SHARED = 3, 2  # such a heading shares two words of more than three letters with what is declared
MAX_HEADINGS = 20
MAX_MARKUP = 2_000_000
MODIFIED = r"""(?:modified|updated)[^<>]{{0,60}}{day:%Y-%m-%d}"""
UTC = re.compile(r"(?:Z|[+-]00:?00)\s*$")
PLAIN_DAY = re.compile(r""""\w{0,40}date_?published"\s*:\s*"(\d{4}-\d\d-\d\d)\"""", re.I)
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
    headings: list[str] = field(default_factory=list)
    title: str | None = None
    canonical: str | None = None
    language: str | None = None


def read_page(markup: str) -> Page:
    """The article on an HTML page: its main text without menus, and what the page declares about it.

    The publication day is read from JSON-LD and meta elements, else from what htmldate finds in the markup if it
    stands there in full: a date in the text may be any day, and a year is never filled in.

    Raises:
        SourceError: there is no article on the page.
    """
    text = main_text(markup)
    head = _HeadReader.read(markup)
    items = [item for script in head.scripts for item in _articles(script)]
    linked: dict[str, Any] = items[0] if items else {}
    source = _first(*_named(head, SITE_NAMES), _publisher(linked))
    declared = [_string(linked.get("headline")), *_named(head, TITLE_NAMES), head.title]
    published = _first(*(_string(item.get("datePublished")) for item in items), *_named(head, DAY_NAMES))
    return Page(
        text=text,
        title=_without_site(_headline(head.headings, declared) or _first(*declared), source),
        published=_local_day(published, markup) or _marked_day(markup),
        source=source,
        url=_address(head.canonical) or _address(head.metas.get("og:url")),
        language=(head.language or "").split("-")[0].strip().lower() or None,
    )


def main_text(markup: str) -> str:
    """The text of the article on a page. The quick way is the stricter one, too: the other adds what stands near.

    Raises:
        SourceError: there is no article on the page.
    """
    import trafilatura  # a quarter of a second that only pages pay

    _silence()
    for fast in (True, False):
        text = trafilatura.extract(markup, include_comments=False, include_tables=False, fast=fast)
        if text and (len(text) >= ENOUGH or not fast):
            return str(text)
    raise SourceError("no article found on the page")


@cache  # once for each process: a logger keeps every handler that it is given
def _silence() -> None:
    for name in LOGGERS:
        logging.getLogger(name).addHandler(logging.NullHandler())  # what it cannot read is said by us


def _local_day(published: str | None, markup: str) -> str | None:
    """What is declared; where that is a moment in UTC, which may be another day where the outlet is, the plain day.

    Pages that give their moments in UTC often name the outlet's own day elsewhere in their data, also as part of a
    longer name ("contentDatePublished").
    """
    if not published or not UTC.search(published):
        return published
    days = set(PLAIN_DAY.findall(markup))
    try:
        moment = datetime.datetime.fromisoformat(published.strip()).date()
        near = [day for day in days if abs(datetime.date.fromisoformat(day) - moment) <= datetime.timedelta(days=1)]
    except ValueError:
        return published
    return near[0] if len(near) == 1 else published


def _marked_day(markup: str) -> str | None:
    """The day that the page's markup tells beside its declarations, where day, month and year stand there together."""
    import htmldate  # likewise

    _silence()
    try:
        found = htmldate.find_date(
            markup[:MAX_MARKUP],
            original_date=True,
            extensive_search=False,
            min_date="1990-01-01",
            max_date="2199-12-31",
        )
        day = datetime.date.fromisoformat(found or "")
    except ValueError:
        return None
    month = f"(?:{calendar.month_name[day.month]}|{calendar.month_abbr[day.month]})\\.?"
    written = (
        rf"{day:%Y-%m-%d}", rf"\b0?{day.day}(?:st|nd|rd|th)?\s+{month},?\s+{day.year}\b",
        rf"{month}\s+0?{day.day}(?:st|nd|rd|th)?,?\s+{day.year}\b",
    )  # fmt: skip
    in_markup = any(re.search(pattern, markup, re.I) for pattern in written)
    return day.isoformat() if in_markup and not re.search(MODIFIED.format(day=day), markup, re.I) else None


def _headline(headings: list[str], declared: list[str | None]) -> str | None:
    """The headline as readers see it: the one main heading, or the one that a declared title repeats.

    What is declared for machines is often another wording, or has other quotation marks.
    """
    told = {word for title in declared if title for word in _words(title)}
    long = [heading for heading in headings if len(heading.split()) >= LONG and len(told & _words(heading)) >= SHARED]
    same = [heading for heading in headings for title in declared if title and _bare(heading) == _bare(title)]
    return same[0] if same else (long[0] if len(long) == 1 else None)


def _words(title: str) -> set[str]:
    return {word for word in re.findall(r"\w+", title.casefold()) if len(word) > SHORT}


def _bare(title: str) -> str:
    return "".join(re.findall(r"\w+", title.casefold()))


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
        elif tag in ("title", "h1") or (tag == "script" and given.get("type", "").lower() == "application/ld+json"):
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
        elif tag == "h1":
            self.head.headings += [" ".join(words.split())] if words and len(self.head.headings) < MAX_HEADINGS else []
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
