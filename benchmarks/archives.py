"""A WARC of generated pages: streamed in constant memory, killed at a random moment, resumed: the same rows.

    python benchmarks/archives.py --pages 5000

One process reads all of it; beside it another is killed, after something was loaded and before all was, and a third
goes on. Prints pages, seconds and the greatest memory of each that ends, and that of the first after each tenth.
`--coded 10` makes nine of ten pages French, which are stored and not coded: what reading and loading take shows.
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
FRENCH = (
    "Les habitants du quartier ont dit par téléphone que les magasins restaient fermés et que la route était vide. "
)
BATCH = 100  # pages that are loaded together
RUN = textwrap.dedent(
    """
    import datetime, resource, sys
    from flows.loading import Run, run_ingestion
    from flows.settings import settings_for
    from flows.sources import Sources
    home, source, hour = sys.argv[1:]
    started = datetime.datetime(2026, 1, 1, int(hour), tzinfo=datetime.UTC)
    run = Run(settings_for(home, None), Sources(names=(source,)), workers=1, started_at=started)
    peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    def load(run, staged, path):
        report = Run.load(run, staged, path)
        print("loaded", int(path.stem), peak(), flush=True)
        return report
    with run.coders:
        report = run_ingestion(run, version="benchmark", clock=lambda: started, load=load)
    print(report.load.articles_new, report.load.inputs_unchanged, peak())
    """
)


def page(number: int, kilobytes: int, *, is_coded: bool = True) -> bytes:
    """A news page with a menu, scripts and an article of some 300 words; every page tells events of its own."""
    chance = random.Random(number)  # noqa: S311 - the same pages every time
    told = [
        act.format(town=chance.choice(TOWNS), n=chance.randint(2, 40))
        + f" on {chance.randint(1, 28)} May 2016, officials said. "
        for act in chance.sample(ACTS, 3)
    ]
    language, filler = ("en", FILLER) if is_coded else ("fr", FRENCH)
    if not is_coded:
        told = [f"Le rapport {number} de {chance.choice(TOWNS)} compte {chance.randint(2, 40)} pages. " for _ in told]
    paragraphs = "".join(f"<p>{one}{filler * 2}Report {number}. {filler}</p>" for one in told)
    menu = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(40))
    script = hashlib.sha256(str(number).encode()).hexdigest() * (kilobytes * 16)
    return (
        f"<html lang={language}><head><title>Report {number}: {told[0]}</title><script>var a='{script}'</script>"
        f"<meta property='article:published_time' content='2016-05-30'></head><body><ul>{menu}</ul>"
        f"<article><h1>Report {number} from the region</h1>{paragraphs}</article></body></html>"
    ).encode()


def write_archive(path: Path, pages: int, kilobytes: int, coded: int) -> None:
    """Writes the archive; `coded` of a hundred pages are in English."""
    with path.open("wb") as out:
        for number in range(pages):
            url = f"https://herald.example/{number}"
            made = page(number, kilobytes, is_coded=number * 37 % 100 < coded)
            out.write(packed([record("response", url, answer(made, HEADERS))]))


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


def killed(process: "subprocess.Popen[str]", chance: random.Random, batches: int) -> int:
    """Kills a run at a random moment after a random batch, never the last: how many batches were loaded by then."""
    last = chance.randint(1, max(1, batches - 2))
    loaded = 0
    while loaded < last and (line := (process.stdout or sys.stdin).readline()):
        loaded = int(line.split()[1]) if line.startswith("loaded") else loaded
    time.sleep(chance.uniform(0, 5))
    process.send_signal(signal.SIGKILL)
    rest, _ = process.communicate()
    if process.returncode != -signal.SIGKILL:
        raise SystemExit("the run ended before it was killed: take more pages")
    return loaded + rest.count("loaded")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--kilobytes", type=int, default=60, help="of script on each page")
    parser.add_argument("--coded", type=int, default=100, help="pages of a hundred that are in English")
    parser.add_argument("--seed", type=int, default=7, help="of the moment of the kill")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        whole_home, cut_home, archive = Path(folder) / "whole", Path(folder) / "cut", Path(folder) / "made.warc.gz"
        write_archive(archive, given.pages, given.kilobytes, given.coded)
        print(f"{given.pages:,} pages, {archive.stat().st_size / 1e6:.0f} MB packed", flush=True)
        began = time.monotonic()
        whole = start(whole_home, archive, 1)
        cut = start(cut_home, archive, 2)
        loaded = killed(cut, random.Random(given.seed), given.pages // BATCH)  # noqa: S311 - any moment will do
        print(f"killed after {loaded} batches, {time.monotonic() - began:.0f} s", flush=True)
        resumed, _ = start(cut_home, archive, 3).communicate()
        new, known, cut_peak = map(int, resumed.splitlines()[-1].split())
        print(f"resumed: {known:,} known, {new:,} new, peak {cut_peak} MB", flush=True)
        *lines, last = whole.communicate()[0].splitlines()
        (articles, _, peak), seconds = map(int, last.split()), time.monotonic() - began
        told = [line.split()[1:] for line in lines if line.startswith("loaded")]
        print(
            "peaks in MB: " + ", ".join(f"{batch[1]} after batch {batch[0]}" for batch in told[:: len(told) // 10 or 1])
        )
        print(f"whole: {articles:,} articles in {seconds:.0f} s beside the other, peak {peak} MB")
        same = rows(whole_home) == rows(cut_home) and known and known + new == articles
        print("the same rows" if same else "OTHER ROWS")
    return 0 if same and max(peak, cut_peak) < 500 else 1


if __name__ == "__main__":
    sys.exit(main())
