"""Turns coded articles and rejects into Arrow tables of the columns that the warehouse stores."""

import dataclasses
import json
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

import duckdb
import pyarrow as pa

from schemas.article import Reject
from schemas.identity import event_ids, mention_id
from schemas.mention import CodedArticle, Mention, Party
from schemas.record import article_record
from schemas.state import ArticleState

FIELDS = tuple(field.name for field in dataclasses.fields(Mention))
# Columns that come from outside; the load itself fills the rest.
ARTICLE = (
    "version_id",
    "article_id",
    "url",
    "title",
    "source",
    "published",
    "language",
    "text",
    "dates",
    "places",
    "actors",
)
MENTION = ("event_id", "mention_id", "article_id", "version_id", *FIELDS)
REJECT = ("reject_id", "origin", "reason", "detail", "stage", "reader", "url", "source_name", "quarantine")
STATE = ("origin", "article_id", "version_id", "state", "digest", "coder", "language", "source_name")
FINGERPRINT = (("signature", pa.list_(pa.uint32())), ("bands", pa.list_(pa.int64())))
SIDES = {"actors", "targets", "about"}
LISTS = {"dates", "places", "actors"}
TRACES = {"rules", "evidence"}
Row = tuple[Any, ...]

_told: Callable[[Mention], Row] = attrgetter(*FIELDS)
_party: Callable[[Party], Row] = attrgetter("name", "text", "country", "sector")
_reject: Callable[[Reject], Row] = attrgetter(*REJECT)
_state: Callable[[ArticleState], Row] = attrgetter(*STATE, *(name for name, _ in FINGERPRINT))
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def article_row(coded: CodedArticle) -> Row:
    """The row of `articles` for one coded article: its JSON record without the events, lists as JSON text."""
    record = article_record(dataclasses.replace(coded, events=()))
    ids = {"article_id": coded.article.id, "version_id": coded.article.version_id}
    told = record | ids | {"published": coded.article.published}
    return tuple(_encode(told[name]) if name in LISTS else told[name] for name in ARTICLE)


def mention_rows(coded: CodedArticle) -> list[Row]:
    """The rows of `mentions` for one coded article: what its JSON record calls `events`.

    A row holds event_id, mention_id, article_id, version_id and then the fields of `Mention`, parties as tuples and
    traces as JSON text. Codes that a mention does not bring are those of its kind,
    joined in SQL, where they are a table.
    """
    article = coded.article
    head = (article.id, article.version_id)
    return [
        (event_id, mention_id(article, event_id), *head, *map(_stored, FIELDS, _told(event)))
        for event_id, event in zip(event_ids(article, coded.events), coded.events, strict=True)
    ]


def register_batch(
    connection: duckdb.DuckDBPyConnection,
    coded: Sequence[CodedArticle],
    rejects: Sequence[Reject],
    states: Sequence[ArticleState],
) -> None:
    """Shows the batch to SQL as incoming_articles, incoming_mentions, incoming_rejects and incoming_states."""
    incoming: dict[str, tuple[tuple[str, ...], list[Row]]] = {
        "articles": (ARTICLE, [article_row(one) for one in coded]),
        "mentions": (MENTION, [row for one in coded for row in mention_rows(one)]),
        "rejects": (REJECT, [_reject(reject) for reject in rejects]),
    }
    for table, (names, rows) in incoming.items():
        schema = connection.table(table).limit(0).to_arrow_table().schema
        connection.register(f"incoming_{table}", arrow_table(pa.schema([schema.field(name) for name in names]), rows))
    schema = pa.schema([*((name, pa.string()) for name in STATE), *FINGERPRINT])
    connection.register("incoming_states", arrow_table(schema, [_state(state) for state in states]))


def arrow_table(schema: pa.Schema, rows: Sequence[Row]) -> pa.Table:
    """The rows as an Arrow table of this schema; half a surrogate pair becomes U+FFFD."""
    columns = zip(*rows, strict=True) if rows else [()] * len(schema)
    return pa.table([_column(field.type, column) for field, column in zip(schema, columns, strict=True)], schema=schema)


def _stored(name: str, value: Any) -> Any:
    if name in SIDES:
        return [_party(party) for party in value] if value else []
    return _encode(value) if name in TRACES else value


def _column(kind: pa.DataType, values: Row) -> pa.Array:
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        return pa.array([_whole(value) for value in values], kind)


def _whole(value: Any) -> Any:
    """The value with U+FFFD for every lone surrogate, one for one: offsets still hold."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list | tuple):
        return [_whole(part) for part in value]
    return value
