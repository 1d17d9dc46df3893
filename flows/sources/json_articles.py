"""JSON objects to articles: every field is checked, nothing is guessed."""

import datetime
import json
from typing import Any

from extractors.repair import repair_text
from flows.sources.addresses import canonical_address, clean_address
from schemas.article import Article, document_id
from schemas.errors import SourceError

MAX_CHARACTERS = 1_000_000  # of one article's text; longer is a book or an accident
TEXT_FIELDS = ("url", "title", "source", "language")


def parse_object(text: str) -> dict[str, Any]:
    """The JSON object that the text is.

    Raises:
        SourceError: it is no JSON, or JSON but no object.
    """
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise SourceError(f"invalid JSON: {error.msg} (column {error.colno})") from error
    except (RecursionError, ValueError) as error:
        raise SourceError("invalid JSON: nested too deep or a number too long") from error
    if not isinstance(found, dict):
        raise SourceError('a JSON object was expected: {"text": ...}')
    return found


def article_of(row: dict[str, Any], origin: str) -> Article:
    """The article that a JSON object describes, its text mended.

    Raises:
        SourceError: it has no text, or a field cannot be what it should.
    """
    given = {name: _text_or_none(row, name) for name in TEXT_FIELDS}
    return make_article(
        text=_text_or_none(row, "text"),
        given_id=_given_id(row),
        published=read_day(row.get("published")),
        origin=origin,
        **given,
    )


def make_article(  # noqa: PLR0913 - the fields of an article, each by its name
    *,
    text: str | None,
    origin: str,
    given_id: str | None = None,
    published: datetime.date | None = None,
    url: str | None = None,
    title: str | None = None,
    source: str | None = None,
    language: str | None = None,
    source_name: str | None = None,
) -> Article:
    """An article with its text mended; its id is the given one, else made of its content.

    Raises:
        SourceError: there is no text, or too much of it.
    """
    text = repair_text(text) if text else ""
    if not text.strip():
        raise SourceError("no text")
    if len(text) > MAX_CHARACTERS:
        raise SourceError(f"the text has {len(text):,} characters; more than {MAX_CHARACTERS:,} are not read")
    url = clean_address(url) if url else None
    title, source = (repair_text(name).strip() or None if name else None for name in (title, source))
    return Article(
        id=given_id or document_id(url=canonical_address(url) if url else None, source=source, title=title, text=text),
        text=text,
        url=url,
        title=title,
        source=source,
        published=published,
        language=language,
        origin=origin,
        source_name=source_name,
    )


def read_day(value: object) -> datetime.date | None:
    """The calendar day of an ISO date or date-time as written there: no time zone moves it.

    >>> read_day("2016-04-28T23:30:00-05:00")
    datetime.date(2016, 4, 28)

    Raises:
        SourceError: it is neither.
    """
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise SourceError(f"published: not an ISO date: {str(value)[:40]!r}")
    try:
        return datetime.datetime.fromisoformat(value.strip()).date()
    except ValueError as error:
        raise SourceError(f"published: not an ISO date: {value[:40]!r}") from error


def _given_id(row: dict[str, Any]) -> str | None:
    value = row.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _text_or_none(row, "id")


def _text_or_none(row: dict[str, Any], name: str) -> str | None:
    value = row.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise SourceError(f"{name}: not a text: {str(value)[:40]!r}")
    return value if value.strip() else None
