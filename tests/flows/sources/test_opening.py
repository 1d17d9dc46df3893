"""Every good piece becomes an article, every bad one a refusal that says where and why, in a fixed order."""

import datetime
import io
import json
import os
from pathlib import Path

import pytest

from flows.readers.pages import article_of_page
from flows.sources import json_sources
from flows.sources.opening import Given, Sources
from flows.sources.pieces import Page
from schemas.article import Article, Reject
from schemas.errors import ConfigurationError


def read(*names: Path | str, given: Given | None = None, standard_input: bytes = b"") -> list[Article | Reject]:
    sources = Sources(names=tuple(map(str, names)), given=given or Given(), standard_input=io.BytesIO(standard_input))
    return [article_of_page(piece) if isinstance(piece, Page) else piece for piece in sources.read()]


def texts(pieces: list[Article | Reject]) -> list[str]:
    return [piece.text if isinstance(piece, Article) else f"! {piece.detail}" for piece in pieces]


def test_a_text_file_is_one_article_with_its_text_to_the_character(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Troops moved.\r\n“So they say”\n\n".encode())
    (article,) = read(path)
    assert isinstance(article, Article)
    assert article.text == "Troops moved.\r\n“So they say”\n\n"
    assert (article.published, article.title, article.source, article.url) == (None, None, None, None)
    assert article.origin == str(path)


def test_the_call_may_say_what_a_lone_text_file_does_not(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Troops moved.")
    (article,) = read(path, given=Given(published="2016-04-28", title="Moves", source_name="Herald"))
    assert isinstance(article, Article)
    assert (article.published, article.title, article.source) == (datetime.date(2016, 4, 28), "Moves", "Herald")


@pytest.mark.parametrize("names", [("a.txt", "b.txt"), ("a.jsonl",), ("folder",), ("-",)])
def test_it_may_say_so_of_a_lone_text_file_only(names: tuple[str, ...]) -> None:
    with pytest.raises(ConfigurationError, match="one text file"):
        Sources(names=names, given=Given(title="x"))


def test_a_bad_line_costs_that_line(tmp_path: Path) -> None:
    path = tmp_path / "five.jsonl"
    path.write_text('{"text": "one"}\n{"text": "two"}\n{"text": \n{"text": "four"}\n\n{"title": "no text"}\n')
    pieces = read(path)
    assert [piece.origin for piece in pieces] == [f"{path}:{number}" for number in (1, 2, 3, 4, 6)]
    assert [isinstance(piece, Article) for piece in pieces] == [True, True, False, True, False]
    assert "invalid JSON" in texts(pieces)[2]
    assert "no text" in texts(pieces)[4]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"text": ""}, "no text"),
        ({"text": " \n"}, "no text"),
        ({"text": None}, "no text"),
        ({"text": 5}, "text: not a text"),
        ({"text": "x", "title": ["a"]}, "title: not a text"),
        ({"text": "x", "source": {}}, "source: not a text"),
        ({"text": "x", "language": 1}, "language: not a text"),
        ({"text": "x", "id": True}, "id: not a text"),
        ({"text": "x", "published": "last Tuesday"}, "published: not an ISO date"),
        ({"text": "x", "published": "2016-02-30"}, "published: not an ISO date"),
        ({"text": "x", "published": 20160428}, "published: not an ISO date"),
        (["text"], "a JSON object was expected"),
    ],
)
def test_a_field_that_cannot_be_is_refused(row: object, said: str) -> None:
    (piece,) = read("-", standard_input=json.dumps(row).encode())
    assert isinstance(piece, Reject)
    assert said in piece.detail
    assert piece.origin == "-:1"


@pytest.mark.parametrize(
    "line", [b"[" * 200_000, b'{"a":' * 100_000, b'{"text": 1' + b"0" * 5000 + b"}", b"\x00\x01\x02\xff"]
)
def test_hostile_lines_are_refused(line: bytes) -> None:
    (piece,) = read("-", standard_input=line)
    assert isinstance(piece, Reject)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2016-04-28", datetime.date(2016, 4, 28)),
        ("2016-04-28T23:59:00-08:00", datetime.date(2016, 4, 28)),
        ("2016-04-28T00:10:00Z", datetime.date(2016, 4, 28)),
        ("2016-04-28 10:00", datetime.date(2016, 4, 28)),
        ("", None),
        (None, None),
    ],
)
def test_published_is_the_calendar_day_as_written(written: str | None, day: datetime.date | None) -> None:
    (piece,) = read("-", standard_input=json.dumps({"text": "x", "published": written}).encode())
    assert isinstance(piece, Article)
    assert piece.published == day


