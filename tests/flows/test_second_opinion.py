"""A user's server of places: asked once, never against the gazetteer, and its outage loses nothing."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from extractors.places.opinion import Opinion
from flows.loading import Run, RunReport, run_ingestion
from flows.second_opinion import SecondOpinions
from flows.settings import Nominatim, settings_for
from flows.sources.opening import Sources
from flows.states import stage_pieces
from schemas.article import Article
from schemas.errors import SourceError
from tests.flows import calls
from tests.flows.calls import annalist
from tests.flows.local_site import Answering, say, served
from tests.flows.reports import rows_of, write_reports

STARTED = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.UTC)
SERVER = Nominatim(scheme="http", domain="maps.example.org/geo", contact="desk@example.org")
TOLD = Opinion("Tal Zzyzx", 35.5, 38.5, "SY", "point")
RULE = "second opinion: Nominatim maps.example.org"
TEXTS = (
    "Rebels captured Zzyzxabad on 2 May 2016. Fighters withdrew from Homs.",
    "Rebels captured Kelwarabad on 4 May 2016. Fighters withdrew from Hama.",
    "Jets bombed a base 20 km north of Zzyzxabad on 3 May 2016. Fighters withdrew from Homs.",
)


class Server:
    """Knows one place; is down while it is told to be."""

    def __init__(self, *, down: bool = False) -> None:
        self.down = down
        self.asked: list[tuple[str, str | None]] = []

    def __call__(self, name: str, country: str | None) -> Opinion | None:
        self.asked.append((name, country))
        if self.down:
            raise SourceError("Nominatim: no answer")
        return TOLD if name == "Zzyzxabad" else None


@pytest.fixture
def source(tmp_path: Path) -> Path:
    rows = [{"id": f"a{n}", "published": "2016-05-30", "text": text} for n, text in enumerate(TEXTS)]
    return write_reports(tmp_path / "in.jsonl", rows)


def ingest(home: Path, source: Path, server: Server | None, hour: int = 0, warehouse: Path | None = None) -> RunReport:
    settings = settings_for(str(home), str(warehouse) if warehouse else None)
    started = STARTED + datetime.timedelta(hours=hour)
    opinions = SecondOpinions(SERVER, settings.opinions, server) if server else None
    run = Run(settings, Sources(names=(str(source),)), workers=1, started_at=started, opinions=opinions)
    with run.coders:
        return run_ingestion(run, version="test", clock=lambda: started)


def rows(home: Path) -> dict[str, list[dict[str, Any]]]:
    return rows_of(home / "annalist.duckdb")


def mentions(home: Path, text: str) -> list[dict[str, Any]]:
    return [row for row in rows(home)["mentions"] if row["place_text"] == text]


def test_a_name_is_asked_once_and_says_who_placed_it(source: Path, tmp_path: Path) -> None:
    server = Server()
    report = ingest(tmp_path / "home", source, server)
    assert report.outage is None
    assert sorted(server.asked) == [("Kelwarabad", "SY"), ("Zzyzxabad", "SY")]
    at, beside = sorted(mentions(tmp_path / "home", "Zzyzxabad"), key=lambda row: str(row["place_precision"]))[::-1]
    assert (at["place"], at["latitude"], at["country"], at["place_precision"]) == ("Tal Zzyzx", 35.5, "SY", "point")
    assert (beside["latitude"], beside["place_precision"]) == (35.68, "area"), "20 km north of it"
    assert RULE in str(at["rules"])
    assert RULE in str(beside["rules"])


def test_the_name_in_the_text_is_placed_and_nothing_else(tmp_path: Path) -> None:
    piece = Article(id="a", text=TEXTS[0], published=STARTED.date())
    (line,) = stage_pieces([piece])
    (told,) = SecondOpinions(SERVER, tmp_path / "answers", Server()).add_to([line])
    before, after = (json.loads(str(one))["article"]["places"] for one in (line, told))
    changed = {"name": "Tal Zzyzx", "latitude": 35.5, "longitude": 38.5, "precision": "point", "rule": RULE}
    assert after == [before[0] | changed, *before[1:]]


def test_the_same_input_again_asks_nothing_and_gives_the_same_rows(source: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    ingest(home, source, Server())
    before, server = rows(home), Server(down=True)
    assert ingest(home, source, server, hour=1).changed_nothing
    again = ingest(home, source, server, hour=2, warehouse=home / "other.duckdb")
    assert (again.load.articles_new, again.outage, server.asked) == (3, None, [])
    assert before == rows(home) == rows_of(home / "other.duckdb")


def test_what_the_gazetteer_knows_stays(source: Path, tmp_path: Path) -> None:
    ingest(tmp_path / "with", source, Server())
    ingest(tmp_path / "without", source, None)
    for town in ("Homs", "Hama"):
        assert mentions(tmp_path / "with", town) == mentions(tmp_path / "without", town) != []
    assert mentions(tmp_path / "with", "Kelwarabad") == mentions(tmp_path / "without", "Kelwarabad") != []


def test_an_outage_loses_nothing_and_is_made_good_by_the_next_run(source: Path, tmp_path: Path) -> None:
    home, down = tmp_path / "home", Server(down=True)
    report = ingest(home, source, down)
    assert report.outage == "no second opinion from maps.example.org: Nominatim: no answer"
    assert (len(down.asked), report.load.articles_new) == (1, 3)
    ingest(tmp_path / "without", source, None)
    assert rows(home) == rows(tmp_path / "without")
    assert ingest(home, source, Server(), hour=1).outage is None
    assert {row["latitude"] for row in mentions(home, "Zzyzxabad")} == {35.5, 35.68}
    assert ingest(home, source, Server(down=True), hour=2).changed_nothing


def test_what_is_known_is_told_in_an_outage_too(source: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    ingest(home, source, Server())
    more = {"id": "a9", "published": "2016-05-30", "text": TEXTS[0].replace("Zzyzxabad", "Vwvwabad")}
    told = [more, *map(json.loads, source.read_text().splitlines())]
    down = Server(down=True)
    other = home / "other.duckdb"
    assert ingest(home, write_reports(tmp_path / "more.jsonl", told), down, hour=1, warehouse=other).outage
    assert down.asked == [("Vwvwabad", "SY")]
    placed = [row["latitude"] for row in rows_of(other)["mentions"] if row["place_text"] == "Zzyzxabad"]
    assert sorted(placed) == [35.5, 35.68]


def test_a_broken_file_of_answers_is_an_outage(source: Path, tmp_path: Path) -> None:
    settings = settings_for(str(tmp_path / "home"), None)
    settings.home.mkdir()
    settings.opinions.write_text("somebody's notes\n" * 100)
    server = Server()
    report = ingest(settings.home, source, server)
    assert "second-opinions.sqlite" in str(report.outage)
    assert (report.load.articles_new, server.asked) == (3, [])


class Everywhere(dict[str, Answering]):
    """The same answer at every path."""

    def get(self, _path: str, _default: object = None) -> Any:
        return self["*"]


def test_the_command_asks_the_server_of_the_environment(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source.write_text(source.read_text().splitlines()[0] + "\n")  # one name: nothing waits for its turn
    for variable in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delitem(calls.ENVIRONMENT, variable, raising=False)
    with served() as site:
        monkeypatch.setitem(calls.ENVIRONMENT, "ANNALIST_NOMINATIM", f"{site.url}/geo")
        done = annalist("--home", tmp_path / "wrong", "ingest", source)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
        monkeypatch.setitem(calls.ENVIRONMENT, "ANNALIST_NOMINATIM_CONTACT", "desk@example.org")
        site.pages = Everywhere({"*": say(200, b'["down"]', content_type="application/json")})  # not tried again
        done = annalist("--home", tmp_path / "home", "ingest", source)
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 1), done.stderr
        assert done.stderr.startswith("annalist: no second opinion from 127.0.0.1:")
        assert len(site.asked) == 1
        assert next(iter(site.asked)).startswith("/geo/search?")
        assert site.headers[-1]["User-Agent"] == "annalist (desk@example.org)"
