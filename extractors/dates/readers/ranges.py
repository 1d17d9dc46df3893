"""Readers of ranges written as one expression: 12 to 15 April, March-April, Monday to Friday, 1914-18."""

from dataclasses import replace

from extractors.dates import days
from extractors.dates.context import Context, Groups
from extractors.dates.days import Time
from extractors.dates.readers.absolute import dated_day, edged
from extractors.dates.readers.numerals import day_number, month_number, year_number
from extractors.dates.words import numbers


def _joined(groups: Groups, context: Context) -> bool:
    """Whether "and" or a slash joins a range: after "between", or where the second follows the first."""
    return (groups.get("to") or "").strip() != "and" or context.before(16).rstrip().endswith(("between", "between the"))


def read_days(groups: Groups, context: Context) -> Time | None:
    """Two days of one month; "3 and 5 May" without "between" are two days, not three."""
    if not context.capital(groups["m"]):
        return None
    month, first, last = month_number(groups["m"]), day_number(groups["d"]), day_number(groups["d2"])
    if first >= last:
        return None
    end = dated_day(month, last, groups, context)
    if end is None:
        return None
    if end.start is None:
        name = f"XXXX-{month:02d}-{first:02d}/XXXX-{month:02d}-{last:02d}"
        return Time(name, edtf=name, grain="range", basis="explicit")
    start = days.day_of(end.start.replace(day=first), end.basis)
    found = days.between(start, end)
    if last == first + 1 or _joined(groups, context):
        return found
    return replace(found, edtf=f"{{{start.edtf},{end.edtf}}}")


def read_days_months(groups: Groups, context: Context) -> Time | None:
    """A day of one month to a day of another; the year belongs to the second."""
    if not (context.capital(groups["m"]) and context.capital(groups["m2"])):
        return None
    end = dated_day(month_number(groups["m2"]), day_number(groups["d2"]), groups, context)
    if end is None:
        return None
    if end.start is None:
        name = f"{days.open_day(month_number(groups['m']), day_number(groups['d'])).value}/{end.value}"
        return Time(name, edtf=name, grain="range", basis="explicit")
    first, number = month_number(groups["m"]), day_number(groups["d"])
    year = end.start.year - (first > end.start.month)
    return days.between(days.day_of(days.Day(year, first, number), end.basis), end)


def read_night_between(groups: Groups, context: Context) -> Time | None:
    """The night of 5/6 June: it begins on the first of the two days."""
    read = read_weekdays if groups.get("w") else read_days_months if groups.get("m2") else read_days
    found = read(groups, context)
    if found is None or "/" not in found.value:
        return found
    value = found.value.split("/")[0] + "TNI"
    if found.start and found.end and (found.end - found.start).days != 1:
        raise ValueError("not one night")
    return replace(found, value=value, type="TIME", grain="overnight")


def read_months(groups: Groups, context: Context) -> Time | None:
    """Two months of one year."""
    first, last = month_number(groups["m"]), month_number(groups["m2"])
    if not (context.capital(groups["m"]) and context.capital(groups["m2"])) or first == last:
        return None
    if groups.get("y"):
        year, basis = year_number(groups["y"] or ""), "explicit"
    else:
        near = dated_day(last, 1, {"rel": groups.get("rel")}, context)
        if near is None or near.start is None:
            name = f"XXXX-{first:02d}/XXXX-{last:02d}"
            return Time(name, edtf=name, grain="range", basis="explicit")
        year, basis = near.start.year, "relative"
    start = days.month_of(year - (first > last), first, basis)
    return edged(days.between(start, days.month_of(year, last, basis)), groups.get("edge"))


def read_weekdays(groups: Groups, context: Context) -> Time | None:
    """Monday to Friday: the last such days that have begun."""
    if not context.capital(groups["w"]):
        return None
    base = context.base
    first, last = (numbers("weekday")[groups[name] or ""] for name in ("w", "w2"))
    if base is None:
        return Time(f"XXXX-WXX-{first + 1}/XXXX-WXX-{last + 1}", basis="unknown")
    length = (last - first) % 7 * days.ONE
    start = base - (base.weekday() - first) % 7 * days.ONE
    if start + length > base and context.looks() <= 0:
        start -= 7 * days.ONE
    return days.between(days.day_of(start), days.day_of(start + length))


def read_before_christ(groups: Groups, _: Context) -> Time | None:
    """146 BC: a year that no calendar day here reaches."""
    first, last = int(groups["y"] or 0), int(groups.get("y2") or 0)
    return Time(f"BC{first:04d}" + (f"/BC{last:04d}" if last else ""), basis="explicit")


def read_after_christ(groups: Groups, context: Context) -> Time | None:
    """AD 410; in lower case it is a word."""
    mark = context.text[context.start : context.end].strip("0123456789 ")
    return days.year_of(int(groups.get("y") or groups.get("y2") or 0), "explicit") if mark.isupper() else None


def read_years(groups: Groups, _: Context) -> Time | None:
    """1914-18."""
    first, last = year_number(groups["y"] or ""), groups["y2"] or ""
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if groups["to"] == "/" and end != first + 1:
        return None  # 2015/16 is a season, 2015/03 a month
    if not first < end <= min(first + 150, 2100):
        return None
    return days.between(days.year_of(first, "explicit"), days.year_of(end, "explicit"))
