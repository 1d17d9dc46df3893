"""The running date of a text: what "the next day", "in May" and "that winter" are reckoned from.

In a history each dated step is where the story stands. What is told beside it does not move the story: the year of a
treaty, a life in brackets, the end of a stretch ("until 1945"), a look back inside a sentence.
"""

import re
from functools import cache

from extractors.dates.context import Context
from extractors.dates.days import Time
from extractors.dates.words import rows_of

_STEPS = frozenset("day overnight range week weekend month season quarter half year".split())
_ASIDE = re.compile(r"(?:\b(?:until|till|since|before|to|through)(?: (?:the|late|early))*|[-–—(]) ?$")
_OF = re.compile(r"\bof (?:the )?$")
_LED = (
    "in|on|by|at|during|from|the|late|early|mid|night|morning|evening|of|about|around|towards?|throughout|year|but|and"
)
_OPENS = re.compile(rf"(?:^|\n|[.!?][\"'”’)]? )(?:(?:{_LED}) ){{0,4}}$")
_BETWEEN = re.compile(r"\bbetween (?:(?:1\d|20)\d\d and )?$")
_BRACKET = re.compile(r"\([^)\n]{0,60}$")
_BACK = 366  # days: a step farther back than this is a look back unless it opens its sentence


def remember(time: Time, rule: str, context: Context) -> None:
    """What later words may be reckoned from."""
    if time.type in {"DURATION", "SET"}:
        return
    if time.start is None:
        if time.day_known or time.value.startswith("BC") or (time.grain == "month" and time.value.startswith("XXXX-")):
            context.dated = time  # its year is not known, yet "the next day" follows it
        return
    if context.narrative and not _moves(time, context):
        return
    context.dated = time
    if time.grain in {"day", "overnight"} and not (_is_before(time, context.day) and context.steps_back()):
        context.day = time
    if time.grain == "quarter" and rule in {"quarter", "Q1"}:
        context.quarter = time
    if time.basis == "explicit" or context.narrative:
        context.anchor, context.anchor_end = time, context.end
        context.anchor_aside = not context.narrative and bool(_beside().search(context.before()))


@cache
def _beside() -> re.Pattern[str]:
    """What tells a date beside the story: a truce signed in May 2014, the pact of 30 May, rebels who came in August."""
    made = "|".join(row["form"] for row in rows_of("clauses.csv") if row["class"] == "making")
    return re.compile(rf"(?<!was )(?<!were )\b(?:who|which|that|whose|where|{made})\b[^.;,\n]*$|\bof (?:the )?$")


def _is_before(time: Time, told: Time | None) -> bool:
    return bool(told and told.start and time.start and time.start < told.start)


def _moves(time: Time, context: Context) -> bool:
    """Whether a time is a step of the story."""
    left = context.before()
    if time.grain not in _STEPS or time.start is None or _BRACKET.search(left) or _ASIDE.search(left):
        return False
    if time.grain == "year" and _BETWEEN.search(left):
        return False  # between 1941 and 1945 a third of them died: told of the whole, not a step
    if context.anchor is None or context.anchor.start is None:
        return time.grain != "year" or not _OF.search(left)
    if time.start < context.anchor.start and context.steps_back():
        return False
    opens = bool(_OPENS.search(left))
    if time.grain == "year" and _OF.search(left):
        return False
    return opens or (context.anchor.start - time.start).days <= _BACK


def last_day(context: Context) -> Time | None:
    """The day from which the next one is counted: told last, or inside the month or year told last."""
    told, day = context.dated, context.day
    if told is None or told.start is None or told.grain in {"day", "overnight", "range", "week", "weekend"}:
        return told
    if day and day.start and told.start and told.end and told.start <= day.start <= told.end:
        return day
    return None
