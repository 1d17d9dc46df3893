"""The date of an event: which of the text's time expressions dates it, or none."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.dates.background import is_background, is_since
from extractors.dates.days import precision_of
from extractors.dates.governance import Reach, reach_of
from extractors.dates.inherited import in_dateline, is_history, is_other_headline, lead_day, told_just_before
from extractors.dates.sides import is_told_ahead, runs_from, step_back
from extractors.dates.spread import days_running, end_of_stretch, offset_from, spread
from extractors.dates.surface import reach_on_surface
from extractors.language.parse import Parse
from schemas.mention import DateMention

ONE = datetime.timedelta(days=1)


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


@dataclass(frozen=True, slots=True)
class _Case:
    """One event to be dated, and what is known around it."""

    dates: Sequence[DateMention]
    text: str
    sentence: tuple[int, int]
    trigger: tuple[int, int]
    status: str
    published: datetime.date | None
    parse: Parse | None
    token: int | None
    speech: bool


def date_event(  # noqa: PLR0913  # the keywords are facts that its callers hold apart
    dates: Sequence[DateMention],
    *,
    text: str,
    sentence: tuple[int, int],
    trigger: tuple[int, int],
    status: str,
    published: datetime.date | None,
    carried: EventDate | None = None,
    own_news: bool = True,
    parse: Parse | None = None,
    token: int | None = None,
    speech: bool = False,
) -> EventDate:
    """The date of the event whose words stand at `trigger`; `token` is their head in `parse`, if there is one.

    The expression that governs its verb, by the parse or by the clause words between them; else the day carried over
    from the sentence before, for the same episode; else the publication day for what is told as done or under way;
    else none. `speech` marks acts of speaking: they belong to the news itself and carry no day on.
    """
    inside = [d for d in dates if sentence[0] <= d.start < sentence[1]]
    head = _head_of(trigger, parse) if token is None and parse is not None else token
    case = _Case(inside, text, sentence, trigger, status, published, parse, head, speech)
    chosen = _offset(case) or _chosen(case)
    if chosen is None and status == "planned":
        chosen = _within(case)
    if chosen:
        return chosen
    if status in {"planned", "negated", "unconfirmed"}:
        return EventDate()
    past = is_history(dates, published)
    if status == "ongoing" and not past:
        return _published(published, "under way at publication") if published else EventDate()
    return _undated(case, carried, dates, own_news=own_news and not past)


def _head_of(trigger: tuple[int, int], parse: Parse) -> int | None:
    """The word that carries the event where nobody says it: the last verb of its words, else the last noun."""
    inside = [at for at, word in enumerate(parse.tokens) if trigger[0] <= word.start < trigger[1]]
    verbs = [at for at in inside if parse.tokens[at].pos == "VERB"]
    nouns = [at for at in inside if parse.tokens[at].pos in {"NOUN", "PROPN"}]
    return next(iter((verbs or nouns or inside)[-1:]), None)


def _undated(case: _Case, carried: EventDate | None, all_dates: Sequence[DateMention], *, own_news: bool) -> EventDate:
    """What is told as done without a date of its own."""
    told = told_just_before(case.text, case.sentence[0], all_dates, speech=case.speech)
    if told:
        return _from(case, told, Reach(4)) or EventDate()
    if case.parse is not None and case.token is not None and is_since(case.token, case.parse):
        return EventDate(rule="background without a date")
    behind = case.parse is not None and case.token is not None and is_background(case.token, case.parse, case.text)
    if (
        not behind
        and not case.speech
        and case.published
        and carried
        and _same_episode(case, carried, history=not own_news)
    ):
        return replace(carried, rule="carried over from the sentence before")
    if behind or is_other_headline(case.text, case.sentence) or not (own_news and case.published):
        return EventDate(rule="background without a date") if behind else EventDate()
    lead = None if case.speech else lead_day(case.text, case.sentence[0], case.trigger[0], all_dates, case.published)
    dated = _from(case, lead, Reach(4)) if lead else None
    if lead and dated:
        return replace(dated, rule=f"the day of the lead ({lead.rule})")
    return _published(case.published, "the article's own news")


def _chosen(case: _Case) -> EventDate | None:
    ranked = []
    for date in case.dates:
        reach = _reach(case, date) if _usable(case, date) else None
        if reach and (case.published or reach.rank < 4):  # without a publication day nothing checks a weak link
            ranked.append((reach.rank, _distance(date, case.trigger), date, reach))
    for _, _, date, reach in sorted(ranked, key=lambda entry: entry[:2]):
        dated = _from(case, date, reach)
        if dated:
            return dated
    return None


def _usable(case: _Case, date: DateMention) -> bool:
    """Days or a day without its year; a stretch only where it leads up to the publication day."""
    if not date.edtf or date.type == "SET" or (date.type == "DURATION" and date.date_end != case.published):
        return False
    return not in_dateline(case.text, date)


def _reach(case: _Case, date: DateMention) -> Reach | None:
    span = (date.start, date.end)
    if case.parse is not None and case.token is not None:
        return reach_of(span, case.token, case.parse, speech=case.speech)
    return reach_on_surface(case.text, span, case.trigger, case.sentence[0])


def _distance(date: DateMention, trigger: tuple[int, int]) -> int:
    return max(date.start - trigger[1], trigger[0] - date.end, 0)


def _from(case: _Case, date: DateMention, reach: Reach) -> EventDate | None:
    """The event's date as the expression gives it; None where it cannot be (done, and yet to come)."""
    running = days_running(case.text, case.sentence) if case.status == "ongoing" else 0
    start, end, edtf, how = spread(
        case.text, date, case.dates, case.published, case.status, since=reach.since, running=running
    )
    late = case.published and start and start > case.published
    if late and case.status in {"occurred", "ongoing"} and start and end:
        back = step_back(date, start)
        if reach.rank <= 1 and is_told_ahead(case.text, case.sentence[0], date):
            return EventDate(rule=f"its date lies ahead ({date.rule})", span=(date.start, date.end))
        if date.basis != "relative" or not back or not case.published or start - back > case.published:
            return None
        start, end, how = start - back, end - back, "the last such day, as it is told as done"
        edtf = start.isoformat() if start == end else f"{start}/{end}"
    gone = case.status == "planned" and start and end and case.published and end < case.published
    if gone and start and end:
        if runs_from(case.text, date):
            start, end, how = start + 7 * ONE, end + 7 * ONE, "the next such day, as it is planned"
            edtf = start.isoformat() if start == end else f"{start}/{end}"
        elif reach.rank:
            return None  # "agreed on Wednesday to the withdrawal": the day of the deal
    return EventDate(
        date_start=start,
        date_end=end,
        date_edtf=edtf,
        date_precision=precision_of(start, end) if start and end else "longer" if start else date.precision,
        date_basis=date.basis,
        rule=f"{('governs', 'governs', 'same clause', 'same sentence', 'same sentence')[min(reach.rank, 4)]}: {how}"
        f" ({date.rule})",
        span=(date.start, date.end),
    )


