"""Sitemaps to addresses: plain ones, news sitemaps and indexes of sitemaps; broken XML gives what can be had."""

import datetime
import html
import re
from dataclasses import dataclass

from flows.sources.days import read_any_day
from flows.sources.decoding import decode_page
from schemas.errors import SourceError

ROOT = re.compile(rb"<\s*(?:[\w.-]+:)?(urlset|sitemapindex)[\s>]", re.I)
BLOCK = re.compile(r"<(?:[\w.-]+:)?(url|sitemap)\s*>(.*?)</(?:[\w.-]+:)?\1\s*>", re.S | re.I)
FIELD = re.compile(
    r"<(?:[\w.-]+:)?(loc|lastmod|publication_date|title|language|name)\s*>\s*(?:<!\[CDATA\[)?(.{0,4000}?)(?:\]\]>)?\s*</",
    re.S | re.I,
)
MAX_ADDRESSES = 50_000  # what the protocol allows in one file


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One address of a sitemap and what the sitemap says about it."""

    url: str
    is_sitemap: bool
    modified: str | None = None
    published: datetime.date | None = None
    title: str | None = None
    source: str | None = None
    language: str | None = None

    @property
    def day(self) -> datetime.date | None:
        """The day of publication, else the day of the last change."""
        return self.published or read_any_day(self.modified)


def is_sitemap(data: bytes) -> bool:
    """Whether this XML is a sitemap or an index of them."""
    return bool(ROOT.search(data[:4096]))


def read_sitemap(data: bytes, charset: str | None = None) -> list[Place]:
    """The addresses in their order, each once.

    Raises:
        SourceError: there are none.
    """
    found: dict[str, Place] = {}
    for block in BLOCK.finditer(decode_page(data, charset)):
        fields: dict[str, str] = {}
        for name, value in FIELD.findall(block[2]):
            fields.setdefault(name.lower(), html.unescape(value).strip())
        url = fields.get("loc", "")
        if url.startswith(("http://", "https://")) and len(found) < MAX_ADDRESSES:
            found.setdefault(url, _place(url, fields, is_index=block[1].lower() == "sitemap"))
    if not found:
        raise SourceError("a sitemap without an address")
    return list(found.values())


def _place(url: str, fields: dict[str, str], *, is_index: bool) -> Place:
    return Place(
        url=url,
        is_sitemap=is_index,
        modified=fields.get("lastmod"),
        published=read_any_day(fields.get("publication_date")),
        title=fields.get("title") or None,
        source=fields.get("name") or None,
        language=fields.get("language", "").split("-")[0].lower() or None,
    )
