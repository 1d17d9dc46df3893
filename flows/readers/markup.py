"""Fragments of HTML, as feeds carry them, to plain text."""

import re
from html.parser import HTMLParser

BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav "
    "ol p pre section table td th tr ul".split()
)
SILENT = frozenset("script style template noscript iframe object svg".split())
TAG = re.compile(r"<[a-zA-Z!/]")


def plain_text(fragment: str) -> str:
    """The words of a fragment: a line for each block, no markup.

    >>> plain_text("<p>The army <b>took</b> the town.</p><p>Two died.</p>")
    'The army took the town.\\nTwo died.'
    """
    if not TAG.search(fragment) and "&" not in fragment:
        return fragment.strip()
    reader = _Words()
    reader.feed(fragment)
    reader.close()
    lines = ("".join(reader.parts)).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


class _Words(HTMLParser):
    """Collects words in one pass; it keeps no stack, so no nesting is too deep."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a line; what is not shown is passed over."""
        del attrs
        if tag in SILENT and self.silent is None:
            self.silent = tag
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """A block ends its line."""
        if tag == self.silent:
            self.silent = None
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Keeps the words; a line end inside a paragraph is a space."""
        if self.silent is None:
            self.parts.append(data.replace("\n", " "))
