"""A WARC of generated pages: streamed in constant memory, killed at a random moment, resumed: the same rows.

    python benchmarks/archives.py --pages 5000

Prints pages, seconds and the greatest memory of the process that reads and codes, whole and interrupted.
"""

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.flows.archives import HEADERS, answer, packed, record  # noqa: E402 - found on the path set above
from warehouse.connection import read_connection  # noqa: E402 - likewise

TOWNS = "Palmyra Raqqa Aleppo Homs Idlib Hama Mosul Tikrit Ramadi Kirkuk Donetsk Kharkiv Tripoli Benghazi".split()
ACTS = (
    "Rebels captured {town}",
    "Jets bombed {town}, killing {n} people",
    "The army retook {town}",
    "Police arrested {n} men in {town}",
)
FILLER = (
    "Residents of the district said by telephone that shops stayed closed and that the road to the north was empty. "
)
RUN = textwrap.dedent(
    """
    import datetime, resource, sys
    from flows.loading import Run, run_ingestion
    from flows.settings import settings_for
    from flows.sources import Sources
    home, source, hour = sys.argv[1:]
    started = datetime.datetime(2026, 1, 1, int(hour), tzinfo=datetime.UTC)
    run = Run(settings_for(home, None), Sources(names=(source,)), workers=1, started_at=started)
    with run.coders:
        report = run_ingestion(run, version="benchmark", clock=lambda: started)
    load = report.load
    print(load.articles_new, load.inputs_unchanged, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    """
)


def page(number: int, kilobytes: int) -> bytes:
    """A news page with a menu, scripts and an article of some 300 words; every page tells events of its own."""
    chance = random.Random(number)  # noqa: S311 - the same pages every time
    told = [
        act.format(town=chance.choice(TOWNS), n=chance.randint(2, 40))
        + f" on {chance.randint(1, 28)} May 2016, officials said. "
        for act in chance.sample(ACTS, 3)
    ]
    paragraphs = "".join(f"<p>{one}{FILLER * 2}Report {number} goes on. {FILLER}</p>" for one in told)
    menu = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(40))
    script = hashlib.sha256(str(number).encode()).hexdigest() * (kilobytes * 16)
    return (
        f"<html lang=en><head><title>Report {number}: {told[0]}</title><script>var a='{script}'</script>"
        f"<meta property='article:published_time' content='2016-05-30'></head><body><ul>{menu}</ul>"
        f"<article><h1>Report {number} from the region</h1>{paragraphs}</article></body></html>"
    ).encode()


def write_archive(path: Path, pages: int, kilobytes: int) -> None:
    with path.open("wb") as out:
        for number in range(pages):
            url = f"https://herald.example/{number}"
            out.write(packed([record("response", url, answer(page(number, kilobytes), HEADERS))]))


def start(home: Path, archive: Path, hour: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", RUN, str(home), str(archive), str(hour)]
    return subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True)


def rows(home: Path) -> list[str]:
    """The rows of what a user reads, without the moments at which they were stored."""
    found = []
    with read_connection(home / "annalist.duckdb") as connection:
        for table in ("articles", "mentions", "events"):
            query = f"SELECT * EXCLUDE (recorded_at) FROM {table}"  # noqa: S608 - names of our own
            if table != "events":
                query = f"SELECT * EXCLUDE (recorded_at, run_id) FROM {table}"  # noqa: S608 - likewise
            found += sorted(repr(row) for row in connection.execute(query).fetchall())
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--kilobytes", type=int, default=60, help="of script on each page")
    parser.add_argument("--seed", type=int, default=7, help="of the moment of the kill")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "made.warc.gz"
        write_archive(archive, given.pages, given.kilobytes)
        print(f"{given.pages:,} pages, {archive.stat().st_size / 1e6:.0f} MB packed", flush=True)
        began = time.monotonic()
        whole, _ = start(Path(folder) / "whole", archive, 1).communicate()
        seconds = time.monotonic() - began
        new, _, peak = map(int, whole.split())
        print(f"whole: {new:,} articles in {seconds:.0f} s ({new / seconds:.0f} a second), peak {peak} MB", flush=True)
        moment = random.Random(given.seed).uniform(0.2, 0.8) * seconds  # noqa: S311 - any moment will do
        process = start(Path(folder) / "cut", archive, 2)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        began = time.monotonic()
        resumed, _ = start(Path(folder) / "cut", archive, 3).communicate()
        new, known, peak = map(int, resumed.split())
        took = time.monotonic() - began
        print(
            f"killed after {moment:.0f} s; resumed: {known:,} known, {new:,} new in {took:.0f} s, peak {peak} MB",
            flush=True,
        )
        same = rows(Path(folder) / "whole") == rows(Path(folder) / "cut")
        print("the same rows" if same else "OTHER ROWS")
    return 0 if same and peak < 500 else 1


if __name__ == "__main__":
    sys.exit(main())
