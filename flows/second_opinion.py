"""Asks a user's Nominatim server about the places that the gazetteer does not know, once for each name and country.

A server that fails is not asked again in the run: the rows stay as they were, and the state of their articles says that
they were read by other rules, so that the next run reads these articles once more.
"""

import dataclasses
import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from extractors.places.opinion import Opinion
from extractors.places.placing.displacement import placed
from flows.coding import Outcome
from flows.settings import Nominatim
from schemas.article import Reject
from schemas.errors import SourceError
from schemas.mention import CodedArticle, Mention, PlaceMention
from schemas.record import article_record, coded_article

Locate = Callable[[str, str | None], Opinion | None]
Question = tuple[str, str | None]  # a name and a country (alpha-2)
UNPLACED = '"latitude":null'  # stands in the line of every article that has something to ask
UNASKED = " without second opinion"  # added to the id of the rules by which an article was read
TABLE = """
CREATE TABLE IF NOT EXISTS answers (
    server TEXT, name TEXT, country TEXT, answer TEXT NOT NULL, PRIMARY KEY (server, name, country)
)
"""


class Answers:
    """All answers of one server, kept in a file; each is there as a whole as soon as it is given."""

    def __init__(self, path: Path, server: str) -> None:
        self.path = path
        self.server = server

    def know(self, question: Question, locate: Locate) -> Opinion | None:
        """The answer that is kept, else the server's, which is kept then: what it does not know as well.

        Raises:
            SourceError: the server failed, or the file cannot be used.
        """
        key = (self.server, question[0], question[1] or "")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path, timeout=30.0)) as file, file:
                file.execute(TABLE)
                sought = "SELECT answer FROM answers WHERE server = ? AND name = ? AND country = ?"
                kept = file.execute(sought, key).fetchone()
                if kept is None:
                    kept = (json.dumps(locate(*question)),)
                    file.execute("INSERT OR IGNORE INTO answers VALUES (?, ?, ?, ?)", (*key, kept[0]))
            told = json.loads(kept[0])
            return Opinion(*told) if told else None
        except (OSError, sqlite3.Error, TypeError, ValueError) as error:
            raise SourceError(f"{self.path}: {error}") from error


class SecondOpinions:
    """What one run asks; `outage` says why it has stopped asking.

    Args:
        server: whom to ask.
        path: the file that keeps the answers.
        locate: asks the server (None: over the network).
    """

    def __init__(self, server: Nominatim, path: Path, locate: Locate | None = None) -> None:
        self.host = server.host
        self.answers = Answers(path, f"{server.scheme}://{server.domain}")
        self.outage: str | None = None
        self.unanswered = 0
        self._locate = locate or _asking(server)

    def add_to(self, outcomes: list[Outcome]) -> list[Outcome]:
        """The outcomes of a batch, with the places that the server knows."""
        return [self._line(outcome) for outcome in outcomes]

    def _line(self, outcome: Outcome) -> Outcome:
        if isinstance(outcome, Reject) or UNPLACED not in outcome:
            return outcome
        record = json.loads(outcome)
        coded = coded_article(record["article"])
        questions = dict.fromkeys((place.name, place.country) for place in coded.places if is_unplaced(place))
        before = self.unanswered
        found = {question: opinion for question in questions if (opinion := self._answer(question))}
        if found:
            record["article"] = article_record(with_opinions(coded, found, self.host))
        if self.unanswered > before:
            record["state"]["coder"] += UNASKED
        return json.dumps(record, ensure_ascii=False, separators=(",", ":")) if questions else outcome

    def _answer(self, question: Question) -> Opinion | None:
        try:
            return self.answers.know(question, self._ask)
        except SourceError as error:
            self.unanswered += 1
            self.outage = self.outage or f"no second opinion from {self.host}: {error}"
            return None

    def _ask(self, name: str, country: str | None) -> Opinion | None:
        if self.outage:
            raise SourceError(self.outage)
        return self._locate(name, country)


def _asking(server: Nominatim) -> Locate:
    from extractors.places.geocoder import SecondOpinion  # who asks nobody does not pay for geopy

    agent = f"annalist ({server.contact})"
    return SecondOpinion(server.domain, agent, scheme=server.scheme).locate


def is_unplaced(place: PlaceMention) -> bool:
    """Whether a name is that of a place of which no point is known."""
    return place.kind == "literal" and place.latitude is None


def with_opinions(coded: CodedArticle, found: Mapping[Question, Opinion], host: str) -> CodedArticle:
    """The article with these places, and with the events that happened at them; what has a point keeps it."""
    told: dict[tuple[int, int], tuple[PlaceMention, PlaceMention]] = {}
    for place in coded.places:
        opinion = found.get((place.name, place.country)) if is_unplaced(place) else None
        if opinion:
            told[place.start, place.end] = (place, _filled(place, opinion, host))
    return dataclasses.replace(
        coded,
        places=tuple(told.get((p.start, p.end), (p, p))[1] if is_unplaced(p) else p for p in coded.places),
        events=tuple(_moved(event, coded.article.text, told) for event in coded.events),
    )


def _filled(place: PlaceMention, opinion: Opinion, host: str) -> PlaceMention:
    return dataclasses.replace(
        place,
        name=opinion.name or place.name,
        latitude=opinion.latitude,
        longitude=opinion.longitude,
        country=place.country or opinion.country,
        precision=opinion.precision,
        rule=f"second opinion: Nominatim {host}",
    )


def _moved(event: Mention, text: str, told: Mapping[tuple[int, int], tuple[PlaceMention, PlaceMention]]) -> Mention:
    """The event at the place that is known now: beside it, where the words say "near" or "20 km north of"."""
    before, after = told.get(event.evidence.get("place", (-1, -1)), (None, None))
    if before is None or after is None or event.latitude is not None or event.place_text != before.text:
        return event
    why = event.rules.get("place", "").removesuffix(f" ({before.rule})")
    at = placed(text, after, why)
    return dataclasses.replace(
        event,
        place=at.place,
        latitude=at.latitude,
        longitude=at.longitude,
        country=event.country or at.country,
        place_precision=at.place_precision,
        rules={**event.rules, "place": at.rule},
    )
