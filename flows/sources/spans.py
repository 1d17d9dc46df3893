"""Spans of days, and sources that have an address for each day."""

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from schemas.errors import ConfigurationError

DATED = re.compile(r"\{(?:date|year|month|day)\}")
MAX_DAYS = 40_000
Day = datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days of publication from `since` to `until`, both included; None: no bound.

    Raises:
        ConfigurationError: it ends before it begins.
    """

    since: Day | None = None
    until: Day | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise ConfigurationError(f"the span ends on {self.until}, before it begins on {self.since}")

    def holds(self, day: Day | None) -> bool:
        """Whether the day lies in the span; a day that is not known may."""
        return day is None or ((self.since or day) <= day <= (self.until or day))

    def may_reach(self, changed: Day | None) -> bool:
        """Whether what was last changed on this day may hold something of the span."""
        return changed is None or self.since is None or changed >= self.since


def is_dated(name: str) -> bool:
    """Whether a source has a part for each day or month.

    >>> is_dated("https://herald.example/{year}/{month}.xml")
    True
    """
    return bool(DATED.search(name))


def dated_parts(pattern: str, span: Span) -> Iterator[tuple[str, Day]]:
    """Each part of a dated source in the span, once, and the last day that it is for.

    Raises:
        ConfigurationError: the span has no bounds.
    """
    if span.since is None or span.until is None:
        raise ConfigurationError(f"{pattern}: a dated source is read with --since and --until")
    if (span.until - span.since).days > MAX_DAYS:
        raise ConfigurationError(f"{pattern}: a span of more than {MAX_DAYS:,} days")
    last = ""
    for number in range((span.until - span.since).days + 1):
        day = span.since + datetime.timedelta(days=number)
        part = _part(pattern, day)
        if part != last:
            last = part
            yield part, _end(pattern, day)


def _part(pattern: str, day: Day) -> str:
    told = {"date": day.isoformat(), "year": f"{day:%Y}", "month": f"{day:%m}", "day": f"{day:%d}"}
    return DATED.sub(lambda found: told[found.group()[1:-1]], pattern)


def _end(pattern: str, day: Day) -> Day:
    if "{date}" in pattern or "{day}" in pattern:
        return day
    month = day.month if "{month}" in pattern else 12
    return Day(day.year, month, calendar.monthrange(day.year, month)[1])
