"""A WARC of made pages through `annalist ingest`, in constant memory; killed at a random moment, resumed: same rows.

    python -m benchmarks.archives --pages 5000

First one call reads all of it; then another is killed (kill -9) at a random moment between a tenth and nine tenths of
the way, and a third goes on. Prints the peak memory of the process by 500 pages, the seconds, and whether all rows of
articles, mentions, events, their history, the states of inputs, refusals and copies are the same, but for the names of
runs and their moments. `--coded 10` makes nine of ten pages French, which are stored and not coded.
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

from benchmarks.made_pages import made_page
from tests.flows.archives import HEADERS, answer, packed, record
from warehouse.connection import read_connection

ROOT = Path(__file__).parent.parent

BATCH = 100  # pages that are loaded together
TOLD = 500  # pages between two peaks that are printed
PAUSE = 0.2  # seconds between two looks at the process
LIMIT = 500  # MB
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


def watched(process: "subprocess.Popen[str]", home: Path) -> Iterator[tuple[int, int]]:
    """Until the process ends: the number of the batch at hand, and the greatest memory so far in MB."""
    batch = peak = 0
    while process.poll() is None:
        try:
            status = Path(f"/proc/{process.pid}/status").read_text("utf-8")
            peak = int(status.split("VmHWM:")[1].split()[0]) // 1024
        except (OSError, IndexError):
            pass  # it has just ended
        names = [int(path.stem) for path in home.glob("staged/*/*.jsonl")]
        batch = max([batch, *names])
        yield batch, peak
        time.sleep(PAUSE)


def whole_run(home: Path, archive: Path) -> int:
    """The greatest memory of a call that reads all, in MB; prints it by the pages read."""
    began, told, peak = time.monotonic(), 0, 0
    process = start(home, archive)
    for batch, peak in watched(process, home):
        if batch * BATCH >= told + TOLD:
            told = batch * BATCH
            print(f"  {told:,} pages: peak {peak} MB, {time.monotonic() - began:.0f} s", flush=True)
    print(f"exit {process.wait()}, {time.monotonic() - began:.0f} s, peak {peak} MB")
    print((process.stdout or sys.stdin).read(), flush=True)
    return peak


def killed_run(home: Path, archive: Path, chance: random.Random, batches: int) -> None:
    """Kills a call at a random moment after a random batch."""
    last = chance.randint(max(1, batches // 10), max(1, batches * 9 // 10))
    process = start(home, archive)
    for batch, _ in watched(process, home):
        if batch >= last:
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
    parser.add_argument("--seed", type=int, default=7, help="of the moment of the kill")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        whole, cut, archive = Path(folder) / "whole", Path(folder) / "cut", Path(folder) / "made.warc.gz"
        write_archive(archive, given.pages, given.kilobytes, given.coded)
        print(f"{given.pages:,} pages, {archive.stat().st_size / 1e6:.0f} MB packed", flush=True)
        peak = whole_run(whole, archive)
        killed_run(cut, archive, random.Random(given.seed), given.pages // BATCH)
        resumed = whole_run(cut, archive)
        same = same_rows(whole, cut)
        print("the same rows" if same else "OTHER ROWS")
    return 0 if same and max(peak, resumed) < LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
