"""Articles to coded articles, written as JSON Lines: in this process or in several, in the same order."""

import itertools
import json
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from pathlib import Path
from typing import Self

from extractors.languages import detect_language
from flows.pieces import Page, Piece
from flows.readers.pages import article_of_page
from flows.settings import LEXICONS_VARIABLE
from schemas.article import Article, Reject
from schemas.errors import ConfigurationError
from schemas.mention import CodedArticle
from schemas.record import article_record

Outcome = str | Reject  # one coded article as a line of JSON, or why there is none
Batch = Sequence[Piece]
Step = Callable[[Piece, Path | None], Outcome]
BATCH = 16  # articles that travel to a worker together


CODED = "en"  # the language that there is a coder for


def code_piece(piece: Piece, gazetteer: Path | None = None) -> Outcome:
    """The coded article as a line of JSON; a refusal stays what it is. `gazetteer`: the folder of a user's places."""
    outcome = piece if isinstance(piece, Reject) else coded_piece(piece, gazetteer)
    return outcome if isinstance(outcome, Reject) else record_line(outcome[0])


def coded_piece(piece: Article | Page, gazetteer: Path | None = None) -> tuple[CodedArticle, str] | Reject:
    """The coded article and its language; an article in a language without a coder comes back without a reading."""
    try:
        article = article_of_page(piece) if isinstance(piece, Page) else piece
        if isinstance(article, Reject):
            return article
        language = detect_language(article.text, article.language)
        return (_coder(gazetteer)(article) if language == CODED else CodedArticle(article=article)), language
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
def _coder(gazetteer: Path | None) -> Callable[[Article], CodedArticle]:
    """One coder for each process: its lexicons are read once."""
    from extractors.coder import load_coder  # noqa: PLC0415 - commands that code nothing do not pay for it

    return load_coder(gazetteer, lexicon=os.environ.get(LEXICONS_VARIABLE) or None).code


def code_batch(step: Step, batch: Batch, gazetteer: Path | None = None) -> list[Outcome]:
    """The outcome of each piece of a batch."""
    return [step(piece, gazetteer) for piece in batch]


class Coders:
    """Codes in this process, or in a pool that outlives the death of a process: who killed it is refused.

    Args:
        workers: how many processes.
        gazetteer: the folder in which a user keeps places, if there is one.
        step: what is done with each piece; a function of a module, so that other processes find it.
    """

    def __init__(self, workers: int, gazetteer: Path | None = None, step: Step = code_piece) -> None:
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
            return (self.step(piece, self.gazetteer) for piece in pieces)
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
            return self.pool.submit(code_batch, self.step, batch, self.gazetteer)
        except BrokenProcessPool:
            self.pool = _start_pool(self.workers)
            return self.pool.submit(code_batch, self.step, batch, self.gazetteer)

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
            outcomes += pool.submit(code_batch, step, [piece], gazetteer).result()
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
