"""The article as it came in, and what was refused."""

import datetime
from dataclasses import dataclass, field

from schemas.ids import content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One version of one document. `text` is the stored text that all offsets point into.

    `published` is the outlet's local calendar day; None where nobody says it. `origin` tells where the
    document was read (a path, a line of a file), `source_name` from which named source: they take no part in any id.
    """

    id: str
    text: str
    url: str | None = None
    title: str | None = None
    source: str | None = None
    published: datetime.date | None = None
    language: str | None = None
    origin: str | None = None
    source_name: str | None = None

    @property
    def version_id(self) -> str:
        """Id of this version: changes with the text and with what was given beside it."""
        day = self.published.isoformat() if self.published else None
        return content_id("article", self.id, self.text, self.title, self.url, self.source, day, self.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """One input that was refused: where it stood, why (a short code), and one line for a person.

    `stage` is where on the way it was refused (fetch, read, code). `reader` names what can read it again from
    `content`, the bytes as they came, or from `quarantine`, the file that keeps them; `source_name` is the named
    source that it came from.
    """

    origin: str
    reason: str
    detail: str
    stage: str = "read"
    reader: str | None = None
    url: str | None = None
    source_name: str | None = None
    quarantine: str | None = None
    content: bytes | None = field(default=None, compare=False, repr=False)

    @property
    def reject_id(self) -> str:
        """Id from content: the same refusal twice is one row."""
        return content_id("reject", self.origin, self.reason, self.detail)


def document_id(*, url: str | None, source: str | None, title: str | None, text: str) -> str:
    """Id of a document that brings none: its address if it has one, else its words."""
    return content_id("url", url) if url else content_id("document", source, title, text)
