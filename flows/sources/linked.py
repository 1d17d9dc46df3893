"""Pages that a feed or a sitemap links, and what is said about them there."""

from dataclasses import dataclass

from flows.readers.feeds import Entry, entry_origin
from flows.readers.sitemaps import Place
from flows.sources.pieces import Page
from schemas.ids import content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A page that is to be fetched, and what is said about it where it is linked.

    While `digest`, the id of all that is said, stays the same, the page is not fetched again.
    """

    url: str
    origin: str
    digest: str
    entry: Entry | None = None
    place: Place | None = None


def linked_by_feed(entry: Entry, feed: str) -> Linked:
    """The page that an item of a feed links."""
    return Linked(url=entry.link or "", origin=entry_origin(feed, entry), digest=entry.digest, entry=entry)


def linked_by_sitemap(place: Place) -> Linked:
    """The page that a sitemap names."""
    digest = content_id("place", place.url, place.modified, place.title)
    return Linked(url=place.url, origin=place.url, digest=digest, place=place)


def page_of(linked: Linked, content: bytes, charset: str | None, url: str) -> Page:
    """The page as it came, with what is said about it where it is linked."""
    about = linked.entry or linked.place
    return Page(
        origin=linked.origin,
        content=content,
        charset=charset,
        url=url,
        title=about.title if about else None,
        published=about.published if about else None,
        language=about.language if about else None,
        linked_by=about.source if about else None,
        summary=linked.entry.text if linked.entry else None,
        told=linked.digest,
    )
