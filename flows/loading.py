"""One run of the ingestion, without Prefect: read, code and stage batch by batch, then load batch by batch."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.allocators import give_back
from flows.coding import Coders, Outcome
from flows.display.progress import Teller
from flows.fingerprint import rules_id
from flows.quarantine import keep
from flows.replaying import Replay
from flows.second_opinion import SecondOpinions
from flows.settings import Settings
from flows.sources.opening import Sources
from flows.sources.pieces import Piece, key_of, size_of
from flows.sources.remote import Remote
from flows.staging import StagedRun, left_runs, new_run, read_batch, rejects_of
from flows.states import stage_pieces, unchanged_line
from schemas.article import Reject
from schemas.errors import AnnalistError, WarehouseError
from schemas.ids import content_id
from warehouse.connection import write_connection
from warehouse.load import LoadReport, load_batch
from warehouse.memory import known_inputs, save_fetches, save_polls, save_sources, save_units
from warehouse.runs import finish_run, list_runs, start_run

BATCH = 100  # articles: enough work to be worth a task, little enough to do again
BATCH_BYTES = 12_000_000  # of pages that wait in memory together
Moment = datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """What a run did. `completed` names the earlier runs that had been cut off and that it completed."""

    run_id: str
    load: LoadReport
    rejects: tuple[Reject, ...]
    skipped: Counter[str]
    batches: int
    completed: tuple[str, ...]
    seconds: float
    outage: str | None = None

    @property
    def changed_nothing(self) -> bool:
        """Whether all rows are as they were."""
        counts = self.load
        articles = counts.articles_new or counts.articles_changed
        return not (articles or counts.events_new or counts.events_changed or counts.events_withdrawn)


class Batch:
    """Some pieces and their number. A plain object: Prefect looks into the parts of whatever it knows."""

    def __init__(self, number: int, pieces: list[Piece]) -> None:
        self.number = number
        self.pieces = pieces


class Run:
    """The steps of a run, in the order of its methods; each may be done again without harm."""

    def __init__(
        self,
        settings: Settings,
        sources: Sources | Replay,
        *,
        workers: int,
        started_at: Moment,
        remote: Remote | None = None,
        teller: Teller | None = None,
        opinions: SecondOpinions | None = None,
    ) -> None:
        self.settings = settings
        self.sources = sources
        self.coders = Coders(workers, settings.gazetteer, stage_pieces)
        self.rules = rules_id(self.coders.gazetteer)
        self.started_at = started_at
        self.remote = remote
        self.teller = teller
        self.opinions = opinions
        self.seen = 0
        self.run_id = f"{started_at:%Y%m%dT%H%M%S}-{content_id(started_at.isoformat(), *sources.names)[:6]}"
        self.rejects: list[Reject] = []

    def begin(self, version: str) -> StagedRun:
        """The folder for this run's batches, after the ledger knows the run."""
        with write_connection(self.settings.warehouse) as connection:
            start_run(
                connection,
                run_id=self.run_id,
                started_at=self.started_at,
                sources=self.sources.names,
                version=version,
            )
        return new_run(self.settings.staged, self.run_id, self.settings.warehouse)

    def left(self) -> Iterator[StagedRun]:
        """The runs that were cut off, the oldest first: theirs is the older word, so it is loaded first."""
        return left_runs(self.settings.staged, self.settings.warehouse)

    def batches(self) -> Iterator[Batch]:
        """The pieces of all sources in batches; a source is read when its batch is due."""
        pieces: list[Piece] = []
        number = size = 0
        for piece in self.sources.read():
            pieces.append(piece)
            size += size_of(piece)
            if len(pieces) >= BATCH or size >= BATCH_BYTES:
                number += 1
                yield Batch(number, pieces)
                pieces, size = [], 0
        if pieces:
            yield Batch(number + 1, pieces)

    def stage(self, staged: StagedRun, batch: Batch) -> None:
        """Codes what is not known of a batch and writes it to disk; the bytes of what is refused are kept."""
        known = self._known(batch.pieces)
        fresh = self.coders.code(piece for piece in batch.pieces if key_of(piece) not in known)
        outcomes: list[Outcome] = []
        for piece in batch.pieces:
            found = known.get(key_of(piece))
            outcomes.append(unchanged_line(piece, *found, coder=self.rules) if found else self._kept(next(fresh)))
        if self.opinions:
            outcomes = self.opinions.add_to(outcomes)
        staged.write_batch(batch.number, outcomes)
        self.seen += len(outcomes)
        self.rejects += rejects_of(outcomes)

    def _known(self, pieces: list[Piece]) -> dict[tuple[str, str], tuple[str, str]]:
        """The document and version of each piece that was read before, by the same rules."""
        asked = [key_of(piece) for piece in pieces if not isinstance(piece, Reject)]
        with write_connection(self.settings.warehouse) as connection:
            return known_inputs(connection, self.rules, asked)

    def _kept(self, outcome: Outcome) -> Outcome:
        return keep(self.settings.home, outcome) if isinstance(outcome, Reject) else outcome

    def load(self, staged: StagedRun, path: Path) -> LoadReport:
        """Loads one staged batch in one transaction, under the lock of the warehouse."""
        batch = read_batch(path)
        with write_connection(self.settings.warehouse) as connection:
            return load_batch(
                connection,
                batch.coded,
                batch.rejects,
                run_id=staged.run_id,
                recorded_at=self.started_at,
                states=batch.states,
            )

    def remember(self) -> None:
        """Notes which dated parts are done: all that came of them is loaded."""
        if self.sources.parts:
            with write_connection(self.settings.warehouse) as connection:
                save_units(connection, self.sources.parts, self.run_id, self.started_at)
            self.sources.parts.clear()
        if self.teller:
            self.teller.tell(self.seen, self.sources.progress)

    def close(self) -> None:
        """Notes how the sources fared, after all that they gave is loaded: a killed run reads them again."""
        used = [self.sources.named[name] for name in self.sources.names if name in self.sources.named]
        with write_connection(self.settings.warehouse) as connection:
            save_sources(connection, used, self.started_at)
            save_fetches(connection, self.remote.records.values() if self.remote else ())
            save_polls(connection, self.run_id, self.sources.polls)

    def finish(self, staged: StagedRun, report: LoadReport, *, status: str, finished_at: Moment) -> None:
        """Closes a run in the ledger and removes its staged batches."""
        with write_connection(self.settings.warehouse) as connection:
            if staged.run_id not in {row["run_id"] for row in list_runs(connection)}:  # a new file took its place
                start_run(connection, run_id=staged.run_id, started_at=self.started_at, sources=(), version="")
            finish_run(connection, run_id=staged.run_id, finished_at=finished_at, status=status, report=report)
        staged.discard()


