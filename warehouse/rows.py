"""Turns coded articles and rejects into Arrow tables of the columns that the warehouse stores."""

import json
from collections.abc import Sequence
from typing import Any

import duckdb
import pyarrow as pa

from schemas.article import Reject
from schemas.identity import mention_id
from schemas.mention import CodedArticle
from schemas.record import Record, article_record

LEDGER = {"row_hash", "run_id", "recorded_at", "is_current"}  # columns that the load itself fills


def article_row(coded: CodedArticle, record: Record) -> Record:
    """The row of `articles` for one coded article: its record without the events, spans as JSON text."""
    spans = {name: _json(record[name]) for name in ("dates", "places", "actors")}
    return record | spans | {"article_id": coded.article.id, "version_id": coded.article.version_id}


def mention_rows(coded: CodedArticle, record: Record) -> list[Record]:
    """The rows of `mentions` for one coded article: what its JSON record calls `events`."""
    ids = {"article_id": coded.article.id, "version_id": coded.article.version_id}
    return [
        event
        | ids
        | {
            "mention_id": mention_id(coded.article, event["event_id"]),
            "rules": _json(event["rules"]),
            "evidence": _json(event["evidence"]),
        }
        for event in record["events"]
    ]


def reject_row(reject: Reject) -> Record:
    """The row of `rejects` for one refused input."""
    return {
        "reject_id": reject.reject_id,
        "origin": reject.origin,
        "reason": reject.reason,
        "detail": reject.detail,
    }


def register_batch(
    connection: duckdb.DuckDBPyConnection, coded: Sequence[CodedArticle], rejects: Sequence[Reject]
) -> None:
    """Shows the batch to SQL as incoming_articles, incoming_mentions and incoming_rejects."""
    records = [(article, article_record(article)) for article in coded]
    incoming = {
        "articles": [article_row(article, record) for article, record in records],
        "mentions": [row for article, record in records for row in mention_rows(article, record)],
        "rejects": [reject_row(reject) for reject in rejects],
    }
    for name, rows in incoming.items():
        connection.register(f"incoming_{name}", arrow_table(_schema_of(connection, name), rows))


def arrow_table(schema: pa.Schema, rows: Sequence[Record]) -> pa.Table:
    """The rows as an Arrow table of this schema; ISO days become days, half a surrogate pair becomes U+FFFD."""
    return pa.table([_column(field.type, [row[field.name] for row in rows]) for field in schema], schema=schema)


def _column(kind: pa.DataType, values: list[Any]) -> pa.Array:
    if pa.types.is_date(kind):
        return pa.array(values, pa.string()).cast(kind)
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        return pa.array([_whole(value) for value in values], kind)


def _whole(value: Any) -> Any:
    """The value with U+FFFD for every lone surrogate, one for one: offsets still hold."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_whole(part) for part in value]
    if isinstance(value, dict):
        return {name: _whole(part) for name, part in value.items()}
    return value


def _schema_of(connection: duckdb.DuckDBPyConnection, table: str) -> pa.Schema:
    """The columns of a table that come from outside, as Arrow types."""
    relation = connection.table(table).limit(0).to_arrow_table()
    return pa.schema([field for field in relation.schema if field.name not in LEDGER])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
