"""The date of an event: which of the text's time expressions dates it, or none."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.dates.days import precision_of
from schemas.mention import DateMention

_BREAK = re.compile(r"[;:]|\b(after|before|since|when|which|who|that|while|as|but)\b")
_OPEN = re.compile(r"\b(since)\s*$", re.IGNORECASE)


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


def date_event(
    dates: Sequence[DateMention],
    *,
    text: str,
    sentence: tuple[int, int],
    trigger: tuple[int, int],
    status: str,
    published: datetime.date | None,
    carried: EventDate | None = None,
    own_news: bool = True,
) -> EventDate:
    """The date of the event whose words stand at `trigger`.

    The nearest expression of its sentence, one in the same clause first; else the day carried over from the sentence
    before; else the publication day for what is told as done or under way; else none.
    """
    usable = [d for d in dates if sentence[0] <= d.start < sentence[1] and d.type in {"DATE", "TIME"} and d.edtf]
    usable = [d for d in usable if _possible(d, status, published)]
    if usable:
        chosen = min(usable, key=lambda d: _distance(text, d, trigger))
        return _from(chosen, text, published)
    if status in {"planned", "negated", "unconfirmed"}:
        return EventDate()
    if status == "ongoing" and published:
        return _published(published, "under way at publication")
    if carried and carried.date_basis == "relative" and carried.span and not _paragraph(text, carried.span, sentence):
        return _again(carried)
    if own_news and published:
        return _published(published, "the article's own news")
    return EventDate()


def _again(carried: EventDate) -> EventDate:
    return EventDate(
        date_start=carried.date_start,
        date_end=carried.date_end,
        date_edtf=carried.date_edtf,
        date_precision=carried.date_precision,
        date_basis=carried.date_basis,
        rule="carried over from the sentence before",
        span=carried.span,
    )


def _paragraph(text: str, span: tuple[int, int], sentence: tuple[int, int]) -> bool:
    return "\n" in text[span[1] : sentence[0]]


def _possible(date: DateMention, status: str, published: datetime.date | None) -> bool:
    """An event told as done does not lie after the publication day."""
    late = published and date.date_start and date.date_start > published
    return not (late and status in {"occurred", "ongoing"})


def _distance(text: str, date: DateMention, trigger: tuple[int, int]) -> tuple[int, int]:
    between = text[date.end : trigger[0]] if date.end <= trigger[0] else text[trigger[1] : date.start]
    return len(_BREAK.findall(between)), len(between)


def _from(date: DateMention, text: str, published: datetime.date | None) -> EventDate:
    start, end, edtf = date.date_start, date.date_end, date.edtf
    if _OPEN.search(text[max(0, date.start - 8) : date.start]) and start and published and start <= published:
        end, edtf = published, f"{edtf}/{published.isoformat()}" if edtf and "/" not in edtf else edtf
    return EventDate(
        date_start=start,
        date_end=end,
        date_edtf=edtf,
        date_precision=precision_of(start, end) if start and end else date.precision,
        date_basis=date.basis,
        rule=f"nearest in the sentence ({date.rule})",
        span=(date.start, date.end),
    )


def _published(day: datetime.date, why: str) -> EventDate:
    return EventDate(
        date_start=day,
        date_end=day,
        date_edtf=day.isoformat(),
        date_precision="day",
        date_basis="publication",
        rule=why,
    )
