"""Articles to coded articles, written as JSON Lines: in this process or in several, in the same order."""

import gc
import itertools
import json
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from extractors.languages import detect_language
from flows.readers.pages import article_of_page
from flows.settings import LEXICONS_VARIABLE
from flows.sources.pieces import Page, Piece
from schemas.article import Article, Reject
from schemas.errors import ConfigurationError
from schemas.mention import CodedArticle
from schemas.record import article_record

if TYPE_CHECKING:
    from extractors.coder import Coder, Draft

Outcome = str | Reject  # one coded article as a line of JSON, or why there is none
Batch = Sequence[Piece]
Step = Callable[[Batch, Path | None], list[Outcome]]
Done = TypeVar("Done")
BATCH = 16  # articles that are coded together, by one worker
_TOGETHER = 200_000  # characters of articles whose sentences are read together


CODED = "en"  # the language that there is a coder for


def code_pieces(pieces: Batch, gazetteer: Path | None = None) -> list[Outcome]:
    """Coded articles as lines of JSON; a refusal stays what it is. `gazetteer`: the folder of a user's places."""
    coded = coded_pieces(pieces, gazetteer)
    return [outcome if isinstance(outcome, Reject) else record_line(outcome[0]) for outcome in coded]


def coded_pieces(pieces: Batch, gazetteer: Path | None = None) -> Iterator[tuple[CodedArticle, str] | Reject]:
    """Each coded article and its language; an article in a language without a coder comes back without a reading."""
    read = [piece if isinstance(piece, Reject) else _tried(piece, partial(_read, piece)) for piece in pieces]
    ours = [one[0] for one in read if not isinstance(one, Reject) and one[1] == CODED]
    drafts = _drafts(ours, gazetteer)
    for piece, one in zip(pieces, read, strict=True):
        if isinstance(piece, Reject):
            yield piece
        elif isinstance(one, Reject):
            yield one
        elif one[1] == CODED:
            yield _tried(piece, partial(_coded, one[0], next(drafts), gazetteer))
        else:
            yield CodedArticle(article=one[0]), one[1]
    _spare_lexicons()
    if ours:
        _coder(gazetteer).let_go()


