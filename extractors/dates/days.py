"""Days, and the intervals of days that calendar words name: own arithmetic, the standard library only.

A `Time` is what an expression means. It is never narrower than the words: "2013" is a year, not a day in it.
"""

import calendar
import datetime
from dataclasses import dataclass, replace

Day = datetime.date
ONE = datetime.timedelta(days=1)
SEASONS = {"SP": (3, 21), "SU": (6, 22), "FA": (9, 23), "WI": (12, 24)}  # first month, EDTF code
_MONTHS_CUT = {  # months at which early, middle and late begin and end
    "quarter": (0, 1, 2, 3),
    "season": (0, 1, 2, 3),
    "half": (0, 2, 4, 6),
    "year": (0, 4, 8, 12),
    "decade": (0, 48, 84, 120),
    "century": (0, 396, 804, 1200),
}
STEPS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "season": 12, "decade": 120, "century": 1200}
MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Time:
    """What an expression means: TIMEX3 value and type, first and last day (None: not known), EDTF, grain and ground.

    `grain` is the calendar unit that the words name; it decides what "a year earlier" makes of it.
    `day_known` marks a day whose year is open (XXXX-02-27).
    """

    value: str
    start: Day | None = None
    end: Day | None = None
    edtf: str | None = None
    grain: str = "none"
    type: str = "DATE"
    basis: str = "relative"
    day_known: bool = False


def day_of(day: Day, basis: str = "relative") -> Time:
    """One day."""
    text = day.isoformat()
    return Time(text, day, day, text, "day", basis=basis)


def open_day(month: int, number: int) -> Time:
    """A day whose year is not known; ValueError where no year has it."""
    Day(2000, month, number)
    name = f"XXXX-{month:02d}-{number:02d}"
    return Time(name, edtf=name, grain="day", basis="explicit", day_known=True)


def open_shift(time: Time, count: int) -> Time:
    """So many days from a day without its year; no day where that depends on a leap year."""
    plain, leap = (Day(year, int(time.value[5:7]), int(time.value[8:10])) + count * ONE for year in (2001, 2000))
    if (plain.month, plain.day) != (leap.month, leap.day):
        return Time("XXXX-XX-XX", grain="day", basis="unknown")
    return replace(open_day(plain.month, plain.day), basis="relative")


def week_of(day: Day) -> Time:
    """Monday to Sunday around a day."""
    monday = day - day.weekday() * ONE
    return _interval(_week_name(day), monday, monday + 6 * ONE, "week")


def weekend_of(day: Day) -> Time:
    """Saturday and Sunday of the week of a day."""
    saturday = day + (5 - day.weekday()) * ONE
    return _interval(_week_name(day) + "-WE", saturday, saturday + ONE, "weekend")


def month_of(year: int, month: int, basis: str = "relative") -> Time:
    """A month."""
    name = f"{year:04d}-{month:02d}"
    return Time(name, Day(year, month, 1), _last_of(year, month), name, "month", basis=basis)


def quarter_of(year: int, quarter: int, basis: str = "relative") -> Time:
    """Quarter 1 to 4 of a year."""
    last, edtf = 3 * quarter, f"{year:04d}-{32 + quarter}"
    return Time(f"{year:04d}-Q{quarter}", Day(year, last - 2, 1), _last_of(year, last), edtf, "quarter", basis=basis)


def half_of(year: int, half: int, basis: str = "relative") -> Time:
    """Half 1 or 2 of a year."""
    last = 6 * half
    edtf = f"{year:04d}-{last - 5:02d}/{year:04d}-{last:02d}"
    return Time(f"{year:04d}-H{half}", Day(year, last - 5, 1), _last_of(year, last), edtf, "half", basis=basis)


def season_of(year: int, code: str, basis: str = "relative") -> Time:
    """A northern season; winter begins in its year and ends in the next."""
    first, edtf_code = SEASONS[code]
    end_year, end_month = (year + 1, 2) if first == 12 else (year, first + 2)
    end = _last_of(end_year, end_month)
    edtf = f"{year:04d}-12/{end_year:04d}-02" if first == 12 else f"{year:04d}-{edtf_code}"
    return Time(f"{year:04d}-{code}", Day(year, first, 1), end, edtf, "season", basis=basis)


def year_of(year: int, basis: str = "relative") -> Time:
    """A calendar year."""
    name = f"{year:04d}"
    return Time(name, Day(year, 1, 1), Day(year, 12, 31), name, "year", basis=basis)


def decade_of(year: int, basis: str = "relative") -> Time:
    """The ten years that share the first three digits of a year."""
    name = f"{year // 10:03d}"
    first = year // 10 * 10
    return Time(name, Day(max(first, 1), 1, 1), Day(first + 9, 12, 31), f"{name}X", "decade", basis=basis)


