"""The date of an event, as the codebook writes it."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """The codebook's date fields, the rule that chose them, and the span of the words (None: none)."""

    date_start: datetime.date | None = None
    date_end: datetime.date | None = None
    date_edtf: str | None = None
    date_precision: str = "unknown"
    date_basis: str = "unknown"
    rule: str = "no ground for a date"
    span: tuple[int, int] | None = None


def published_on(day: datetime.date, why: str) -> EventDate:
    """The publication day, and why it is the event's."""
    return EventDate(
        date_start=day,
        date_end=day,
        date_edtf=day.isoformat(),
        date_precision="day",
        date_basis="publication",
        rule=why,
    )
