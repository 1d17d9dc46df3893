"""Every input ends in one state; what was refused is kept and can be tried again; copies are linked and count once."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from flows.asking import Asked
from flows.loading import Run, RunReport, run_ingestion
from flows.preparing import prepare_replay
from flows.replaying import Choice
from flows.settings import Settings, settings_for
from flows.sources.opening import Sources
from warehouse.connection import read_connection

STARTED = datetime.datetime(2026, 1, 10, 12, tzinfo=datetime.UTC)
EVENT = "The army captured Palmyra on 8 January 2026, officials said."
CALM = "The museum in the old town opens again next week, said its director to reporters on the stairs."
FRENCH = (
    "Les troupes sont entrées mardi dans la ville après un siège de trois semaines, selon des habitants joints par "
    "téléphone, et deux personnes ont été tuées par un obus tombé sur le marché."
)
WIRE = (
    EVENT
    + " "
    + " ".join(f"Resident number {n} told the agency that shops were closed and roads empty." for n in range(9))
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_for(str(tmp_path / "home"), None)


def ingest(settings: Settings, *names: Path, hour: int = 0) -> RunReport:
    started = STARTED + datetime.timedelta(hours=hour)
    run = Run(settings, Sources(names=tuple(map(str, names))), workers=1, started_at=started)
    with run.coders:
        return run_ingestion(run, version="test", clock=lambda: started)


def replay(settings: Settings, hour: int, **chosen: Any) -> RunReport:
    started = STARTED + datetime.timedelta(hours=hour)
    run = prepare_replay(settings, Choice(**chosen), Asked(), workers=1, clock=lambda: started)
    with run.coders:
        return run_ingestion(run, version="test", clock=lambda: started)


def lines(path: Path, *rows: dict[str, str]) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return path


def rows(settings: Settings, query: str) -> list[tuple[Any, ...]]:
    with read_connection(settings.warehouse) as connection:
        return connection.execute(query).fetchall()


def states(report: RunReport) -> dict[str, int]:
    load = report.load
    told = {
        "coded": load.inputs_coded, "no_events": load.inputs_no_events, "unchanged": load.inputs_unchanged,
        "duplicate": load.inputs_duplicate, "language": load.inputs_language, "rejected": len(report.rejects),
    }  # fmt: skip
    return {name: count for name, count in told.items() if count}


def test_every_input_ends_in_one_state(settings: Settings, tmp_path: Path) -> None:
    one = lines(tmp_path / "one.jsonl", {"text": EVENT}, {"text": CALM}, {"text": FRENCH}, {"title": "no text"})
    two = lines(tmp_path / "two.jsonl", {"text": EVENT})
    assert states(ingest(settings, one, two)) == {
        "coded": 1, "no_events": 1, "language": 1, "duplicate": 1, "rejected": 1,
    }  # fmt: skip
    assert states(ingest(settings, one, two, hour=1)) == {"unchanged": 4, "rejected": 1}
    ledger = rows(settings, "SELECT origin, state FROM article_states ORDER BY origin")
    assert [(Path(origin).name, state) for origin, state in ledger] == [
        ("one.jsonl:1", "coded"), ("one.jsonl:2", "no_events"), ("one.jsonl:3", "language"),
        ("two.jsonl:1", "duplicate"),
    ]  # fmt: skip
    assert rows(settings, "SELECT count(*) FROM articles") == [(3,)]


def test_what_is_known_is_not_coded_again(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = lines(tmp_path / "in.jsonl", {"text": EVENT})
    ingest(settings, path)
    monkeypatch.setattr("flows.coding._coder", lambda *_: pytest.fail("coded again"))
    assert states(ingest(settings, path, hour=1)) == {"unchanged": 1}


def test_what_is_known_is_coded_again_by_other_rules(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lines(tmp_path / "in.jsonl", {"text": EVENT})
    ingest(settings, path)
    for module in ("flows.states", "flows.loading"):
        monkeypatch.setattr(f"{module}.rules_id", lambda *_: "other")
    ingest(settings, path, hour=1)
    assert rows(settings, "SELECT DISTINCT coder FROM article_states") == [("other",)]


def test_the_bytes_of_what_is_refused_are_kept_and_a_mended_reader_gets_over_it(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "a.html"
    body = "".join(f"<p>Paragraph {n}. {EVENT} Nothing else was known on the day.</p>" for n in range(5))
    page.write_text(f"<html><body><article>{body}</article></body></html>")
    with monkeypatch.context() as patched:
        patched.setattr("extractors.pages.main_text", lambda _markup: (_ for _ in ()).throw(ValueError("a fault")))
        assert states(ingest(settings, page)) == {"rejected": 1}
    ((kept, stage),) = rows(settings, "SELECT quarantine, stage FROM rejects")
    assert (settings.home / kept).read_bytes() == page.read_bytes()
    assert stage == "code"
    page.unlink()
    assert states(replay(settings, 1, stage="fetch")) == {}
    assert states(replay(settings, 2, stage="code")) == {"coded": 1}
    assert rows(settings, "SELECT count(*) FROM rejects WHERE resolved_at IS NULL") == [(0,)]
    assert states(replay(settings, 3)) == {}


def test_what_fails_again_stays_open_and_stands_once(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"text": "a b c"}\n{oops\n')
    ingest(settings, path)
    report = replay(settings, 1)
    assert [reject.reason for reject in report.rejects] == ["bad_record"]
    assert rows(settings, "SELECT count(*) FROM rejects") == [(1,)]


def test_what_is_in_another_language_can_be_read_when_there_is_a_coder(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(settings, lines(tmp_path / "in.jsonl", {"text": FRENCH, "url": "https://journal.example/a"}))
    assert rows(settings, "SELECT text FROM articles") == [(FRENCH,)]
    assert rows(settings, "SELECT language FROM article_states") == [("fr",)]
    monkeypatch.setattr("flows.coding.CODED", "fr")
    monkeypatch.setattr("flows.states.CODED", "fr")
    for module in ("flows.states", "flows.loading", "flows.preparing"):
        monkeypatch.setattr(f"{module}.rules_id", lambda *_: "with French")
    replay(settings, 1, reason="language")
    assert rows(settings, "SELECT state IN ('coded', 'no_events') FROM article_states") == [(True,)]


def test_wire_copy_in_several_outlets_is_one_witness(settings: Settings, tmp_path: Path) -> None:
    told = [
        {"url": f"https://{name}.example/a", "source": name, "published": f"2026-01-{day:02}", "text": text}
        for name, day, text in (
            ("beta", 10, WIRE + " A correspondent added this."),
            ("alpha", 9, WIRE),
            ("gamma", 9, EVENT + " " + CALM),
        )
    ]
    for hour, row in enumerate(told):
        ingest(settings, lines(tmp_path / f"{hour}.jsonl", row), hour=hour)
    found = rows(settings, "SELECT mention_count, source_count FROM events WHERE kind = 'territory_gain'")
    assert found == [(3, 2)]
    copies = rows(
        settings,
        "SELECT source, is_original, original_source FROM article_copies JOIN articles USING (version_id) ORDER BY 1",
    )
    assert copies == [("alpha", True, "alpha"), ("beta", False, "alpha")]
    other = settings_for(str(tmp_path / "other"), None)
    ingest(other, lines(tmp_path / "all.jsonl", *told[::-1]))
    columns = "SELECT event_id, mention_count, source_count, mention_id FROM events ORDER BY ALL"
    assert rows(other, columns) == rows(settings, columns)
