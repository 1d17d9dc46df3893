"""Time expressions of a text, with the days they may mean."""

import calendar
import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from extractors.dates.spans import COUNTS, MONTHS, PATTERN, WEEKDAYS
from schemas.mention import DateMention

Day = datetime.date
_FUTURE = re.compile(
    r"\b(will|would|due|planned|plans|scheduled|set|until|by|next|expected|to be|are to|is to)\b[^.]*$"
)
_LEFT = 60  # characters to the left in which a cue of the future is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What an expression means: TIMEX3 type and value, EDTF, the interval (None: not known), and the ground."""

    value: str
    edtf: str | None = None
    start: Day | None = None
    end: Day | None = None
    type: str = "DATE"
    basis: str = "relative"
    day_known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a reader may look at besides the words: the publication day and whether the clause looks ahead."""

    published: Day | None
    ahead: bool


Reader = Callable[[str, Context], Value]


def find_dates(text: str, published: Day | None = None) -> tuple[DateMention, ...]:
    """All time expressions, in order, none inside another; without a publication day, relative ones have no days.

    >>> find_dates("It began on 27 February 2016.")[0].edtf
    '2016-02-27'
    """
    found = []
    for match in PATTERN.finditer(text):
        rule = str(match.lastgroup)
        start, end = _trimmed(match)
        left = text[max(0, match.start() - _LEFT) : match.start()]
        context = Context(published=published, ahead=bool(_FUTURE.search(left)))
        try:
            value = READERS[rule](text[start:end], context)
        except (ValueError, OverflowError):
            continue  # no such day: 31 April is not a date
        found.append(_mention(text, start, end, rule, value))
    return tuple(found)


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    lead = re.match(r"on |for |For ", match.group())
    return match.start() + (lead.end() if lead else 0), match.end()


def _mention(text: str, start: int, end: int, rule: str, value: Value) -> DateMention:
    known = value.start is not None and value.end is not None
    return DateMention(
        start=start,
        end=end,
        text=text[start:end],
        type=value.type,
        value=value.value,
        edtf=value.edtf,
        date_start=value.start,
        date_end=value.end,
        precision=precision_of(value.start, value.end) if known else ("day" if value.day_known else "unknown"),
        basis=value.basis if known or value.edtf else "unknown",
        rule=f"dates: {rule}",
    )


def precision_of(start: Day | None, end: Day | None) -> str:
    """The precision code of an interval of days, both ends included."""
    if start is None or end is None:
        return "unknown"
    days = (end - start).days + 1
    for code, most in (("day", 1), ("days", 7), ("month", 31), ("year", 366)):
        if days <= most:
            return code
    return "longer"


def interval(start: Day, end: Day, *, value: str = "", basis: str = "relative") -> Value:
    """A value whose days are known."""
    edtf = start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
    return Value(value=value or edtf, edtf=edtf, start=start, end=end, basis=basis)


def month_of(year: int, month: int, *, basis: str) -> Value:
    """A whole month."""
    name = f"{year:04d}-{month:02d}"
    start, end = Day(year, month, 1), Day(year, month, calendar.monthrange(year, month)[1])
    return Value(value=name, edtf=name, start=start, end=end, basis=basis)


def year_of(year: int) -> Value:
    """A whole year, written out."""
    return Value(value=f"{year}", edtf=f"{year}", start=Day(year, 1, 1), end=Day(year, 12, 31), basis="explicit")


def _parts(text: str) -> tuple[list[int], int | None, int | None]:
    """Days of a month, month and year that an expression names."""
    words = re.findall(r"[A-Za-z]+|\d+", text)
    month = next((MONTHS[w.lower()] for w in words if w.lower() in MONTHS), None)
    numbers = [int(w) for w in words if w.isdigit()]
    year = next((n for n in numbers if n > 31), None)
    return [n for n in numbers if n <= 31], month, year


def _read_iso(text: str, _: Context) -> Value:
    day = Day.fromisoformat(text)
    return interval(day, day, basis="explicit")


def _read_full_day(text: str, _: Context) -> Value:
    days, month, year = _parts(text)
    day = Day(year or 0, month or 0, days[0])
    return interval(day, day, basis="explicit")


def _read_range(text: str, context: Context) -> Value:
    days, month, year = _parts(text)
    if year:
        return interval(Day(year, month or 0, days[0]), Day(year, month or 0, days[1]), basis="explicit")
    if context.published is None:
        return Value(value=f"XXXX-{month:02d}-{days[0]:02d}", edtf=None)
    near = _nearest(month or 0, days[0], context)
    return interval(near, near.replace(day=days[1]))


def _nearest(month: int, day: int, context: Context) -> Day:
    """The year's choice for a day without one: the last such day, unless the clause looks ahead or it is near."""
    published = context.published or Day(1, 1, 1)
    choices = [
        Day(year, month, day) for year in range(published.year - 1, published.year + 2) if _exists(year, month, day)
    ]
    if context.ahead:
        return next(choice for choice in choices if choice >= published)
    limit = published + datetime.timedelta(days=1)
    return max(choice for choice in choices if choice <= limit)


