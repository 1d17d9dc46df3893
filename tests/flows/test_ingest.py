"""`annalist ingest` and what reads its warehouse, as a user runs them: through Prefect, with a clean terminal."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.flows.calls import ENVIRONMENT, annalist
from tests.flows.reports import reports, write_reports

REPORT = (
    "A ceasefire came into force across Syria on February 27. The army plans an offensive on Raqqa, Ivan Petrov said."
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder into which a report was ingested once."""
    folder = tmp_path_factory.mktemp("ingested")
    (folder / "report.txt").write_text(REPORT)
    done = annalist("--home", folder / "home", "ingest", folder / "report.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert "articles    1 new, 0 changed, 0 unchanged" in done.stdout
    return folder


def test_the_second_time_nothing_changes_and_the_terminal_stays_clean(home: Path) -> None:
    done = annalist("--home", home / "home", "ingest", home / "report.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Nothing changed" in done.stdout


def test_no_year_is_invented(home: Path) -> None:
    done = annalist("--home", home / "home", "events", "--kind", "truce_start", "--format", "json")
    (event,) = json.loads(done.stdout)
    assert (event["date_edtf"], event["date_start"], event["country"]) == ("XXXX-02-27", None, "SY")


def test_explain_shows_sentence_words_and_rules(home: Path) -> None:
    found = annalist("--home", home / "home", "events", "--kind", "offensive", "--format", "json")
    (event,) = json.loads(found.stdout)
    done = annalist("--home", home / "home", "explain", event["event_id"][:8])
    assert done.returncode == 0
    assert "offensive]" in done.stdout
    assert "[place: Raqqa]" in done.stdout
    assert "Ivan Petrov" in done.stdout


@pytest.mark.parametrize("query", ["DELETE FROM events", "COPY events TO 'out.csv'", "SELECT * FROM 'report.txt'"])
def test_sql_writes_nothing_and_reads_no_file(query: str, home: Path) -> None:
    done = annalist("--home", home / "home", "sql", query, cwd=home)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert not (home / "out.csv").exists()


def test_runs_are_in_the_ledger(home: Path) -> None:
    done = annalist("--home", home / "home", "runs", "--format", "json")
    assert {run["status"] for run in json.loads(done.stdout)} == {"finished"}


def test_bad_input_gets_a_line_each_and_the_good_ones_are_loaded(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_reports(folder / "good.jsonl", reports(2))
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "third.jsonl").write_text('{"text": "a"}\n{"text": "b"}\n{"text": \n{"title": "c"}\n{"text": "e"}\n')
    done = annalist("--home", tmp_path / "home", "ingest", folder)
    assert done.returncode == 1
    assert all(line.startswith("annalist: rejected ") for line in done.stderr.splitlines())
    assert len(done.stderr.splitlines()) == 4
    assert "articles    5 new" in done.stdout
    listed = annalist("--home", tmp_path / "home", "rejects", "--format", "json")
    assert len(json.loads(listed.stdout)) == 4


def test_a_file_that_is_no_warehouse_is_told_in_one_line_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.duckdb").write_text("not a database, but somebody's notes\n" * 200)
    (tmp_path / "a.txt").write_text(REPORT)
    for command in (("ingest", tmp_path / "a.txt"), ("events",), ("sql", "SELECT 1")):
        done = annalist("--warehouse", tmp_path / "notes.duckdb", "--home", tmp_path, *command)
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
        assert "Traceback" not in done.stderr
    assert (tmp_path / "notes.duckdb").read_text().startswith("not a database")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o000)
    done = annalist("--home", tmp_path / "home", "ingest", closed)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_a_schedule_runs_the_flow_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(REPORT)
    command = [sys.executable, "-m", "flows.cli", "--home", str(tmp_path / "home"), "schedule", "serve"]
    # not so often that Ctrl-C meets the next run at its birth, whose interpreter would say so
    command += [str(tmp_path / "in"), "--every", "30s"]
    pipe = subprocess.PIPE
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job hands on that it is ignored
    process = subprocess.Popen(command, env=ENVIRONMENT, stdout=pipe, stderr=pipe, text=True, start_new_session=True)
    until = time.monotonic() + 400  # a busy machine takes minutes to start Prefect
    while time.monotonic() < until and "finished" not in annalist("--home", tmp_path / "home", "runs").stdout:
        time.sleep(1)
    os.killpg(process.pid, signal.SIGINT)
    try:
        out, err = process.communicate(timeout=400)  # a busy machine takes its time over the run that is under way
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise
    assert "Serving ingest" in out
    assert "Traceback" not in err
    assert "finished" in annalist("--home", tmp_path / "home", "runs").stdout
