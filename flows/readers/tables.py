"""CSV files to articles: columns are found by their names, a bad row costs that row."""

import csv
import datetime
import io
import itertools
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import BinaryIO

from flows.sources.days import read_any_day
from flows.sources.decoding import text_lines
from flows.sources.json_articles import MAX_CHARACTERS, make_article
from schemas.article import Article, Reject
from schemas.errors import SourceError

DELIMITERS = ",;\t|"
SAMPLE = 64_000  # bytes that tell the encoding and the delimiter
MAX_FIELD = 8 * MAX_CHARACTERS


def read_table(stream: BinaryIO, origin: str, columns: Mapping[str, str] | None = None) -> Iterator[Article | Reject]:
    """An article or a refusal for each row; `origin` with the row's last line tells where.

    Args:
        stream: the file.
        origin: its name.
        columns: field of an article -> name of the column that holds it, where the usual names do not tell.

    Raises:
        SourceError: the file is no table, or no column holds a text.
    """
    csv.field_size_limit(MAX_FIELD)
    sample = stream.read(SAMPLE)
    if not sample.strip():
        raise SourceError("the file is empty")
    lines = text_lines(stream, sample)
    first = next(lines)
    rows = csv.reader(itertools.chain([first], lines), delimiter=_delimiter(first))
    try:
        header = next(rows, [])
    except csv.Error as error:
        raise SourceError(f"not a table: {error}") from error
    places = _places(header, columns or {})
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:  # the reader goes on behind the line that it could not read
            yield Reject(origin=f"{origin}:{rows.line_num}", reason="bad_record", detail=f"not a row: {error}")
            continue
        if any(cell.strip() for cell in cells):
            yield _read_row(cells, places, header, f"{origin}:{rows.line_num}")


@cache
def column_fields() -> dict[str, str]:
    """The field of an article that a column holds, by the usual names of columns (`columns.csv`)."""
    with (Path(__file__).parent / "columns.csv").open(encoding="utf-8", newline="") as lines:
        return {row["column"]: row["field"] for row in csv.DictReader(lines)}


def _delimiter(head: str) -> str:
    return max(DELIMITERS, key=lambda mark: (head.count(mark), -DELIMITERS.index(mark)))


def _places(header: list[str], columns: Mapping[str, str]) -> dict[str, int]:
    """The place of the column of each field; of several usual names the first in the header counts."""
    names = [_plain(name) for name in header]
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        field = column_fields().get(name)
        if field:
            places.setdefault(field, place)
    for field, name in columns.items():
        if _plain(name) not in names:
            raise SourceError(f"no column {name!r}: the header has {', '.join(header[:20])}")
        places[field] = names.index(_plain(name))
    if "text" not in places:
        raise SourceError(f"no column holds the text: the header has {', '.join(header[:20]) or 'nothing'}")
    return places


def _plain(name: str) -> str:
    return name.strip().lstrip("\ufeff").casefold().replace(" ", "_").replace("-", "_")


def _read_row(cells: list[str], places: Mapping[str, int], header: list[str], place: str) -> Article | Reject:
    told = {field: cells[at].strip() or None for field, at in places.items() if at < len(cells)}
    try:
        published = _day(told.pop("published", None))
        return make_article(given_id=told.pop("id", None), published=published, origin=place, **_texts(told))
    except SourceError as error:
        return Reject(
            origin=place, reason="bad_record", detail=str(error), reader=".csv", content=_table([header, cells])
        )


def _day(written: str | None) -> datetime.date | None:
    published = read_any_day(written)
    if written and not published:
        raise SourceError(f"published: not a plain day: {written[:40]!r}")
    return published


def _texts(told: dict[str, str | None]) -> dict[str, str | None]:
    return {"text": None} | told


def _table(rows: list[list[str]]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue().encode("utf-8", "replace")
