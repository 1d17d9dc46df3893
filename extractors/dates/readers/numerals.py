"""Numbers of months, days and years, in digits and in words."""

from collections.abc import Mapping
from functools import cache

from extractors.dates.words import numbers


@cache
def month_numbers() -> Mapping[str, int]:
    """Months and their short forms."""
    return numbers("month", "month_short")


@cache
def ordinals() -> Mapping[str, int]:
    """First to thirty-first."""
    return numbers("ordinal")


def month_number(word: str | None) -> int:
    """The number of a month by its name."""
    return month_numbers()[(word or "").rstrip(".")]


def day_number(word: str | None) -> int:
    """The number of a day: "27th", "third"."""
    text = word or ""
    return int(text.rstrip("stndrh")) if text[:1].isdigit() else ordinals()[text]


def year_number(word: str) -> int:
    """A year in digits (two of them: 1930 to 2029) or in words."""
    word = word.removeprefix("'")
    if not word.isdigit():
        return _year_in_words(word)
    if len(word) > 2:
        return int(word)
    return int(word) + (2000 if int(word) < 30 else 1900)


def _year_in_words(word: str) -> int:
    if word.startswith("two thousand"):
        return 2000
    first, _, rest = word.replace("-", " ").partition(" ")
    known = numbers("ones", "tens") | {"oh": 0}
    return known[first] * 100 + sum(known[w] for w in rest.split())
