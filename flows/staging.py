"""Coded batches on disk, between coding and loading: what a killed run leaves is whole and can still be loaded."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TextIO

from flows.coding import Outcome
from schemas.article import Reject
from schemas.errors import WarehouseError
from schemas.mention import CodedArticle
from schemas.record import coded_article
from schemas.state import ArticleState

ABOUT = "run.json"
LOCK = "lock"
BATCHES = "*.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedRun:
    """The folder of one run's batches. Whoever holds `lock` works on it; the system frees it when he dies."""

    folder: Path
    warehouse: Path
    lock: TextIO

    @property
    def run_id(self) -> str:
        """The run that the batches belong to."""
        return self.folder.name

    def write_batch(self, number: int, outcomes: Iterable[Outcome]) -> Path:
        """The path of a batch that is on disk as a whole.

        Raises:
            WarehouseError: it cannot be written.
        """
        path = self.folder / f"{number:06d}.jsonl"
        try:
            _write_whole(path, "".join(f"{_line_of(outcome)}\n" for outcome in outcomes))
        except OSError as error:
            raise WarehouseError(f"{path}: {error.strerror or error}") from error
        return path

    def batches(self) -> list[Path]:
        """The batches in order."""
        return sorted(self.folder.glob(BATCHES))

    def forget_batch(self, path: Path) -> None:
        """Removes a batch that is loaded."""
        path.unlink(missing_ok=True)

    def discard(self) -> None:
        """Removes the folder: all of it is loaded, or none of it is worth it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.lock.close()


def new_run(staged: Path, run_id: str, warehouse: Path) -> StagedRun:
    """An empty folder for the batches of a run, locked by this process.

    Raises:
        WarehouseError: the folder cannot be made.
    """
    folder = staged / run_id
    lock = None
    try:
        folder.mkdir(parents=True)
        lock = _locked(folder)
        _write_whole(folder / ABOUT, json.dumps({"warehouse": str(warehouse)}))
    except OSError as error:
        if lock:
            lock.close()
        raise WarehouseError(f"{folder}: {error.strerror or error}") from error
    if lock is None:
        raise WarehouseError(f"{folder}: another process holds it")
    return StagedRun(folder=folder, warehouse=warehouse, lock=lock)


def left_runs(staged: Path, warehouse: Path) -> Iterator[StagedRun]:
    """The runs for this warehouse that were cut off, the oldest first, each locked by this process."""
    for folder in sorted(staged.glob("*/")):
        lock = _locked(folder)
        if lock is None:
            continue  # its process lives
        if _warehouse_of(folder) in (warehouse, None):
            yield StagedRun(folder=folder, warehouse=warehouse, lock=lock)
        else:
            lock.close()


@dataclass(frozen=True, slots=True)
class StagedBatch:
    """What a batch holds: coded articles, refusals, and the state of each input that was not refused."""

    coded: list[CodedArticle] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    states: list[ArticleState] = field(default_factory=list)


def read_batch(path: Path) -> StagedBatch:
    """A staged batch."""
    batch = StagedBatch()
    for line in path.read_text("utf-8").split("\n"):
        record = json.loads(line) if line else {}
        if "reject" in record:
            batch.rejects.append(Reject(**record["reject"]))
        if "state" in record:
            batch.states.append(_state(record["state"]))
        if "article" in record:
            batch.coded.append(coded_article(record["article"]))
    return batch


def _state(record: dict[str, Any]) -> ArticleState:
    return ArticleState(**record | {name: tuple(record[name]) for name in ("signature", "bands")})


def rejects_of(outcomes: Sequence[Outcome]) -> list[Reject]:
    """The refusals among the outcomes."""
    return [outcome for outcome in outcomes if isinstance(outcome, Reject)]


def _line_of(outcome: Outcome) -> str:
    return json.dumps({"reject": asdict(outcome)}) if isinstance(outcome, Reject) else outcome


def _write_whole(path: Path, text: str) -> None:
    """Writes a file that is there as a whole or not at all, whenever the power goes."""
    half = path.with_suffix(".half")
    with half.open("w", encoding="utf-8", newline="\n") as lines:
        lines.write(text)
        lines.flush()
        os.fsync(lines.fileno())
    half.replace(path)


def _locked(folder: Path) -> TextIO | None:
    try:
        lock = (folder / LOCK).open("w")
    except FileNotFoundError:
        return None  # its run has just finished
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        return None
    return lock


def _warehouse_of(folder: Path) -> Path | None:
    """The warehouse that a run was for; None where it was cut off before it could say so."""
    try:
        return Path(json.loads((folder / ABOUT).read_text("utf-8"))["warehouse"])
    except (OSError, ValueError, KeyError):
        return None
