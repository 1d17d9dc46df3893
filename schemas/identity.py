"""When two mentions tell one event: its signature, and the ids made of it.

Articles agree on an event where kind, days and place agree. Where the place is wider than a first-level division,
or there is none, the parties must agree too. What has no day is nobody else's event: it stays with its article.
"""

from collections import Counter
from collections.abc import Sequence

from schemas.article import Article
from schemas.ids import content_id
from schemas.mention import Mention

LOCAL = ("point", "area", "admin2", "admin1")


def event_ids(article: Article, events: Sequence[Mention]) -> list[str]:
    """The id of the real-world event that each mention tells, in order.

    A second mention of the same signature in one article is told apart by its rank: the coder has already
    merged what is one.
    """
    seen: Counter[str] = Counter()
    found = []
    for event in events:
        signature = content_id(*signature_of(article, event))
        found.append(content_id("event", signature, seen[signature]))
        seen[signature] += 1
    return found


def mention_id(article: Article, event_id: str) -> str:
    """The id of the row: this event as this document tells it, in whichever version."""
    return content_id("mention", article.id, event_id)


def signature_of(article: Article, event: Mention) -> tuple[object, ...]:
    """What must agree for two mentions to tell one event."""
    if event.date_start is None or event.date_end is None or event.date_precision not in ("day", "days"):
        return ("undated", article.id, event.kind, event.status, event.date_edtf, _place(event), _names(event))
    days = (event.date_start.isoformat(), event.date_end.isoformat())
    told = event.status if event.status in ("planned", "negated") else "told"
    if event.place_precision in LOCAL:
        return (event.kind, told, days, _place(event))
    return (event.kind, told, days, _place(event), _names(event))


def _place(event: Mention) -> tuple[object, ...]:
    return (event.geonameid,) if event.geonameid else (event.place, event.country)


def _names(event: Mention) -> tuple[list[str], ...]:
    return tuple(sorted(party.name for party in side) for side in (event.actors, event.targets, event.about))
