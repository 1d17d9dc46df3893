"""Tables give an article a row; columns are found by their usual names or as the call says."""

import datetime
import gzip
import io
from pathlib import Path

import pytest

from flows.readers.tables import column_fields, read_table
from flows.sources.opening import Sources
from schemas.article import Article, Reject
from schemas.errors import SourceError


def read(table: str, /, **columns: str) -> list[Article | Reject]:
    return list(read_table(io.BytesIO(table.encode()), "t.csv", columns))


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_usual_names_and_delimiters_are_found(mark: str) -> None:
    head = mark.join(["Headline", "Body", "Publication Date", "Outlet", "Link"])
    row = mark.join(["Town taken", '"The army took it.\nTwo died."', "7 May 2019", "Herald", "https://h.example/a"])
    (article,) = read(f"{head}\r\n{row}\r\n")
    assert isinstance(article, Article)
    assert (article.title, article.text, article.source) == ("Town taken", "The army took it.\nTwo died.", "Herald")
    assert (article.published, article.url) == (datetime.date(2019, 5, 7), "https://h.example/a")


def test_a_call_may_name_the_columns() -> None:
    (article,) = read("a,Report Text\n1,The army took it.\n", text="report text", id="a")
    assert isinstance(article, Article)
    assert (article.id, article.text) == ("1", "The army took it.")


def test_a_bad_row_costs_that_row_and_can_be_read_again() -> None:
    pieces = read("text,date\nOne.,2019-05-07\nTwo.,04/05/2019\n,2019-05-07\nFour.,\n")
    assert [isinstance(piece, Article) for piece in pieces] == [True, False, False, True]
    refused = [piece for piece in pieces if isinstance(piece, Reject)]
    assert [reject.detail for reject in refused] == ["published: not a plain day: '04/05/2019'", "no text"]
    assert [reject.origin for reject in refused] == ["t.csv:3", "t.csv:4"]
    assert refused[0].content == b"text,date\r\nTwo.,04/05/2019\r\n"


@pytest.mark.parametrize(
    ("text", "said"), [("a,b\n1,2\n", "no column holds the text"), ("", "empty"), ("\x00\x01\x02" * 9, "not a text")]
)
def test_what_is_no_table_of_articles_is_refused(text: str, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        read(text)


def test_other_encodings_and_compressed_tables_are_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv.gz"
    path.write_bytes(gzip.compress("text\nLe général a gagné.\n".encode("cp1252")))
    (article,) = Sources(names=(str(path),)).read()
    assert isinstance(article, Article)
    assert article.text == "Le général a gagné."


def test_every_usual_name_stands_once() -> None:
    assert {"id", "text", "title", "url", "published", "source", "language"} == set(column_fields().values())
