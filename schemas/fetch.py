"""Sources and what is remembered of asking them."""

import datetime
from dataclasses import dataclass

Moment = datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchRecord:
    """What the last answer of one address left: validators for the next request, and when that may come."""

    url: str
    status: int | None
    etag: str | None
    last_modified: str | None
    failure_count: int
    detail: str | None
    fetched_at: Moment
    next_attempt_at: Moment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """One reading of one source."""

    source_name: str
    polled_at: Moment
    is_success: bool
    is_unmodified: bool = False
    item_count: int = 0
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSource:
    """One entry of the list of sources.

    `rate` is the least number of seconds between two requests to its host; `kind` is feed, sitemap or page, or None
    where that is found out; `schedule` says how often it is worth reading; `trust` is a weight from 0 to 1.
    """

    name: str
    url: str
    outlet: str | None = None
    country: str | None = None
    language: str | None = None
    kind: str | None = None
    schedule: str | None = None
    licence: str | None = None
    rate: float | None = None
    trust: float | None = None
    allow_private: bool = False
    columns: tuple[tuple[str, str], ...] = ()

    def row(self) -> dict[str, object]:
        """The row of `source_list`, without the moment at which it was recorded."""
        told = ("outlet", "country", "language", "url", "kind", "schedule", "licence", "trust")
        return {"source_name": self.name} | {name: getattr(self, name) for name in told}
