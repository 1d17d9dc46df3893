"""Time expressions of a text, with the days they may mean."""

import re

from extractors.dates.context import Context
from extractors.dates.days import Day, Time, precision_of
from extractors.dates.foreign import find_foreign_dates, find_odd_dates
from extractors.dates.grammar import grammar
from extractors.dates.modes import is_narrative, slash_order
from extractors.dates.readers.catalogue import BY_NAME, named_readers
from extractors.dates.running import remember
from schemas.mention import DateMention

_SAME_LENGTH = str.maketrans(
    {"’": "'", "‘": "'", "\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " ", "\t": " ", "\r": " "}
)
_WRAP = re.compile(r"\n(?<=[^\n]{40}[\w,]\n)(?=\w)")  # a line broken inside a sentence
_LONGEST = 90  # characters of an expression


def find_dates(text: str, published: Day | None = None, language: str | None = None) -> tuple[DateMention, ...]:
    """All time expressions, in order, none inside another; without a publication day, relative ones have no days.

    In a text of another language than English only days and months with their years are read.

    >>> find_dates("It began on 27 February 2016.")[0].edtf
    '2016-02-27'
    """
    if language and not language.lower().startswith("en"):
        return find_foreign_dates(text, language.lower()[:2])
    found = _find_english(text, published)
    odd = find_odd_dates(text)
    if not odd:
        return tuple(found)
    kept = [m for m in found if not any(m.start < o.end and o.start < m.end for o in odd)]
    return tuple(sorted([*kept, *odd], key=lambda mention: mention.start))


def _find_english(text: str, published: Day | None) -> list[DateMention]:
    low = lowered(text)
    context = Context(text, low, published)
    context.narrative = is_narrative(low, published)
    context.order = slash_order(low)
    context.read = lambda words: _read_inner(words, context)
    matcher, found, end = grammar().matcher, [], 0
    for start in grammar().starts.finditer(low):
        at = start.start()
        if at < end:
            continue
        match = matcher.match(low, at, at + _LONGEST)
        if match is None:
            continue
        time, rule = _read(match, context)
        if time is not None:
            found.append(_mention(text, match, rule, time))
            remember(time, rule, context)
        end = match.end() if time is not None or rule in {"age", "impossible"} else end
    return found


def lowered(text: str) -> str:
    """The text in lower case with typewriter marks and unbroken lines, to the character as long as before."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return _WRAP.sub(" ", low.translate(_SAME_LENGTH))


def _read(match: re.Match[str], context: Context, start: int | None = None) -> tuple[Time | None, str]:
    rule = grammar().rules[str(match.lastgroup)]
    context.start, context.end = match.start() if start is None else start, match.end()
    parts = rule.groups.fullmatch(context.low, *match.span())
    parts = parts or rule.groups.match(context.low, match.start())
    reader = BY_NAME.get(rule.reader) or named_readers()[rule.reader]
    try:
        return (reader(parts.groupdict(), context) if parts else None), rule.name
    except (ValueError, OverflowError, KeyError):
        return None, "impossible"  # no such day: 31 April is not a date, nor is April alone


def _read_inner(words: str, context: Context) -> Time | None:
    """The day inside a longer expression ("9 a.m. on Tuesday")."""
    start, end = context.start, context.end
    at = context.low.rfind(words, start, end)
    match = grammar().matcher.match(context.low, at, at + len(words))
    time = _read(match, context, start)[0] if match else None
    context.start, context.end = start, end
    return time


def _mention(text: str, match: re.Match[str], rule: str, time: Time) -> DateMention:
    start, end = match.span()
    known = time.start is not None and time.end is not None
    return DateMention(
        start=start,
        end=end,
        text=text[start:end],
        type=time.type,
        value=time.value,
        edtf=time.edtf,
        date_start=time.start,
        date_end=time.end,
        precision=precision_of(time.start, time.end) if known else ("day" if time.day_known else "unknown"),
        basis=time.basis if known or time.edtf else "unknown",
        rule=f"dates: {rule}",
    )
