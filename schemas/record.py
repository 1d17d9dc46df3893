"""Coded articles as JSON records (one object a line), and back."""

import dataclasses
import datetime
from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from schemas.article import Article
from schemas.identity import event_ids
from schemas.mention import ActorMention, CodedArticle, DateMention, Mention, Party, PlaceMention, Publication
from schemas.projection import project_codes, type_of_violence
from schemas.vocabulary import kind_of

Record = dict[str, Any]
ARTICLE_FIELDS = ("id", "url", "title", "source", "published", "language", "text")
_PLAIN = frozenset({str, int, float, bool, type(None)})
_NAMES = {
    kind: tuple(item.name for item in dataclasses.fields(kind))
    for kind in (DateMention, PlaceMention, Mention, Party, Publication)
}
_VALUES = {kind: attrgetter(*names) for kind, names in _NAMES.items()}  # all at once: in half the time
DERIVED = ("event_id", "type_of_violence")


def article_record(coded: CodedArticle) -> Record:
    """The JSON object of one coded article; days are ISO text, offsets point into its `text`."""
    head = {name: _plain(getattr(coded.article, name)) for name in ARTICLE_FIELDS}
    ids = event_ids(coded.article, coded.events)
    return head | {
        "publication": _fields(coded.publication) if coded.publication else None,
        "dates": [_fields(mention) for mention in coded.dates],
        "places": [_fields(mention) for mention in coded.places],
        "actors": [_actor_record(mention) for mention in coded.actors],
        "events": [_event_record(event, event_id) for event, event_id in zip(coded.events, ids, strict=True)],
    }


def coded_article(record: Mapping[str, Any]) -> CodedArticle:
    """The coded article that `article_record` wrote: both directions lose nothing but `origin`."""
    head = {name: record[name] for name in ARTICLE_FIELDS}
    return CodedArticle(
        article=Article(**head | {"published": _day(record["published"])}),
        publication=_publication(record.get("publication")),
        dates=tuple(DateMention(**_with_days(row)) for row in record["dates"]),
        places=tuple(PlaceMention(**row) for row in record["places"]),
        actors=tuple(_actor_mention(row) for row in record["actors"]),
        events=tuple(_mention(row) for row in record["events"]),
    )


def _publication(row: Record | None) -> Publication | None:
    return Publication(**row | {"day": _day(row["day"]), "clashes": tuple(row["clashes"])}) if row else None


def _fields(row: DateMention | PlaceMention | Mention | Party | Publication) -> Record:
    told = zip(_NAMES[type(row)], _VALUES[type(row)](row), strict=True)
    return {name: value if type(value) in _PLAIN else _plain(value) for name, value in told}


def _plain(value: object) -> object:
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, tuple):
        return [_fields(part) if isinstance(part, Party) else part for part in value]
    return value


def _event_record(event: Mention, event_id: str) -> Record:
    """The codes that the mention has are kept: projected again, what a decree does would become a threat to do it."""
    codes = {} if event.plover_type else project_codes(event.kind, event.status)._asdict()
    codes |= {
        "acled": event.acled or kind_of(event.kind).acled,
        "type_of_violence": type_of_violence(event.kind, event.actors, event.targets),
    }
    return {"event_id": event_id} | _fields(event) | codes


def _actor_record(mention: ActorMention) -> Record:
    return {"start": mention.start, "end": mention.end} | _fields(mention.party) | {"rule": mention.rule}


def _actor_mention(row: Record) -> ActorMention:
    party = Party(name=row["name"], text=row["text"], country=row["country"], sector=row["sector"])
    return ActorMention(start=row["start"], end=row["end"], party=party, rule=row["rule"])


def _mention(row: Record) -> Mention:
    told = {name: value for name, value in _with_days(row).items() if name not in DERIVED}
    sides = {side: tuple(Party(**party) for party in row[side]) for side in ("actors", "targets", "about")}
    spans = {name: (span[0], span[1]) for name, span in row["evidence"].items()}
    return Mention(**told | sides | {"evidence": spans})


def _with_days(row: Record) -> Record:
    return row | {name: _day(row[name]) for name in ("date_start", "date_end")}


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