@cache  # once a process
def _spare_lexicons() -> None:
    """What was read for the first batch stays to the end: the collector of garbage need not go over it again."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)  # little of what an article leaves behind refers to itself


def _read(piece: Article | Page) -> tuple[Article, str] | Reject:
    article = article_of_page(piece) if isinstance(piece, Page) else piece
    return article if isinstance(article, Reject) else (article, detect_language(article.text, article.language))


def _drafts(articles: Sequence[Article], gazetteer: Path | None) -> Iterator["Draft | None"]:
    """The articles with their sentences read, many together; none for those among which one cannot be read."""
    for group in _groups(articles):
        try:
            yield from _coder(gazetteer).begin(group)
        except ConfigurationError:
            raise
        except Exception:  # noqa: BLE001 - each is then tried alone, where its failure is its own
            yield from [None] * len(group)


def _groups(articles: Sequence[Article]) -> Iterator[list[Article]]:
    """Articles that are read together: so few that their words fit in memory."""
    group: list[Article] = []
    for article in articles:
        if group and sum(len(one.text) for one in (*group, article)) > _TOGETHER:
            yield group
            group = []
        group.append(article)
    if group:
        yield group


def _coded(article: Article, draft: "Draft | None", gazetteer: Path | None) -> tuple[CodedArticle, str]:
    coder = _coder(gazetteer)
    return (coder.finish(draft) if draft else coder.code(article)), CODED


def _tried(piece: Article | Page, work: Callable[[], Done | Reject]) -> Done | Reject:
    """What the work gives, or the refusal of a piece that it cannot be done on."""
    try:
        return work()
    except ConfigurationError:
        raise  # a broken table of the user's is no fault of the article: it stops the call
    except Exception as error:  # noqa: BLE001 - whatever one article does to a coder, the others are coded
        return _failed(piece, "coding", " ".join(f"{type(error).__name__}: {error}".split())[:300])


def _failed(piece: Piece, reason: str, said: str) -> Reject:
    """The refusal of a piece that cannot be coded, with what it takes to try again."""
    if isinstance(piece, Article):
        record = {name: value for name, value in article_record(CodedArticle(article=piece)).items() if value}
        kept, reader = json.dumps(record, ensure_ascii=True).encode(), ".json"
    else:
        kept, reader = piece.content or b"", ".html"
    return Reject(
        origin=piece.origin or "",
        reason=reason,
        detail=said,
        stage="code",
        reader=reader,
        url=piece.url,
        source_name=piece.source_name,
        content=kept,
    )


def record_line(coded: CodedArticle) -> str:
    """The JSON record of a coded article, in one line."""
    return json.dumps(article_record(coded), ensure_ascii=False, separators=(",", ":"))


@cache
def _coder(gazetteer: Path | None) -> "Coder":
    """One coder for each process: its lexicons are read once."""
    from extractors.coder import load_coder  # commands that code nothing do not pay for it

    return load_coder(gazetteer, lexicon=os.environ.get(LEXICONS_VARIABLE) or None)


class Coders:
    """Codes in this process, or in a pool that outlives the death of a process: who killed it is refused.

    Args:
        workers: how many processes.
        gazetteer: the folder in which a user keeps places, if there is one.
        step: what is done with each batch; a function of a module, so that other processes find it.
    """

    def __init__(self, workers: int, gazetteer: Path | None = None, step: Step = code_pieces) -> None:
        self.workers = workers
        self.gazetteer = gazetteer if gazetteer and gazetteer.is_dir() else None
        self.step = step
        self.pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.pool:
            self.pool.shutdown(cancel_futures=True)

    def code(self, pieces: Iterable[Piece]) -> Iterator[Outcome]:
        """A line of JSON or a refusal for each piece, in the order of the pieces, however many workers there are."""
        if self.workers <= 1:
            return itertools.chain.from_iterable(self.step(batch, self.gazetteer) for batch in _batches(pieces))
        return itertools.chain.from_iterable(self._run(_batches(pieces)))

    def _run(self, batches: Iterator[Batch]) -> Iterator[list[Outcome]]:
        """The outcomes of each batch, in order; only a few batches wait at any time."""
        waiting: deque[tuple[Batch, Future[list[Outcome]]]] = deque()
        for batch in batches:
            waiting.append((batch, self._submit(batch)))
            if len(waiting) > self.workers * 2:
                yield self._result(*waiting.popleft())
        while waiting:
            yield self._result(*waiting.popleft())

    def _submit(self, batch: Batch) -> Future[list[Outcome]]:
        self.pool = self.pool or _start_pool(self.workers)
        try:
            return self.pool.submit(self.step, batch, self.gazetteer)
        except BrokenProcessPool:
            self.pool = _start_pool(self.workers)
            return self.pool.submit(self.step, batch, self.gazetteer)

    def _result(self, batch: Batch, future: Future[list[Outcome]]) -> list[Outcome]:
        try:
            return future.result()
        except BrokenProcessPool:
            return _one_by_one(self.step, batch, self.gazetteer)


def _one_by_one(step: Step, batch: Batch, gazetteer: Path | None) -> list[Outcome]:
    """The outcomes of a batch whose process died: each piece alone, so that only the one that kills is lost."""
    outcomes: list[Outcome] = []
    pool = _start_pool(1)
    for piece in batch:
        try:
            outcomes += pool.submit(step, [piece], gazetteer).result()
        except BrokenProcessPool:
            outcomes.append(_failed(piece, "crash", "coding it killed the process"))
            pool = _start_pool(1)
    pool.shutdown()
    return outcomes


def _batches(pieces: Iterable[Piece]) -> Iterator[Batch]:
    rest = iter(pieces)
    while batch := list(itertools.islice(rest, BATCH)):
        yield batch


def _start_pool(workers: int) -> ProcessPoolExecutor:
    # Fresh processes: a fork of one that runs Prefect's threads could wait for ever on a lock that it inherited.
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Ctrl-C reaches every process of a terminal; only the one that started the others answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
