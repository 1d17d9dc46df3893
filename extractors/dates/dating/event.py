"""The date of an event: which of the text's time expressions dates it, or none."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.dates.dating.background import is_background, is_since
from extractors.dates.dating.event_date import EventDate, published_on
from extractors.dates.dating.governance import Reach, reach_of
from extractors.dates.dating.inherited import (
    in_dateline,
    is_history,
    is_old_result,
    is_other_headline,
    lead_day,
    told_just_before,
)
from extractors.dates.dating.reckoned import RECKONED, reckoned_from_another, within_a_stretch
from extractors.dates.dating.sides import is_told_ahead, runs_from, step_back
from extractors.dates.dating.surface import reach_on_surface
from extractors.dates.days import precision_of
from extractors.dates.spread import days_running, edtf_between, spread
from extractors.language.parse import Parse
from schemas.mention import DateMention

__all__ = ["EventDate", "date_event"]
ONE = datetime.timedelta(days=1)
_VAGUE = frozenset({"dates: last few", "dates: recent units"})  # in the first two weeks, in the following months
_OLD = 31 * ONE
_UNDER = re.compile(r"\b[Uu]nder (?:a|an|the)\s$")  # under a 2018 deal they set up twelve posts
_DEADLINE = re.compile(r"\b(?:until|till|before|by)\s(?:the\s)?$")


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
    new_scene: bool = False,
) -> EventDate:
    """The date of the event whose words stand at `trigger`; `token` is their head in `parse`, if there is one.

    The expression that governs its verb, by the parse or by the clause words between them; else the day carried over
    from the sentence before, for the same episode; else the publication day for what is told as done or under way;
    else none. `speech` marks acts of speaking: they belong to the news itself and carry no day on.
    `new_scene` says that the sentence leads to a place not told of before: the days of other places do not date it.
    """
    inside = [d for d in dates if sentence[0] <= d.start < sentence[1]]
    head = _head_of(trigger, parse) if token is None and parse is not None else token
    case = _Case(inside, text, sentence, trigger, status, published, parse, head, speech)
    told = [date for date in inside if not in_dateline(text, date)]
    chosen = reckoned_from_another(told, text, trigger, carried) or _chosen(case)
    if chosen is None and status == "planned":
        chosen = within_a_stretch(inside, text, published)
    if chosen:
        return chosen
    if status in {"planned", "negated", "unconfirmed"}:
        return EventDate()
    past = is_history(dates, published)
    if status == "ongoing" and not past:
        return published_on(published, "under way at publication") if published else EventDate()
    before = carried is not None and carried.span is not None and carried.span[1] <= sentence[0]
    handed = None if new_scene and before and not past else carried
    return _undated(case, handed, dates, own_news=own_news and not past, lead=not new_scene)


def _head_of(trigger: tuple[int, int], parse: Parse) -> int | None:
    """The word that carries the event where nobody says it: the last verb of its words, else the last noun."""
    inside = [at for at, word in enumerate(parse.tokens) if trigger[0] <= word.start < trigger[1]]
    verbs = [at for at in inside if parse.tokens[at].pos == "VERB"]
    nouns = [at for at in inside if parse.tokens[at].pos in {"NOUN", "PROPN"}]
    return next(iter((verbs or nouns or inside)[-1:]), None)


def _undated(
    case: _Case, carried: EventDate | None, all_dates: Sequence[DateMention], *, own_news: bool, lead: bool
) -> EventDate:
    """What is told as done without a date of its own."""
    told = told_just_before(case.text, case.sentence[0], all_dates, speech=case.speech)
    if told:
        return _from(case, told, Reach(4)) or EventDate()
    if _is_of_another_time(case):
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
    behind = behind or _is_beside_another_time(case)
    behind = behind or is_old_result(case.token, case.parse, case.text, case.sentence[0])
    if behind or is_other_headline(case.text, case.sentence) or not (own_news and case.published):
        return EventDate(rule="background without a date") if behind else EventDate()
    asked = lead and not case.speech
    first = lead_day(case.text, case.sentence[0], case.trigger[0], all_dates, case.published) if asked else None
    dated = _from(case, first, Reach(4)) if first else None
    if first and dated:
        return replace(dated, rule=f"the day of the lead ({first.rule})")
    return published_on(case.published, "the article's own news")


def _is_of_another_time(case: _Case) -> bool:
    """What has gone on since then, was done in the first two weeks, or under a 2018 deal."""
    if case.parse is not None and case.token is not None and is_since(case.token, case.parse):
        return True
    before = [date for date in case.dates if date.end <= case.trigger[0]]
    if any(date.rule in _VAGUE and date.date_start is None for date in before):
        return True
    return not case.speech and any(_UNDER.search(case.text, case.sentence[0], date.start) for date in before)


def _is_clause_beside(case: _Case) -> bool:
    """Whether the event stands in a clause beside that of its sentence: after the plane was shot down."""
    tokens = case.parse.tokens if case.parse is not None else ()
    return case.token is not None and bool(tokens) and tokens[case.token].relation.startswith(("advcl", "acl"))


def _is_beside_another_time(case: _Case) -> bool:
    """Whether what its sentence dates lies well behind publication: then its other clauses are no news of today."""
    ends = [d.date_end for d in case.dates if _usable(case, d) and d.date_start and d.date_end]
    old = case.published and ends and all(case.published - end > _OLD for end in ends)
    return bool(old) and not case.speech and _is_clause_beside(case)


def _chosen(case: _Case) -> EventDate | None:
    ranked = []
    for date in case.dates:
        reach = _reach(case, date) if _usable(case, date) else None
        if (
            reach and not _is_answered(case, date) and (case.published or reach.rank < 4)
        ):  # without a publication day nothing checks a weak link
            ranked.append((reach.rank, _distance(date, case.trigger), date, reach))
    for _, _, date, reach in sorted(ranked, key=lambda entry: entry[:2]):
        dated = _from(case, date, reach)
        if dated and not _is_past_plan(case, date, dated, reach):
            return dated
    return None


def _is_answered(case: _Case, date: DateMention) -> bool:
    """Whether a date is of what others did before: "soldiers came last week, but the ministry denied it"."""
    if not case.speech or case.parse is None or case.token is None:
        return False
    tokens = case.parse.tokens
    subjects = [token for token in tokens if token.head == case.token and token.relation.startswith("nsubj")]
    joined = tokens[case.token].relation.startswith("conj")
    return joined and any(date.end <= subject.start for subject in subjects)


def _is_past_plan(case: _Case, date: DateMention, dated: EventDate, reach: Reach) -> bool:
    """Promised on Monday to free them: a plan is not dated by what lies behind, which dates the promise."""
    if case.status != "planned" or date.start > case.trigger[0]:
        return False
    return dated.date_end < case.published if dated.date_end and case.published else reach.rank > 1


def _usable(case: _Case, date: DateMention) -> bool:
    """Days or a day without its year; a stretch only where it leads up to the publication day."""
    if not date.edtf or date.type == "SET" or (date.type == "DURATION" and date.date_end != case.published):
        return False
    deadline = case.speech and _DEADLINE.search(case.text, max(0, date.start - 12), date.start)
    return not in_dateline(case.text, date) and not deadline  # "gave them until Friday": it was said before


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
        edtf = edtf_between(start, end)
    gone = case.status == "planned" and start and end and case.published and end < case.published
    if gone and start and end:
        if runs_from(case.text, date):
            start, end, how = start + 7 * ONE, end + 7 * ONE, "the next such day, as it is planned"
            edtf = edtf_between(start, end)
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


def _same_episode(case: _Case, carried: EventDate, *, history: bool) -> bool:
    if carried.date_basis not in {"relative", "explicit"} or not carried.span or not carried.date_start:
        return False
    dated = carried.span[1] <= case.sentence[0] and any(_usable(case, d) and d.date_start for d in case.dates)
    if dated or carried.rule.startswith(RECKONED):
        return False  # this sentence has a date of its own, or the one before tells of another time
    if case.published and carried.date_start > case.published:
        return False  # a strike called for Monday says nothing of when an inquiry was ordered
    near = "\n" not in case.text[carried.span[1] : case.sentence[0]]
    if history:
        return near
    # They came on 15 August after he fled.
    here = carried.span[0] >= case.sentence[0] and carried.date_precision == "day"
    recent = here or not case.published or (case.published - carried.date_start).days <= 10
    told = carried.date_basis == "relative" or (here and _is_clause_beside(case))
    return near and told and recent
