"""Readers of how long and how often: durations, sets, and the stretches of days that lead to or from publication."""

import datetime
import re
from dataclasses import replace
from functools import cache

from extractors.dates import days
from extractors.dates.context import Context, Groups
from extractors.dates.days import Time
from extractors.dates.words import expand, numbers, words

_COUNTED = r"(?:\d[\d,.]*|%|percent|million|billion|thousands?|hundreds?|times?|twice|once|dozens?|{ONES})"
_STRETCHED = ("for", "in", "within", "after", "about", "nearly", "almost", "over", "than", "every", "of", "and")
_ONE_OF = {"a": 1, "an": 1, "one": 1}
_NOT_LED = re.compile(r"\b(?:such|what|quite|once|twice)$")


def amount(word: str | None) -> float | None:
    """The number that words or digits give; None for "several", "a few"."""
    text = (word or "").replace(",", "").strip()
    if text in _ONE_OF:
        return _ONE_OF[text]
    if text.endswith(" and a half"):
        whole = _in_words(text.removesuffix(" and a half"))
        return whole + 0.5 if whole is not None else None
    if text.endswith(" 1/2"):
        return float(text[:-4]) + 0.5
    if text[:1].isdigit():
        return float(text)
    if text.startswith("half"):
        return 0.5
    return _in_words(text)


def _in_words(text: str) -> float | None:
    couple = numbers("couple").get(text)
    if couple or text in {"couple", "couple of"}:
        return couple or 2
    known, total = numbers("ones", "tens", "great"), 0
    pieces = text.removeprefix("a ").replace("-", " ").split()
    if not pieces or any(piece not in known for piece in pieces):
        return None
    for piece in pieces:
        total = (
            max(total, 1) * known[piece] if known[piece] >= 12 and piece in words()["great"] else total + known[piece]
        )
    return total


def unit_of(word: str) -> str:
    """The singular of a unit."""
    if word == "centuries":
        return "century"
    return word.removesuffix("s") if word not in words()["unit"] else word


def length(count: float | None, unit: str) -> str:
    """A TIMEX3 duration: P3M, PT2H, PXY."""
    text = words()["unit"][unit]
    mark, rest = ("T", text[1:]) if text.startswith("T") else ("", text)
    times, letter = int(rest[:-1]), rest[-1]
    if count is None:
        return f"P{mark}X{ {'century': 'C', 'quarter': 'Q'}.get(unit, letter) }"
    whole, half = divmod(count * times, 1)
    if not half:
        return f"P{mark}{int(whole)}{letter}"
    finer = {"Y": ("6", "M"), "H": ("30", "M"), "M": ("30", "S") if mark else ("15", "D"), "D": ("12", "H")}.get(letter)
    if not finer:
        return f"P{mark}{count * times:g}{letter}"
    first = f"{int(whole)}{letter}" if whole else ""
    joint = "T" if letter == "D" else ""
    return f"P{mark}{first}{joint}{finer[0]}{finer[1]}"


@cache
def _rate() -> re.Pattern[str]:
    """What stands before "a day" where it tells how much, not how long."""
    return re.compile(expand(_COUNTED) + r"(?: [a-z]+){0,2}$")


def read_duration(groups: Groups, context: Context) -> Time | None:
    """Three months, a week, two-day; "a second" may be a second one, and "$5 a day" is a rate."""
    unit, number = unit_of(groups["u"] or ""), groups.get("n")
    if number in _ONE_OF and (unit == "second" or (groups["u"] or "").endswith("s")):
        return None
    left = context.before(32).rstrip()
    if number in {"a", "an"} and _rate().search(left) and not left.endswith(_STRETCHED):
        return None
    if number and number.isdigit() and len(number) == 4 and not (groups["u"] or "").endswith("s"):
        return None  # the 2018 season
    if number in {"a", "an"} and _NOT_LED.search(left):
        return None
    if _is_plural_lost(groups, context):
        return None
    count = amount(number) if number else (None if (groups["u"] or "").endswith("s") else 1)
    if count is not None and groups.get("half"):
        count += 0.5
    return Time(length(count, unit), type="DURATION", basis="unknown")


