"""A WARC of made pages through `annalist ingest`, in constant memory; killed at random moments, resumed: same rows.

    python -m benchmarks.archives --pages 5000

First one call reads all of it; then others are killed (kill -9), each at a random moment further on than the one
before, and a last one goes on to the end. Prints the seconds and the peak memory by 500 pages: of the call itself
(libraries and mapped files included), and of it and the processes that it started together (what they share counts
once; looked at twice a second). Then whether all rows of articles, mentions (with their evidence), events, their
history, the states of inputs, refusals and copies are the same, but for the names of runs and their moments.
`--coded 10` makes nine of ten pages French, which are stored and not coded.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import processes
from benchmarks.made_pages import made_page
from tests.flows.archives import HEADERS, answer, packed, record
from warehouse.connection import read_connection

ROOT = Path(__file__).parent.parent

BATCH = 100  # pages that are loaded together
TOLD = 500  # pages between two peaks that are printed
PAUSE = 0.5  # seconds between two looks at the process
LIMIT = 500  # MB, of the call itself
TABLES = (
    "articles",
    "mentions",
    "mention_history",
    "events",
    "article_states",
    "rejects",
    "article_copies",
    "article_fingerprints",
)
OF_RUNS = ("run_id", "recorded_at", "first_run_id", "first_read_at", "read_at", "resolved_run_id", "resolved_at")
NUMBERED = ("history_no",)  # counts on through the batches, which are cut elsewhere after a kill


def write_archive(path: Path, pages: int, kilobytes: int, coded: int) -> None:
    """Writes the archive, with the records that stand between the pages of a crawl."""
    with path.open("wb") as out:
        for number in range(pages):
            url, made = made_page(number, kilobytes, coded=coded)
            asked = record("request", url, b"GET / HTTP/1.1\r\n\r\n")
            out.write(packed([record("response", url, answer(made, HEADERS)), asked]))


def start(home: Path, archive: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "flows.cli", "ingest", str(archive), "--home", str(home)]
    return subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True)


class Seen(NamedTuple):
    """What is known of a running call: the number of the batch at hand, and the greatest memory so far, in MB."""

    batch: int
    peak: int
    together: int


def watched(process: "subprocess.Popen[str]", home: Path) -> Iterator[Seen]:
    """What is seen of a process from time to time until it ends."""
    seen = Seen(0, 0, 0)
    while process.poll() is None:
        together = processes.held(processes.family(process.pid))
        names = [int(path.stem) for path in home.glob("staged/*/*.jsonl")]
        now = (max([0, *names]), processes.peak(process.pid), together)
        seen = Seen(*map(max, zip(seen, now, strict=True)))
        yield seen
        time.sleep(PAUSE)


def whole_run(home: Path, archive: Path) -> int:
    """The greatest memory of a call that reads all, in MB; prints it by the pages read."""
    began, told, seen = time.monotonic(), 0, Seen(0, 0, 0)
    process = start(home, archive)
    for seen in watched(process, home):
        if seen.batch * BATCH >= told + TOLD:
            told = seen.batch * BATCH
            print(f"  {told:,} pages: {_memory(seen)}, {time.monotonic() - began:.0f} s", flush=True)
    print(f"exit {process.wait()}, {time.monotonic() - began:.0f} s, {_memory(seen)}")
    print((process.stdout or sys.stdin).read(), flush=True)
    return seen.peak


def _memory(seen: Seen) -> str:
    return f"peak {seen.peak} MB, with its server {seen.together} MB"


def killed_runs(home: Path, archive: Path, chance: random.Random, batches: int, kills: int) -> None:
    """Kills calls, each at a random moment after a random batch, which for each lies further on."""
    for last in sorted(chance.sample(range(max(1, batches // 10), max(kills + 1, batches * 9 // 10)), kills)):
        process = start(home, archive)
        for seen in watched(process, home):
            if seen.batch >= last:
                time.sleep(chance.uniform(0, 5))
                process.kill()
                break
        if process.wait() == 0:
            raise SystemExit("the run ended before it was killed: take more pages")
        print(f"killed at batch {last}", flush=True)


def rows(home: Path, table: str) -> list[str]:
    """The rows of a table, without what names a run and its moments."""
    with read_connection(home / "annalist.duckdb") as connection:
        columns = [column[0] for column in connection.execute(f"DESCRIBE {table}").fetchall()]
        kept = ", ".join(column for column in columns if column not in OF_RUNS + NUMBERED)
        return sorted(map(repr, connection.execute(f"SELECT {kept} FROM {table}").fetchall()))  # noqa: S608 - our names


def same_rows(one: Path, other: Path) -> bool:
    """Whether all tables hold the same rows; prints how many each holds."""
    same = True
    for table in TABLES:
        mine, others = rows(one, table), rows(other, table)
        same &= mine == others
        print(f"  {table}: {len(mine):,} rows, {'the same' if mine == others else f'OTHERS ({len(others):,})'}")
    return same


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--kilobytes", type=int, default=60, help="of script on each page")
    parser.add_argument("--coded", type=int, default=100, help="pages of a hundred that are in English")
    parser.add_argument("--seed", type=int, default=7, help="of the moments of the kills")
    parser.add_argument("--kills", type=int, default=2, help="calls that are killed before the last")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        whole, cut, archive = Path(folder) / "whole", Path(folder) / "cut", Path(folder) / "made.warc.gz"
        write_archive(archive, given.pages, given.kilobytes, given.coded)
        print(f"{given.pages:,} pages, {archive.stat().st_size / 1e6:.0f} MB packed", flush=True)
        peak = whole_run(whole, archive)
        killed_runs(cut, archive, random.Random(given.seed), given.pages // BATCH, given.kills)
        resumed = whole_run(cut, archive)
        same = same_rows(whole, cut)
        print("the same rows" if same else "OTHER ROWS")
    return 0 if same and max(peak, resumed) < LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