def _exists(year: int, month: int, day: int) -> bool:
    return day <= calendar.monthrange(year, month)[1]


def _read_month_day(text: str, context: Context) -> Value:
    days, month, _ = _parts(text)
    Day(2000, month or 0, days[0])  # 31 April raises
    if context.published is None:
        name = f"XXXX-{month:02d}-{days[0]:02d}"
        return Value(value=name, edtf=name, basis="unknown", day_known=True)
    day = _nearest(month or 0, days[0], context)
    return interval(day, day)


def _read_month_year(text: str, _: Context) -> Value:
    month, year = _parts(text)[1:]
    whole = month_of(year or 0, month or 0, basis="explicit")
    return _edge(text, whole)


def _edge(text: str, whole: Value) -> Value:
    """A third of a month: early, mid or late."""
    word = text[:5].lower()
    if whole.start is None or whole.end is None or not word.startswith(("early", "late", "mid")):
        return whole
    first, last = (1, 10) if word.startswith("early") else (11, 20) if word.startswith("mid") else (21, whole.end.day)
    part = interval(whole.start.replace(day=first), whole.start.replace(day=last), basis=whole.basis)
    return Value(value=whole.value, edtf=part.edtf, start=part.start, end=part.end, basis=whole.basis)


def _read_month(text: str, context: Context) -> Value:
    month = _parts(text)[1]
    if context.published is None:
        return Value(value=f"XXXX-{month:02d}", edtf=f"XXXX-{month:02d}", basis="unknown")
    published = context.published
    year = published.year if (month or 0) <= published.month else published.year - 1
    if context.ahead and (month or 0) != published.month:
        year = published.year if (month or 0) > published.month else published.year + 1
    if re.match("[Ll]ast", text) and month == published.month:
        year = published.year - 1
    return _edge(text, month_of(year, month or 0, basis="relative"))


def _read_weekday(text: str, context: Context) -> Value:
    number = next(WEEKDAYS[w] for w in text.lower().split() if w in WEEKDAYS)
    if context.published is None:
        return Value(value="XXXX-WXX-" + str(number + 1))
    back = (context.published.weekday() - number) % 7
    if re.match("[Ll]ast", text):
        back = back or 7
    if re.match("[Nn]ext", text) or (context.ahead and back):
        back -= 7
    day = context.published - datetime.timedelta(days=back)
    return interval(day, day)


def _read_deictic(text: str, context: Context) -> Value:
    word = text.lower()
    if context.published is None:
        return Value(value="PRESENT_REF")
    day, one = context.published, datetime.timedelta(days=1)
    if word == "overnight":
        return interval(day - one, day)
    if word in {"yesterday", "last night"}:
        return interval(day - one, day - one)
    if word == "tomorrow":
        return interval(day + one, day + one)
    return interval(day, day)


def _read_ago(text: str, context: Context) -> Value:
    words = text.lower().replace("-", " ").split()
    unit = next(
        w.rstrip("s") for w in words if w.rstrip("s") in ("day", "week", "month", "year", "decade", "hour", "minute")
    )
    count = next((int(w) if w.isdigit() else COUNTS[w] for w in words if w.isdigit() or w in COUNTS), 0)
    if context.published is None or not count or words[-1] != "ago":
        return Value(value=f"P{count or 'X'}{unit[0].upper()}", type="DATE" if words[-1] == "ago" else "DURATION")
    if unit == "day":
        day = context.published - datetime.timedelta(days=count)
        return interval(day, day)
    if unit in {"hour", "minute"}:
        return interval(context.published, context.published)
    if unit == "week":
        return _week(context.published - datetime.timedelta(weeks=count))
    return _back(context.published, unit, count)