def run_ingestion(
    run: Run,
    *,
    version: str,
    clock: Callable[[], Moment],
    stage: Callable[[Run, StagedRun, Batch], None] = Run.stage,
    load: Callable[[Run, StagedRun, Path], LoadReport] = Run.load,
) -> RunReport:
    """What the run did, after everything is loaded.

    Args:
        run: what to read and where to load it.
        version: of this program, for the ledger.
        clock: tells the moment at which a run finishes.
        stage: how a batch is staged (Prefect puts its task here).
        load: how a staged batch is loaded (likewise).
    """
    completed = [_complete(run, left, clock, load) for left in run.left()]
    staged = run.begin(version)
    count, report = 0, LoadReport()
    for batch in run.batches():
        stage(run, staged, batch)
        batch.pieces.clear()  # pages are large, and all that is needed of them is on disk
        give_back()
        report += _load_all(run, staged, load)
        count = batch.number
        run.remember()
        give_back()
    run.remember()
    run.close()
    if run.teller:
        run.teller.end()
    finished_at = clock()
    run.finish(staged, report, status="finished", finished_at=finished_at)
    return RunReport(
        run_id=run.run_id,
        load=report,
        rejects=tuple(run.rejects),
        skipped=run.sources.skipped,
        batches=count,
        completed=tuple(completed),
        seconds=(finished_at - run.started_at).total_seconds(),
        outage=run.opinions.outage if run.opinions else None,
    )


def _load_all(run: Run, staged: StagedRun, load: Callable[[Run, StagedRun, Path], LoadReport]) -> LoadReport:
    """The sum of what the staged batches change; a batch that is loaded is removed, so that none is loaded twice."""
    report = LoadReport()
    for path in staged.batches():
        report += load(run, staged, path)
        staged.forget_batch(path)
    return report


def _complete(
    run: Run, left: StagedRun, clock: Callable[[], Moment], load: Callable[[Run, StagedRun, Path], LoadReport]
) -> str:
    """Loads what a run had staged before it was cut off: a batch that was loaded already changes nothing."""
    try:
        report, status = _load_all(run, left, load), "completed"
    except (AnnalistError, ValueError, TypeError, KeyError) as error:
        if isinstance(error, WarehouseError):
            raise
        report, status = LoadReport(), "discarded"  # staged by another version: its source is still there
    run.finish(left, report, status=status, finished_at=clock())
    return left.run_id
