"""Text and Markdown files to articles."""

import re

from flows.sources.days import read_any_day
from flows.sources.decoding import decode_text
from flows.sources.json_articles import make_article
from schemas.article import Article

FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?\r?\n)---[ \t]*(?:\r?\n|\Z)", re.S)
ENTRY = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(.+?)[ \t]*$", re.M)
HEADING = re.compile(r"\A\s*#[ \t]+(.+?)[ \t#]*(?:\r?\n|\Z)")
NAMES = {
    "title": "title", "headline": "title", "date": "published", "published": "published", "url": "url",
    "link": "url", "source": "source", "outlet": "source", "language": "language", "lang": "language",
}  # fmt: skip
# What stands for the words alone: images go, links and emphasis keep their words.
MARKS = (
    (re.compile(r"!\[[^\]\n]{0,300}\]\([^)\s]{1,2000}[^)\n]{0,300}\)"), ""),
    (re.compile(r"\[([^\]\n]{1,1000})\]\([^)\s]{1,2000}[^)\n]{0,300}\)"), r"\1"),
    (re.compile(r"(?<!\w)(\*\*|__)(?=\S)(.{1,1000}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,1000}?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"^#{1,6}[ \t]+", re.M), ""),
    (re.compile(r"^>[ \t]?", re.M), ""),
)


def read_text(data: bytes, origin: str) -> Article:
    """The article that a text file is, its text to the character.

    Raises:
        SourceError: it is no text, or empty.
    """
    return make_article(text=decode_text(data), origin=origin)


def read_markdown(data: bytes, origin: str) -> Article:
    """The article in a Markdown file: its front matter tells what is beside the text, its first heading the title.

    Raises:
        SourceError: it is no text, or empty.
    """
    text = decode_text(data)
    front = FRONT.match(text)
    told = _front_matter(front[1]) if front else {}
    text = text[front.end() :] if front else text
    heading = HEADING.match(text)
    if heading and "title" not in told:
        told["title"] = heading[1]
        text = text[heading.end() :].lstrip("\r\n") or text
    for pattern, kept in MARKS:
        text = pattern.sub(kept, text)
    return make_article(text=text, origin=origin, published=read_any_day(told.pop("published", None)), **told)


def _front_matter(block: str) -> dict[str, str]:
    told: dict[str, str] = {}
    for name, value in ENTRY.findall(block):
        if name.lower() in NAMES:
            told.setdefault(NAMES[name.lower()], value.strip("\"'"))
    return told