def century_of(number: int, basis: str = "relative") -> Time:
    """The nineteenth century is 1800 to 1899, as TIMEX3 and EDTF write it."""
    name = f"{number - 1:02d}"
    first = (number - 1) * 100
    return Time(name, Day(max(first, 1), 1, 1), Day(first + 99, 12, 31), f"{name}XX", "century", basis=basis)


def between(first: Time, last: Time) -> Time:
    """From the first day of one to the last day of the other; ValueError where they stand in the wrong order."""
    if first.start is None or last.end is None or first.start > last.end:
        raise ValueError("not a range of days")
    basis = "explicit" if first.basis == last.basis == "explicit" else "relative"
    ends = f"{_edge_name(first, last=False)}/{_edge_name(last, last=True)}"
    value = f"{first.value}/{last.value}"
    return Time(value, first.start, last.end, ends, "range", basis=basis)


def interval_of(start: Day, end: Day, value: str | None = None, grain: str = "range") -> Time:
    """Days from `start` to `end`."""
    return _interval(value or f"{start.isoformat()}/{end.isoformat()}", start, end, grain)


def part_of(whole: Time, part: str) -> Time:
    """The early, middle or late third of an interval; the value stays that of the whole, as in TIMEX3 (mod)."""
    if whole.start is None or whole.end is None or whole.grain in {"day", "none"}:
        return whole
    if part not in {"early", "mid", "late"}:
        return whole
    at = ("early", "mid", "late").index(part)
    days = (whole.end - whole.start).days + 1
    if whole.grain in _MONTHS_CUT:
        cuts = _MONTHS_CUT[whole.grain]
        first = add_months(whole.start, cuts[at])
        last = add_months(whole.start, cuts[at + 1]) - ONE
    else:
        ends = (0, 10, 20, days) if whole.grain == "month" else (0, days // 3, days - days // 3, days)
        first, last = whole.start + ends[at] * ONE, whole.start + (ends[at + 1] - 1) * ONE
    return replace(_interval(whole.value, first, last, whole.grain), basis=whole.basis, type=whole.type)


def last_piece_of(whole: Time) -> Time:
    """The end of an interval: the last month of a year, the last third of a month, the last day of a week."""
    if whole.grain == "year" and whole.end:
        return replace(month_of(whole.end.year, 12, whole.basis), value=whole.value, grain="year")
    return part_of(whole, "late")


def shift(time: Time, unit: str, count: int) -> Time:
    """A time moved by a number of units; the grain stays unless the unit is coarser than a day and the time a day."""
    if time.start is None:
        return time
    if unit in {"day", "week"}:
        moved = time.start + datetime.timedelta(days=count * (7 if unit == "week" else 1))
        return day_of(moved) if time.grain == "day" else around(moved, time.grain)
    return around(add_months(time.start, STEPS[unit] * count), time.grain)


def around(day: Day, grain: str) -> Time:
    """The calendar unit of this grain that holds the day."""
    makers = {
        "week": lambda: week_of(day),
        "weekend": lambda: weekend_of(day),
        "month": lambda: month_of(day.year, day.month),
        "quarter": lambda: quarter_of(day.year, (day.month + 2) // 3),
        "half": lambda: half_of(day.year, (day.month + 5) // 6),
        "season": lambda: _season_around(day),
        "year": lambda: year_of(day.year),
        "decade": lambda: decade_of(day.year),
        "century": lambda: century_of(day.year // 100 + 1),
    }
    return makers[grain]() if grain in makers else day_of(day)


def add_months(day: Day, months: int) -> Day:
    """The same day of another month, or its last day where it has no such day."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    return Day(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def precision_of(start: Day | None, end: Day | None) -> str:
    """The precision code of an interval of days, both ends included."""
    if start is None or end is None:
        return "unknown"
    days = (end - start).days + 1
    for code, most in (("day", 1), ("days", 7), ("month", 31), ("year", 366)):
        if days <= most:
            return code
    return "longer"


def easter_of(year: int) -> Day:
    """Easter Sunday of the western churches (the anonymous Gregorian rule)."""
    golden, century = year % 19, year // 100
    skipped = century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15
    moon = skipped % 30
    moon -= moon // 28 * (1 - moon // 28 * (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return Day(year, month, offset + 28 - 31 * (month // 4))


def _season_around(day: Day) -> Time:
    code = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
    return season_of(day.year - (day.month < 3), code)


def _interval(value: str, start: Day, end: Day, grain: str) -> Time:
    edtf = start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
    return Time(value, start, end, edtf, grain)


def _edge_name(time: Time, *, last: bool) -> str:
    """How EDTF names one end of a range: day, month or year where the words say so, else the day."""
    if time.grain in {"day", "month", "year"} and time.edtf:
        return time.edtf
    edge = time.end if last else time.start
    return edge.isoformat() if edge else ""


def _week_name(day: Day) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _last_of(year: int, month: int) -> Day:
    return Day(year, month, calendar.monthrange(year, month)[1])