def _offset(case: _Case) -> EventDate | None:
    """Three days after militants seized the town: the seizure lies three days before what the sentence dates."""
    found = offset_from(case.text, case.dates, case.trigger)
    if found is None:
        return None
    day, mention = found
    return EventDate(
        date_start=day,
        date_end=day,
        date_edtf=day.isoformat(),
        date_precision="day",
        date_basis="relative",
        rule=f"reckoned from the sentence's date ({mention.rule})",
        span=(mention.start, mention.end),
    )


def _within(case: _Case) -> EventDate | None:
    """Planned within three weeks: from the publication day on."""
    if case.published is None:
        return None
    for date in case.dates:
        end = end_of_stretch(case.text, date, case.published)
        if end is not None:
            return EventDate(
                date_start=case.published,
                date_end=end,
                date_edtf=f"{case.published}/{end}",
                date_precision=precision_of(case.published, end),
                date_basis="relative",
                rule=f"planned within a stretch ({date.rule})",
                span=(date.start, date.end),
            )
    return None


def _same_episode(case: _Case, carried: EventDate, *, history: bool) -> bool:
    if carried.date_basis not in {"relative", "explicit"} or not carried.span or not carried.date_start:
        return False
    near = "\n" not in case.text[carried.span[1] : case.sentence[0]]
    if history:
        return near
    recent = not case.published or (case.published - carried.date_start).days <= 10
    return near and carried.date_basis == "relative" and recent


def _published(day: datetime.date, why: str) -> EventDate:
    return EventDate(
        date_start=day,
        date_end=day,
        date_edtf=day.isoformat(),
        date_precision="day",
        date_basis="publication",
        rule=why,
    )
