"""Coded articles made to measure, for the tests of the warehouse."""

import dataclasses
import datetime
from collections.abc import Sequence

import duckdb

from schemas.article import Article
from schemas.mention import CodedArticle, Mention, Party
from warehouse.load import load_batch

DAY = datetime.date(2016, 3, 1)
MOMENT = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.UTC)


def tell(text: str = "Rebels shelled the town.", **fields: object) -> Mention:
    """A mention of a shelling on one day at one town, or what `fields` say instead."""
    told: dict[str, object] = {
        "kind": "shelling", "status": "occurred", "quote": text, "quote_start": 0, "quote_end": len(text),
        "trigger_start": 0, "trigger_end": len(text), "date_start": DAY, "date_end": DAY, "date_edtf": DAY.isoformat(),
        "date_precision": "day", "date_basis": "explicit", "place": "Norvik", "place_text": "the town",
        "latitude": 34.5, "longitude": 38.25, "country": "SY", "admin1": "Homs", "place_precision": "point",
        "actors": (Party(name="Northern Front", text="Rebels", country="SYR", sector="REB"),),
        "rules": {"kind": "shelling"}, "evidence": {"place": (0, 1)},
    }  # fmt: skip
    return Mention(**(told | fields))


def article(name: str, *events: Mention, **fields: object) -> CodedArticle:
    """A coded article whose text is the quotes of its events, one after another, or an eventless one."""
    told = []
    for event in events:
        start = told[-1].quote_end if told else 0
        end = start + len(event.quote)
        span = {"quote_start": start, "quote_end": end, "trigger_start": start, "trigger_end": end}
        told.append(dataclasses.replace(event, **span))
    text = "".join(event.quote for event in told) or "Nothing happened."
    given: dict[str, object] = {"id": name, "text": text, "published": DAY, "source": f"Outlet {name}"}
    return CodedArticle(article=Article(**(given | fields)), events=tuple(told))


def load(connection: duckdb.DuckDBPyConnection, coded: Sequence[CodedArticle], *, run: int = 1) -> dict[str, int]:
    """What a run's load changed: the counts that are not 0. Run n records on the n-th day."""
    moment = MOMENT + datetime.timedelta(days=run)
    report = load_batch(connection, coded, [], run_id=f"run {run}", recorded_at=moment)
    return {name: count for name, count in dataclasses.asdict(report).items() if count}