def test_the_given_id_is_kept_and_a_missing_one_is_made_of_the_content() -> None:
    lines = b'{"id": "a1", "text": "x"}\n{"id": 7, "text": "x"}\n{"text": "x"}\n{"text": "x"}\n{"text": "y"}\n'
    ids = [piece.id for piece in read("-", standard_input=lines) if isinstance(piece, Article)]
    assert ids[:2] == ["a1", "7"]
    assert ids[2] == ids[3] != ids[4]


def test_a_line_longer_than_the_limit_costs_that_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_sources, "MAX_LINE", 100)
    lines = b'{"text": "one"}\n{"text": "' + b"x" * 1000 + b'"}\n{"text": "three"}'
    assert texts(read("-", standard_input=lines)) == ["one", "! a line of more than 100 bytes", "three"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('{"text": "one"}', ["one"]),
        ('[{"text": "one"}, {"text": "two"}, 3]', ["one", "two", "! a JSON object was expected"]),
        ('{"text": "one"}\n{"text": "two"}\n', ["one", "two"]),
        ('{\n "text": "one"\n}', ["one"]),
        ('[{"file": "a"}, {"file": "b"}]', ["! holds no article: none of its 2 entries has a 'text'"]),
        ('[{"text": ""}, {"file": "b"}]', ["! no text", "! no text"]),
        ("[{", ["! invalid JSON: Expecting property name enclosed in double quotes (line 1)"]),
        ("", ["! the file is empty"]),
    ],
)
def test_a_json_file_holds_one_article_or_a_list_or_lines(tmp_path: Path, written: str, expected: list[str]) -> None:
    path = tmp_path / "a.json"
    path.write_text(written)
    assert texts(read(path)) == expected


def test_a_folder_is_read_by_name_with_its_folders(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/z.txt", "b/y.md", "photo.jpg", "notes.PDF", "d.jpg", ".hidden.txt"):
        (tmp_path / name).write_text(name)
    sources = Sources(names=(str(tmp_path),))
    assert texts(list(sources.read())) == ["a.txt", "b/y.md", "b/z.txt", "c.txt"]
    assert sources.skipped == {".jpg files": 2, ".pdf files": 1}


def test_links_that_lead_back_are_followed_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    pieces = read(tmp_path)
    assert texts(pieces)[0] == "one"
    assert [piece.reason for piece in pieces if isinstance(piece, Reject)] == ["unreadable"]


def test_bad_files_are_refused_and_the_good_ones_read(tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text("good")
    (tmp_path / "lines.jsonl").write_bytes(b"")
    (tmp_path / "page.html").write_text("<html></html>")
    os.mkfifo(tmp_path / "pipe.txt")
    found = texts(read(tmp_path, tmp_path / "none.txt", tmp_path / "x.csv", "https://news.example/a"))
    assert found.count("good") == 1
    assert len([text for text in found if text.startswith("! ")]) == 8


def test_a_folder_that_may_not_be_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "closed").mkdir()
    listed = Path.iterdir

    def closed(folder: Path) -> object:
        if folder.name == "closed":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", closed)
    assert texts(read(tmp_path)) == ["one", "! permission denied"]


def test_damage_is_mended_before_anything_points_into_the_text() -> None:
    (article,) = read("-", standard_input=b'{"text": "moved to\\ufffdHama &amp; Homs", "title": "Guns &amp; shells"}')
    assert isinstance(article, Article)
    assert (article.text, article.title) == ("moved to Hama & Homs", "Guns & shells")


def test_a_page_becomes_an_article(tmp_path: Path) -> None:
    body = "".join(
        f"<p>Paragraph {n}: the army said that its troops entered the town after a long siege.</p>" for n in range(5)
    )
    markup = f"<title>Army</title><meta name=pubdate content='5 May'><body><article>{body}</article></body>"
    (tmp_path / "a.htm").write_text(markup)
    (article,) = read(tmp_path / "a.htm")
    assert isinstance(article, Article)
    assert article.title == "Army"
    assert article.published is None
    assert article.text.startswith("Paragraph 0: the army said")
