"""The order and the outcome do not depend on the number of workers, nor on what one article does to its process."""

import json
import os

import pytest

from flows import coding
from flows.coding import Coders, Outcome, Piece, code_piece
from schemas.article import Article, Reject
from schemas.mention import CodedArticle

PIECES = [Article(id=f"a{number}", text=f"Troops captured Palmyra on {number} March 2016.") for number in range(1, 31)]
REFUSED = Reject(origin="x.txt", reason="empty", detail="the file is empty")


def code_pieces(pieces: list[Piece], workers: int) -> list[Outcome]:
    with Coders(workers) as coders:
        return list(coders.code(pieces))


def ids(outcomes: list[Outcome]) -> list[str]:
    return [outcome.reason if isinstance(outcome, Reject) else json.loads(outcome)["id"] for outcome in outcomes]


def test_one_process_or_two_give_the_same_lines_in_the_same_order() -> None:
    pieces = [*PIECES[:20], REFUSED, *PIECES[20:]]
    one = code_pieces(pieces, 1)
    assert one == code_pieces(pieces, 2)
    assert ids(one) == [
        *(f"a{number}" for number in range(1, 21)),
        "empty",
        *(f"a{number}" for number in range(21, 31)),
    ]


def test_an_article_that_its_coder_cannot_bear_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(article: Article) -> CodedArticle:
        raise ZeroDivisionError("division\nby zero")

    monkeypatch.setattr(coding, "_coder", lambda _gazetteer: fail)
    outcome = code_piece(Article(id="a", text="x", origin="a.txt"))
    said = "ZeroDivisionError: division by zero"
    assert outcome == Reject(origin="a.txt", reason="coding", detail=said, stage="code", reader=".json")


class Poison(str):
    """A text that kills the process which unpacks it: what a fault in compiled code does."""

    __slots__ = ()

    def __reduce__(self) -> tuple[object, ...]:
        return (_die, ())


def _die() -> str:
    os._exit(9)


def test_an_article_that_kills_its_process_is_refused_and_the_others_are_coded() -> None:
    poison = Article(id="bad", text=Poison("x"), origin="bad.txt")
    outcomes = code_pieces([PIECES[0], poison, PIECES[1]], 2)
    assert ids(outcomes) == ["a1", "crash", "a2"]
