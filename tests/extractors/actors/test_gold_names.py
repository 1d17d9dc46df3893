"""How many of the parties of development data the cast can name at all (skipped without that data)."""

import datetime
import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType

import pytest

from extractors.actors.cast import Cast
from extractors.language.model import parse_sentences
from extractors.sentences import split_sentences

FOLDER = Path(os.environ.get("ANNALIST_EVAL", "no-such-folder"))
FLOORS = {"actors": 0.88, "targets": 0.85}


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_events", FOLDER / "score_events.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not FOLDER.is_dir(), reason="development data is not at hand (ANNALIST_EVAL)")
def test_a_phrase_of_the_sentence_names_the_party() -> None:
    score, hits = scorer(), {role: [0, 0] for role in FLOORS}
    for line in (FOLDER / "events" / "dev.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        if "text" not in article:
            continue
        for event, names in named(article, score):
            for role, count in hits.items():
                for wanted in event[role] or []:
                    count[0] += any(score.same_name(wanted, name) for name in names)
                    count[1] += 1
    assert all(hit >= FLOORS[role] * total for role, (hit, total) in hits.items()), hits


def named(article: dict, score: ModuleType) -> list[tuple[dict, set[str]]]:
    """Every event with all names that a phrase of its sentence has."""
    text = article["text"]
    spans = [(sentence.start, sentence.end) for sentence in split_sentences(text)]
    day = datetime.date.fromisoformat(article["published"]) if article.get("published") else None
    parses = parse_sentences(text, spans)
    cast = Cast(text, spans, parses, day=day)
    told: list[set[str]] = []
    for number, parse in enumerate(parses):
        heads = range(len(parse.tokens))
        found = [m for at in heads for m in (*cast.parties_at(number, at), *cast.targets_at(number, at))]
        told.append({name for m in found for name in (m.party.name, m.party.text)})
    events = []
    for event in article["events"]:
        quotes = [score.locate(text, quote) for quote in (event["quote"], *event.get("quotes_alt", []))]
        inside = [n for n, (start, end) in enumerate(spans) for q in quotes if q and start < q[1] and q[0] < end]
        events.append((event, set().union(*(told[n] for n in inside)) if inside else set()))
    return events
