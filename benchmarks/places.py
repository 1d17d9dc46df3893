"""Quality and speed of reading places, beside two libraries, in one table.

Usage: python -m benchmarks.places [FOLDER] [EVERY] [RIVALS]

FOLDER (else $ANNALIST_EVAL) holds `places/` and `score_places.py`; every EVERY-th document (1) is read by all in one
run. geotext and flashgeotext are measured where they can be imported; RIVALS is the folder `site-packages` of an
environment of their own (`pip install geotext flashgeotext`).
"""

import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from extractors.places.finder import find_places
from extractors.places.gazetteer.lookup import open_gazetteer

SETS = (("trnews", ()), ("geovirus", ("--kinds", "literal,metonym")))
LEAST = 2.0  # seconds of processor that a figure of speed rests on
REFERENCE = 300_000  # steps of the reference work
Span = dict[str, object]
Reader = Callable[[str], list[Span]]


def ours() -> Reader:
    gazetteer = open_gazetteer()
    names = ("start", "end", "kind", "latitude", "longitude")

    def read(text: str) -> list[Span]:
        return [{name: getattr(place, name) for name in names} for place in find_places(text, gazetteer)]

    return read


def geotext() -> Reader:
    """It tells names and not where they stand: each is taken at its next occurrence; it has no points."""
    made = importlib.import_module("geotext").GeoText

    def read(text: str) -> list[Span]:
        found = made(text)
        spans: list[Span] = []
        cursors: dict[str, int] = {}
        for name in (*found.cities, *found.countries):
            at = text.find(name, cursors.get(name, 0))
            if at >= 0:
                cursors[name] = at + len(name)
                spans.append(unplaced(at, at + len(name)))
        return spans

    return read


def flashgeotext() -> Reader:
    made = importlib.import_module("flashgeotext.geotext").GeoText()

    def read(text: str) -> list[Span]:
        found = made.extract(input_text=text, span_info=True)
        spans = (span for group in found.values() for entry in group.values() for span in entry["span_info"])
        return [unplaced(start, end) for start, end in spans]

    return read


def unplaced(start: int, end: int) -> Span:
    return {"start": start, "end": end, "kind": "literal", "latitude": None, "longitude": None}


def readers() -> Iterator[tuple[str, Reader]]:
    yield "annalist", ours()
    for name, make in (("geotext", geotext), ("flashgeotext", flashgeotext)):
        try:
            yield name, make()
        except ImportError:
            print(f"{name:14} not installed here: skipped")


def measure(read: Reader, documents: list[dict[str, str]], out: Path) -> tuple[float, float]:
    """Megabytes a second of processor, and how long the reference work took meanwhile; writes what was read.

    The texts are read once to warm up, then as often as fills LEAST seconds: the first reading fills the caches of
    words and names, as the first articles of a run do.
    """
    rows = [{"id": row["id"], "places": read(row["text"])} for row in documents]
    out.write_text("\n".join(map(json.dumps, rows)) + "\n", "utf-8")
    spent = reference = 0.0
    rounds = 0
    while spent < LEAST:
        reference += reference_seconds()
        started = time.process_time()
        for row in documents:
            read(row["text"])
        spent += time.process_time() - started
        rounds += 1
    return rounds * sum(len(row["text"].encode()) for row in documents) / spent / 1e6, reference / rounds


def reference_seconds() -> float:
    """How long a fixed piece of Python takes now: machines differ, and one machine by a factor of two."""
    started = time.process_time()
    counts: dict[str, int] = {}
    for number in range(REFERENCE):
        word = str(number % 5_000)
        counts[word] = counts.get(word, 0) + len(word)
    return time.process_time() - started


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("ANNALIST_EVAL", ""))
    every = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    sys.path += sys.argv[3:]
    if not (folder / "score_places.py").is_file():
        sys.exit("places: no development data; give its folder or set ANNALIST_EVAL")
    for name, read in readers():
        for corpus, further in SETS:
            lines = (folder / "places" / f"{corpus}.jsonl").read_text("utf-8").splitlines()[::every]
            with tempfile.TemporaryDirectory() as scratch:
                gold, predicted = Path(scratch) / "gold.jsonl", Path(scratch) / "predicted.jsonl"
                gold.write_text("\n".join(lines) + "\n", "utf-8")
                speed, beside = measure(read, [json.loads(line) for line in lines], predicted)
                command = [sys.executable, str(folder / "score_places.py"), str(gold), str(predicted), *further]
                told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
            print(f"{name:14} {corpus:9} {speed:6.2f} MB/s (reference work {1000 * beside:.0f} ms)  {told}")


if __name__ == "__main__":
    main()
