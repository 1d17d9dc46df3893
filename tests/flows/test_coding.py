"""The order and the outcome do not depend on the number of workers, nor on what one article does to its process."""

import itertools
import json
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.coder import Draft
from flows import coding
from flows.coding import Coders, Outcome, Piece
from schemas.article import Article, Reject
from schemas.mention import CodedArticle

PIECES = [Article(id=f"a{number}", text=f"Troops captured Palmyra on {number} March 2016.") for number in range(1, 31)]
TEXTS = """\
Troops shelled the old market near Homs on Friday.
Rebels of the northern front captured a town in the east, the group said, after they had lost it twice since May.
The army left. Gunmen attacked a convoy outside Goma, killing nine drivers. Nobody was arrested.
Warplanes bombed Idlib.
A crowd of two hundred stormed the ministry in Tunis to demand work, and the police fired tear gas.
The two presidents agreed in Geneva to exchange prisoners.
""".splitlines()
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
    class Failing:
        def begin(self, articles: list[Article]) -> list[Draft]:
            raise ZeroDivisionError(f"division\nby {articles[0].text}")

        def code(self, article: Article) -> CodedArticle:
            if article.id == "bad":
                self.begin([article])
            return CodedArticle(article=article)

        def let_go(self) -> None:
            pass

    monkeypatch.setattr(coding, "_coder", lambda _gazetteer: Failing())
    pieces = [Article(id="bad", text="zero", origin="a.txt"), PIECES[0]]
    refused, coded = code_pieces(pieces, 1)
    said = "ZeroDivisionError: division by zero"
    assert refused == Reject(origin="a.txt", reason="coding", detail=said, stage="code", reader=".json")
    assert ids([coded]) == ["a1"]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=4))
@settings(max_examples=10, deadline=None)
def test_what_an_article_is_read_with_changes_nothing(sizes: list[int]) -> None:
    told = [Article(id=f"t{number}", text=text) for number, text in enumerate(TEXTS)]
    alone = [coding.code_pieces([article])[0] for article in told]
    rest, together = iter(told), []
    for size in (*sizes, len(told)):
        together += coding.code_pieces(list(itertools.islice(rest, size)))
    assert together == alone


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
