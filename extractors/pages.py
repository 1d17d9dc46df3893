"""HTML pages to the fields of an article. The only importer of trafilatura and htmldate, loaded when a page comes."""

import calendar
import datetime
import logging
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractors.page_head import Head, articles_in, read_head
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
ENOUGH = 250  # characters of an article that the quick way has found
LONG = 4  # words of a heading that is no name of a section
SHORT, SHARED = 3, 2  # such a heading shares two words of more than three letters with what is declared
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


def read_page(markup: str) -> Page:
    """The article on an HTML page: its main text without menus, and what the page declares about it.

    The publication day is read from JSON-LD and meta elements, else from what htmldate finds in the markup if it
    stands there in full: a date in the text may be any day, and a year is never filled in.

    Raises:
        SourceError: there is no article on the page.
    """
    text = main_text(markup)
    head = read_head(markup)
    items = [item for script in head.scripts for item in articles_in(script)]
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
    number = rf"0?{day.day}(?:st|nd|rd|th)?"
    written = (f"{day:%Y-%m-%d}", rf"\b{number}\s+{month},?\s+{day.year}\b", rf"{month}\s+{number},?\s+{day.year}\b")
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
