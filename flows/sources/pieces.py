"""What sources give, piece by piece: articles, pages that are still to be read, and refusals."""

import dataclasses
import datetime
import hashlib
from dataclasses import dataclass
from typing import TypeAlias

from schemas.article import Article, Reject
from schemas.ids import content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An HTML page as it came. Reading it is work, so the processes that code do it.

    What stands beside `content` is known from elsewhere (a header, a feed, the list of sources) and counts where the
    page itself does not say it. `summary` is the feed's own text, for a page on which no article is found; `linked_by`
    the name of the feed; `told` the id of all that is said about the page where it is linked: while that is the same,
    the page is not fetched again.
    """

    origin: str
    content: bytes
    charset: str | None = None
    url: str | None = None
    title: str | None = None
    source: str | None = None
    published: datetime.date | None = None
    language: str | None = None
    summary: str | None = None
    linked_by: str | None = None
    told: str | None = None
    source_name: str | None = None

    @property
    def digest(self) -> str:
        """Id of what came: the same bytes with the same words beside them have the same."""
        if self.told:
            return self.told
        day = self.published.isoformat() if self.published else None
        told = (self.charset, self.url, self.title, self.source, day, self.language, self.summary, self.linked_by)
        return content_id("page", hashlib.sha256(self.content).hexdigest(), *told)


Piece: TypeAlias = Article | Page | Reject


def digest_of(piece: Article | Page) -> str:
    """Id of a piece as it came: what is read again and has the same id need not be coded again."""
    return piece.digest if isinstance(piece, Page) else piece.version_id


def key_of(piece: Piece) -> tuple[str, str]:
    """Where a piece stood and what it was, by which it is known again; a refusal never is."""
    return ("", "") if isinstance(piece, Reject) else (piece.origin or "", digest_of(piece))


def size_of(piece: Piece) -> int:
    """The bytes that a piece holds, roughly."""
    if isinstance(piece, Article):
        return len(piece.text)
    return len(piece.content or b"")


def from_source(piece: Piece, source_name: str | None, **known: str | None) -> Piece:
    """The piece with the named source that it came from, and what the list of sources says where it says nothing."""
    if isinstance(piece, Reject):
        return dataclasses.replace(piece, source_name=source_name)
    told = {name: value for name, value in known.items() if value and not getattr(piece, name)}
    return dataclasses.replace(piece, source_name=source_name, **told)  # type: ignore[arg-type]  # only texts are known