def _is_plural_lost(groups: Groups, context: Context) -> bool:
    """ "One night of" is a duration, "one second half" and "two second halves" are none; nor is "Day 2 Day"."""
    unit, number = groups["u"] or "", groups.get("n") or ""
    joined = context.low[context.start : context.end]
    several = number not in {"a", "an", "one", "1", "half a", "half an", ""}
    return (
        several and not unit.endswith("s") and "-" not in joined and unit in {"second", "night", "quarter", "century"}
    )


_LASTS = re.compile(r"\b(?:will|would|to|could|can|may|might|should|must|not|shall|did|does) $")


def read_stretch(groups: Groups, context: Context) -> Time | None:
    """The past two weeks: a duration that leads up to the publication day, or away from it."""
    word = (groups["dir"] or "").removeprefix("the ").removeprefix("these ")
    if word == "last" and _LASTS.search(context.before(12)):
        return None  # it will last twelve days
    if groups.get("span"):
        unit, count = "hour", float(groups["span"] or 0)
    else:
        unit, found = unit_of(groups["u"] or ""), amount(groups.get("n") or "one" * ("n" not in groups))
        if word == "the" and found is None:
            return None
        count = found if found is not None else 0
    value = length(count or None, unit)
    base = context.published
    apart = context.narrative or context.after(4) == " of "  # the last three months of 2015
    if base is None or not count or apart or word not in {"past", "last", "next", "coming"}:
        return Time(value, type="DURATION", basis="unknown")
    reach = _reach(base, unit, count if word in {"next", "coming"} else -count)
    stretch = days.interval_of(min(base, reach), max(base, reach), value)
    return replace(stretch, type="DURATION", grain="stretch")


def _reach(base: days.Day, unit: str, count: float) -> days.Day:
    if unit in {"second", "minute", "hour"}:
        whole = int(-(-abs(count) // 24)) if unit == "hour" else 0
        return base + datetime.timedelta(days=whole if count > 0 else -whole)
    if unit in {"day", "night", "week", "fortnight"}:
        each = {"week": 7, "fortnight": 14}.get(unit, 1)
        return base + datetime.timedelta(days=int(count * each))
    return days.add_months(base, int(count * days.MONTHS_OF[unit]))


def read_recent(groups: Groups, _: Context) -> Time | None:
    """Recent weeks: some, up to now; years are told as the past."""
    unit, word = unit_of(groups["u"] or ""), groups["dir"]
    if unit in {"year", "decade"} or word in {"past", "coming"}:
        return Time("FUTURE_REF" if word == "coming" else "PAST_REF", basis="unknown")
    return Time(length(None, unit), type="DURATION", basis="unknown")


def read_often(groups: Groups, context: Context) -> Time | None:
    """Every Friday, each year, daily, twice a week."""
    word = groups.get("word")
    if word and (context.capital(word) or context.text[context.end + 1 : context.end + 2].isupper()):
        return None  # a paper's name: the Weekly
    if word:
        return Time(words()["often"][groups["word"] or ""], type="SET", basis="unknown")
    return Time(_set_value(groups), type="SET", basis="unknown")


def _set_value(groups: Groups) -> str:
    part = words()["part"].get(groups.get("part") or "", "")
    if groups.get("w"):
        return f"XXXX-WXX-{numbers('weekday')[groups['w'] or ''] + 1}{part}"
    if groups.get("m"):
        day = int(groups.get("n") or re.sub(r"\D", "", groups.get("day") or "") or 0)
        return f"XXXX-{numbers('month')[groups['m'] or '']:02d}" + (f"-{day:02d}" if day else "")
    if groups.get("s"):
        return f"XXXX-{words()['season'][groups['s'] or '']}"
    if part:
        return f"XXXX-XX-XX{part}"
    unit = unit_of(groups["u"] or "")
    return length(amount(groups.get("n")) or 1, unit).replace("P3M", "P1Q" if unit == "quarter" else "P3M")


def read_reference(groups: Groups, context: Context) -> Time | None:
    """Now, recently, the future: no days."""
    word = groups["word"] or ""
    if context.after(1) == "," and context.text[context.start].isupper() and word in {"now", "currently"}:
        return None  # opens a remark
    if word == "now" and context.before(12).rstrip().endswith(_NOT_NOW):
        return None
    if word in {"the past", "the recent past", "the future"} and not context.before(8).endswith(
        ("in ", "of ", "from ", "for ")
    ):
        return None
    return Time(words()["reference"][word], basis="unknown")


_NOT_NOW = ("every", "apocalypse", "until then and", "then and")
