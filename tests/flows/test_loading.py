"""A run of the ingestion: the same rows in any order, batch and process, and whole after any death."""

import datetime
import errno
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import flows.loading
from flows.loading import Run, RunReport, run_ingestion
from flows.settings import settings_for
from flows.sources.opening import Sources
from schemas.errors import WarehouseError
from tests.flows.calls import ROOT
from tests.flows.reports import reports, rows_of, write_reports

STARTED = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.UTC)


def ingest(home: Path, *sources: Path, workers: int = 1, hour: int = 0) -> RunReport:
    started = STARTED + datetime.timedelta(hours=hour)
    run = Run(
        settings_for(str(home), None), Sources(names=tuple(map(str, sources))), workers=workers, started_at=started
    )
    with run.coders:
        return run_ingestion(run, version="test", clock=lambda: started)


def rows(home: Path) -> object:
    return rows_of(home / "annalist.duckdb")


def test_the_same_input_again_changes_nothing(tmp_path: Path) -> None:
    path = write_reports(tmp_path / "in.jsonl", reports(20))
    first = ingest(tmp_path / "home", path)
    before = rows(tmp_path / "home")
    second = ingest(tmp_path / "home", path, hour=1)
    assert (first.load.articles_new, first.changed_nothing) == (20, False)
    assert (second.load.articles_unchanged, second.changed_nothing) == (20, True)
    assert rows(tmp_path / "home") == before


@pytest.mark.parametrize(("batch", "workers"), [(3, 1), (100, 2)])
def test_order_batches_and_processes_leave_no_trace(
    batch: int, workers: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = reports(20)
    one = write_reports(tmp_path / "one" / "a.jsonl", told)
    other = [write_reports(tmp_path / "two" / f"{number}.jsonl", told[::-1][number::3]) for number in range(3)]
    ingest(tmp_path / "first", one)
    monkeypatch.setattr(flows.loading, "BATCH", batch)
    for hour, path in enumerate(other):
        ingest(tmp_path / "second", path, workers=workers, hour=hour)
    assert rows(tmp_path / "first") == rows(tmp_path / "second")


KILLED = textwrap.dedent(
    """
    import datetime, os, signal, sys
    import flows.loading
    from flows.loading import Run, run_ingestion
    from flows.settings import settings_for
    from flows.sources.opening import Sources
    from warehouse import load

    flows.loading.BATCH = 8
    home, source, where = sys.argv[1:]
    passed = 0

    def die_in(function, at):
        def step(*arguments, **named):
            global passed
            if passed == at:
                os.kill(os.getpid(), signal.SIGKILL)
            passed += 1
            return function(*arguments, **named)
        return step

    if where == "between":
        flows.loading.load_batch = die_in(flows.loading.load_batch, 1)
    else:  # in the middle of a transaction: some statements of the second batch have been carried out
        load._run = die_in(load._run, 20)
    run = Run(settings_for(home, None), Sources(names=(source,)), workers=1,
              started_at=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
    run_ingestion(run, version="test", clock=lambda: run.started_at)
    """
)


@pytest.mark.parametrize("where", ["between", "within"])
def test_what_a_killed_run_had_begun_the_next_one_completes(where: str, tmp_path: Path) -> None:
    path = write_reports(tmp_path / "in.jsonl", reports(24))
    home = tmp_path / "home"
    command = [sys.executable, "-c", KILLED, str(home), str(path), where]
    done = subprocess.run(command, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False)
    assert done.returncode == -signal.SIGKILL
    half = rows_of(home / "annalist.duckdb")["articles"]
    assert len(half) == 8, "a batch is loaded as a whole or not at all"
    report = ingest(home, path, hour=1)
    assert len(report.completed) == 1
    ingest(tmp_path / "whole", path)
    assert rows(home) == rows(tmp_path / "whole")


def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_reports(tmp_path / "in.jsonl", reports(8))

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises((OSError, WarehouseError), match="No space left"):
        ingest(tmp_path / "home", path)
    monkeypatch.undo()
    assert ingest(tmp_path / "home", path, hour=1).load.articles_new == 8


def test_a_reject_is_in_the_ledger_once(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"text": "Rebels captured Homs on 2 May 2016."}\n{oops\n')
    assert [reject.reason for reject in ingest(tmp_path / "home", path).rejects] == ["bad_record"]
    assert ingest(tmp_path / "home", path, hour=1).load.rejects_new == 0
