"""What the values of options must look like; what does not is a wrong call."""

import argparse
import datetime
import re

FIELDS = ("id", "text", "title", "url", "published", "source", "language")
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def positive(text: str) -> int:
    """A whole number from 1.

    >>> positive("12")
    12
    """
    if not (text.isascii() and text.isdecimal()) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a whole number from 1 is expected, not {text!r}")
    return int(text)


def day(text: str) -> datetime.date:
    """A calendar day.

    >>> day("2016-02-27")
    datetime.date(2016, 2, 27)
    """
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"a day is written YYYY-MM-DD, not {text!r}") from error


def moment(text: str) -> datetime.datetime:
    """A moment; a day stands for its end, and what names no time zone is UTC.

    >>> moment("2026-11-24")
    datetime.datetime(2026, 11, 24, 23, 59, 59, 999999, tzinfo=datetime.timezone.utc)
    """
    try:
        found = datetime.datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"a moment is written YYYY-MM-DDTHH:MM, not {text!r}") from error
    if len(text) <= len("YYYY-MM-DD"):
        found = datetime.datetime.combine(found, datetime.time.max)
    return found if found.tzinfo else found.replace(tzinfo=datetime.UTC)


def moment_from(text: str) -> datetime.datetime:
    """A moment; a day stands for its beginning, and what names no time zone is UTC.

    >>> moment_from("2026-11-24")
    datetime.datetime(2026, 11, 24, 0, 0, tzinfo=datetime.timezone.utc)
    """
    return datetime.datetime.combine(day(text), datetime.time.min, datetime.UTC) if len(text) <= 10 else moment(text)


def column(text: str) -> tuple[str, str]:
    """The field of an article and the name of its column.

    >>> column("text=Body of the report")
    ('text', 'Body of the report')
    """
    field, _, name = text.partition("=")
    if field not in FIELDS or not name.strip():
        raise argparse.ArgumentTypeError(f"written FIELD=NAME, FIELD one of {', '.join(FIELDS)}; not {text!r}")
    return field, name.strip()


def span(text: str) -> datetime.timedelta:
    """A length of time, written with its unit: s, m, h or d.

    >>> span("90m")
    datetime.timedelta(seconds=5400)
    """
    found = re.fullmatch(r"([1-9][0-9]{0,5})([smhd])", text)
    if not found:
        raise argparse.ArgumentTypeError(f"a length of time is written 30s, 15m, 6h or 1d, not {text!r}")
    return datetime.timedelta(**{UNITS[found[2]]: int(found[1])})
