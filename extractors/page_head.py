"""What an HTML page declares about itself: meta elements, headings, JSON-LD blocks."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "LiveBlogPosting")
MAX_SCRIPT = 500_000  # characters of one JSON-LD block
MAX_HEADINGS = 20


@dataclass(slots=True)
class Head:
    """What a page says about itself in its markup."""

    metas: dict[str, str] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    title: str | None = None
    canonical: str | None = None
    language: str | None = None


def read_head(markup: str) -> Head:
    """A page's declarations, in one pass over its markup."""
    reader = _HeadReader()
    reader.feed(markup)
    return reader.head


def articles_in(script: str) -> Iterator[dict[str, Any]]:
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


class _HeadReader(HTMLParser):
    """Collects declarations; whatever the markup, it keeps no stack and cannot recurse."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.head = Head()
        self.inside: str | None = None
        self.parts: list[str] = []

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
