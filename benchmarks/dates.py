"""Quality and speed of reading dates, beside two libraries, in one table.

Usage: python -m benchmarks.dates [FOLDER] [EVERY]

FOLDER (else $ANNALIST_EVAL) holds `dates/` and `score_dates.py`; every EVERY-th document (4) is read by all in one run.
`dateparser.search` comes with the project; `recognizers-text` is measured where it is installed (it needs an old
`emoji`: `pip install recognizers-text-suite "emoji<2"` into an environment of its own, and run this there).
"""

import importlib
import importlib.util
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from types import ModuleType

from extractors.dates.days import Day
from extractors.dates.finder import find_dates
from extractors.sentences import split_sentences

SETS = ("timebank", "aquaint", "gum-news")
WARM = 3  # documents of each set that are read before the time is taken
FIGURES = ("strict", "relaxed", "value", "interval")
Span = dict[str, object]
Reader = Callable[[str, Day], list[Span]]


def ours(text: str, day: Day) -> list[Span]:
    return [{"start": m.start, "end": m.end, "type": m.type, "value": m.value} for m in find_dates(text, day)]


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Sentence by sentence: both rivals lose dates in longer texts."""
    for sentence in split_sentences(text):
        yield sentence.start, text[sentence.start : sentence.end]


def dateparser_search(module: ModuleType) -> Reader:
    def read(text: str, day: Day) -> list[Span]:
        settings = {"RELATIVE_BASE": datetime.combine(day, datetime.min.time())}  # it wants a naive one
        spans: list[Span] = []
        for offset, piece in pieces(text):
            cursor = 0
            for words, found in module.search_dates(piece, languages=["en"], settings=settings) or ():
                at = piece.find(words, cursor)
                if at >= 0:
                    cursor = at + len(words)
                    value = found.date().isoformat()
                    spans.append({"start": offset + at, "end": offset + cursor, "type": "DATE", "value": value})
        return spans

    return read


def recognizers(module: ModuleType) -> Reader:
    def read(text: str, day: Day) -> list[Span]:
        base = datetime.combine(day, datetime.min.time())  # it wants a naive one
        spans: list[Span] = []
        for offset, piece in pieces(text):
            for found in module.recognize_datetime(piece, "en-us", reference=base):
                kind, value = timex_of((found.resolution or {}).get("values") or [], day)
                start, end = offset + found.start, offset + found.end + 1
                spans.append({"start": start, "end": end, "type": kind, "value": value})
        return spans

    return read


def timex_of(values: list[dict[str, str]], day: Day) -> tuple[str, str]:
    """Its several readings as one TIMEX3 type and value: the last that does not lie ahead, as news has it."""
    if not values:
        return "DATE", ""
    past = [row for row in values if row.get("value", row.get("start", "9"))[:10] <= day.isoformat()]
    row = (past or values)[-1]
    timex, kind = row.get("timex", ""), row.get("type", "")
    if kind in {"duration", "set"}:
        return kind.upper(), timex
    if re.fullmatch(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|W\d\d(?:-WE)?|[A-Z][A-Z1-4]))?(?:T.*)?", timex):
        return ("TIME" if "T" in timex else "DATE"), timex
    if timex.startswith("XXXX-WXX-WE") or kind == "daterange":
        return "DATE", f"{row.get('start', '')}/{row.get('end', '')}"
    return ("TIME" if "time" in kind else "DATE"), row.get("value", "").replace(" ", "T")


def scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_dates", folder / "score_dates.py")
    if spec is None or spec.loader is None:
        sys.exit(f"dates: cannot load the scorer in {folder}")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_dates"] = module
    spec.loader.exec_module(module)
    return module


def readers() -> Iterator[tuple[str, Reader]]:
    yield "annalist", ours
    for name, home, make in (
        ("dateparser.search", "dateparser.search", dateparser_search),
        ("recognizers-text", "recognizers_date_time", recognizers),
    ):
        try:
            yield name, make(importlib.import_module(home))
        except ImportError:
            print(f"{name:20} not installed here: skipped")


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("ANNALIST_EVAL", ""))
    every = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    if not (folder / "score_dates.py").is_file():
        sys.exit("dates: no development data; give its folder or set ANNALIST_EVAL")
    score = scorer(folder).score
    sets = {name: (folder / "dates" / f"{name}.jsonl").read_text("utf-8").splitlines()[::every] for name in SETS}
    docs = {name: [json.loads(line) for line in lines] for name, lines in sets.items()}
    print(f"{'F1: ' + ' / '.join(FIGURES):20} {'':>14} {'   '.join(f'{name:^27}' for name in SETS)}")
    for name, read in readers():
        for group in docs.values():  # loads and compiles what is loaded and compiled once
            for doc in group[:WARM]:
                read(doc["text"], Day.fromisoformat(doc["published"]))
        seconds, sentences, shown = 0.0, 0, []
        for group in docs.values():
            sentences += sum(len(split_sentences(doc["text"])) for doc in group)
            start = time.process_time()
            told = {doc["id"]: read(doc["text"], Day.fromisoformat(doc["published"])) for doc in group}
            seconds += time.process_time() - start
            figures = score(group, told)["ALL"]
            shown.append(" / ".join(f"{100 * figures[figure][2]:5.1f}" for figure in FIGURES))
        print(f"{name:20} {sentences / seconds:8,.0f} sent/s {'   '.join(f'{row:^27}' for row in shown)}", flush=True)


if __name__ == "__main__":
    main()
