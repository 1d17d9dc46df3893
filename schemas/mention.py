"""What was read in an article: mentions of dates, places, actors and events, each with its span.

`start` and `end` are half-open offsets in Unicode code points into the article's stored text.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from schemas.article import Article
from schemas.errors import CodingError
from schemas.vocabulary import check_code

PUBLICATION_BASES = ("given", "dateline", "page", "address", "none")
DATE_TYPES = ("DATE", "TIME", "DURATION", "SET")
Day = datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """One time expression: TIMEX3 `type` and `value`, EDTF, first and last possible day (None: not known)."""

    start: int
    end: int
    text: str
    type: str
    value: str
    edtf: str | None
    date_start: Day | None
    date_end: Day | None
    precision: str
    basis: str
    rule: str

    def __post_init__(self) -> None:
        check_code("date_precisions", self.precision)
        check_code("date_bases", self.basis)
        if self.type not in DATE_TYPES:
            raise CodingError(f"unknown TIMEX3 type: {self.type!r}")
        _check_days(self.date_start, self.date_end)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """One name of a place; `country` is ISO 3166-1 alpha-2, coordinates are WGS84 degrees.

    `gazetteer` is the version of the gazetteer that the name was looked up in.
    `margin` is by how much the chosen place led over the next of its name that lies elsewhere (None: no other): low
    ones are worth a look.
    """

    start: int
    end: int
    text: str
    kind: str
    name: str
    latitude: float | None
    longitude: float | None
    country: str | None
    admin1: str | None
    geonameid: int | None
    precision: str
    rule: str
    gazetteer: str | None = None
    margin: float | None = None

    def __post_init__(self) -> None:
        check_code("place_kinds", self.kind)
        check_code("place_precisions", self.precision)
        _check_point(self.latitude, self.longitude)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who acts or is acted on; `country` is ISO 3166-1 alpha-3, `sector` a PLOVER sector."""

    name: str
    text: str
    country: str | None = None
    sector: str | None = None

    def __post_init__(self) -> None:
        if self.sector is not None:
            check_code("sectors", self.sector)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """One mention of an actor in the text."""

    start: int
    end: int
    party: Party
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One coded event as one article tells it, in the codebook's words.

    `acled`, `plover_type`, `plover_mode` and `cameo` are codes finer than those of the kind, None where there are none.
    `rules` names, for each group of fields, the rule that gave it ("kind", "status", "date", ...).
    `evidence` holds the spans that a field was read from, by field name.

    Raises:
        CodingError: a code is unknown, or days, counts, spans or coordinates cannot be.
    """

    kind: str
    status: str
    quote: str
    quote_start: int
    quote_end: int
    trigger_start: int
    trigger_end: int
    claimed_by: str | None = None
    date_start: Day | None = None
    date_end: Day | None = None
    date_edtf: str | None = None
    date_precision: str = "unknown"
    date_basis: str = "unknown"
    place: str | None = None
    place_text: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    admin1: str | None = None
    geonameid: int | None = None
    place_precision: str = "unknown"
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    about: tuple[Party, ...] = ()
    deaths_low: int | None = None
    deaths_high: int | None = None
    injured_low: int | None = None
    injured_high: int | None = None
    confidence: float = 0.5
    acled: str | None = None
    plover_type: str | None = None
    plover_mode: str | None = None
    cameo: str | None = None
    rules: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_code("kinds", self.kind)
        check_code("statuses", self.status)
        check_code("date_precisions", self.date_precision)
        check_code("date_bases", self.date_basis)
        check_code("place_precisions", self.place_precision)
        _check_days(self.date_start, self.date_end)
        _check_point(self.latitude, self.longitude)
        _check_counts(self.deaths_low, self.deaths_high)
        _check_counts(self.injured_low, self.injured_high)
        if not self.quote_start <= self.trigger_start < self.trigger_end <= self.quote_end:
            raise CodingError("the words that carry an event stand inside its quote")
        if len(self.quote) != self.quote_end - self.quote_start:
            raise CodingError("a quote is exactly its slice of the text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The day that "today" means in an article, where it was read, and what contradicts it.

    `basis` is `given`, `dateline`, `page`, `address` or `none`; the span is that of the words in the text, if any.
    """

    day: Day | None
    basis: str
    start: int | None = None
    end: int | None = None
    clashes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.basis not in PUBLICATION_BASES or (self.day is None) != (self.basis == "none"):
            raise CodingError(f"no such ground of a publication day: {self.basis!r} for {self.day}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedArticle:
    """An article with all that was read in it, each list in the order of the text."""

    article: Article
    publication: Publication | None = None
    dates: tuple[DateMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    events: tuple[Mention, ...] = ()


def _check_days(start: Day | None, end: Day | None) -> None:
    if start and end and start > end:
        raise CodingError(f"the first day {start} lies after the last day {end}")


def _check_point(latitude: float | None, longitude: float | None) -> None:
    if (latitude is None) != (longitude is None):
        raise CodingError("a point has a latitude and a longitude")
    if latitude is not None and longitude is not None and not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise CodingError(f"no such point: {latitude} {longitude}")


def _check_counts(low: int | None, high: int | None) -> None:
    if (low is not None and low < 0) or (high is not None and high < 0):
        raise CodingError("a count is not negative")
    if low is not None and high is not None and low > high:
        raise CodingError(f"a count from {low} to {high}")
