"""Readers of times of day: 9 a.m. on Tuesday, 14:05 GMT, noon, dawn."""

import re
from dataclasses import replace

from extractors.dates.context import Context, Groups
from extractors.dates.days import Time
from extractors.dates.readers.absolute import with_part
from extractors.dates.running import last_day
from extractors.dates.words import words

_CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?(?::\d\d)?\s*(a\.?m|p\.?m|o'clock)?")
_LEADS = (
    "at",
    "by",
    "from",
    "until",
    "till",
    "since",
    "around",
    "about",
    "after",
    "before",
    "and",
    "to",
    "between",
    "of",
)
_BARE_MOMENTS = ("at", "before", "by", "until", "since", "after", "around", "from", "to", "till")


def read_timed(groups: Groups, context: Context) -> Time | None:
    """A time of day with its day."""
    inner = context.read(groups["inner"] or "")
    if inner is None or inner.grain != "day":
        return None
    if groups.get("part"):
        return (
            with_part(inner, groups["part"])
            if groups.get("of") or "mid" in context.low[context.start : context.end][:3]
            else None
        )
    mark = clock_value(groups["clock"] or "", groups.get("zone"))
    bare = re.sub(r"T.*", "", inner.value)
    return replace(inner, value=bare + mark, type="TIME") if mark else None


def read_clock(groups: Groups, context: Context) -> Time | None:
    """A time of day alone: of the day told last in its sentence, else of the publication day."""
    clock = groups["clock"] or ""
    sure = groups.get("zone") or groups.get("part") or clock.rstrip(".")[-1:] in {"m", "k"}
    left = context.before(12).rstrip()
    if clock in words()["moment"]:
        if not left.endswith(_BARE_MOMENTS):
            return None
    elif not sure and not left.endswith(_LEADS):
        return None
    mark = clock_value(clock, groups.get("zone"), groups.get("part"))
    if not mark:
        return None
    day = last_day(context) if context.narrative else context.day
    if day and day.start:
        return replace(day, value=day.start.isoformat() + mark, type="TIME", basis="relative")
    if context.published and not context.narrative:
        text = context.published.isoformat()
        return Time(text + mark, context.published, context.published, text, "day", "TIME")
    return Time(mark if mark.startswith("T") else "T" + mark, type="TIME", basis="unknown")


def clock_value(clock: str, zone: str | None, part: str | None = None) -> str:
    """The TIMEX3 form of a time of day; empty where there is no such time."""
    if clock in words()["moment"]:
        return words()["moment"][clock]
    match = _CLOCK.match(clock)
    if not match:
        return ""
    hour, minute, half = int(match[1]), match[2] or "00", (match[3] or "").replace(".", "")
    evening = half == "pm" or part in {"afternoon", "evening"} or (part == "night" and hour > 5)
    if half and hour > 12 and half != "o'clock":
        return ""
    hour = hour % 12 + 12 * evening if half in {"am", "pm"} or (part and hour <= 12) else hour
    offset = words()["zone"].get(zone or "", "").removeprefix("local")
    return f"T{hour:02d}:{minute}{offset}" if hour < 25 and int(minute) < 60 else ""