def _back(published: Day, unit: str, count: int) -> Value:
    if unit == "month":
        total = published.year * 12 + published.month - 1 - count
        return month_of(total // 12, total % 12 + 1, basis="relative")
    year = year_of(published.year - count * (10 if unit == "decade" else 1))
    return Value(value=year.value, edtf=year.edtf, start=year.start, end=year.end)


def _week(day: Day) -> Value:
    monday = day - datetime.timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return interval(monday, monday + datetime.timedelta(days=6), value=f"{year}-W{week:02d}")


def _read_unit(text: str, context: Context) -> Value:
    words = text.lower().split()
    step = -1 if {"last", "previous", "past"} & set(words) else 1 if {"next", "following"} & set(words) else 0
    if context.published is None:
        return Value(value={-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step])
    if words[0] == "the":
        return Value(value="PAST_REF")
    return _shifted(context.published, words[-1], step)


def _shifted(published: Day, unit: str, step: int) -> Value:
    if unit == "day":
        day = published + datetime.timedelta(days=step)
        return interval(day, day)
    if unit == "week":
        return _week(published + datetime.timedelta(weeks=step))
    if unit == "weekend":
        saturday = published - datetime.timedelta(days=(published.weekday() - 5) % 7 or 7 * (step < 0))
        return interval(saturday, saturday + datetime.timedelta(days=1))
    return _back(published, unit, -step)


def _read_decade(text: str, _: Context) -> Value:
    digits = re.search(r"\d{4}", text)
    if digits:
        year = int(digits.group())
        name = digits.group()[:3]
        return Value(value=name, edtf=f"{name}X", start=Day(year, 1, 1), end=Day(year + 9, 12, 31), basis="explicit")
    name = {"eig": "17", "nin": "18", "twe": "19"}[text[4:7]]
    return Value(
        value=name,
        edtf=f"{name}XX",
        start=Day(int(name) * 100, 1, 1),
        end=Day(int(name) * 100 + 99, 12, 31),
        basis="explicit",
    )


def _read_duration(text: str, _: Context) -> Value:
    words = re.findall(r"[a-z]+|\d+", text.lower())
    unit = words[-1].rstrip("s")
    count = next((w if w.isdigit() else str(COUNTS[w]) for w in words if w.isdigit() or w in COUNTS), "X")
    mark = "T" if unit in {"hour", "minute"} else ""
    return Value(
        value=f"P{mark}{count if count != '0' else 'X'}{unit[:2].upper() if unit == 'decade' else unit[0].upper()}",
        type="DURATION",
    )


def _read_set(text: str, _: Context) -> Value:
    unit = text.lower().split()[-1]
    day = (
        f"XXXX-WXX-{WEEKDAYS[unit] + 1}"
        if unit in WEEKDAYS
        else "P1" + {"daily": "D", "weekly": "W"}.get(unit, unit[0].upper())
    )
    return Value(value=day, type="SET")


def _read_year(text: str, _: Context) -> Value:
    return year_of(int(text))


def _read_reference(text: str, _: Context) -> Value:
    word = text.lower()
    if word.startswith(("in the coming", "in the near")):
        return Value(value="FUTURE_REF")
    return Value(value="PAST_REF" if word == "recently" else "PRESENT_REF")


READERS: dict[str, Reader] = {
    "iso": _read_iso,
    "range_days": _read_range,
    "full_day": _read_full_day,
    "month_year": _read_month_year,
    "month_day": _read_month_day,
    "weekday": _read_weekday,
    "deictic": _read_deictic,
    "ago": _read_ago,
    "unit": _read_unit,
    "unit_month": _read_month,
    "decade": _read_decade,
    "edge_month": _read_month,
    "duration": _read_duration,
    "set": _read_set,
    "month": _read_month,
    "year": _read_year,
    "reference": _read_reference,
}
