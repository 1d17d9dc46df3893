"""How sure a coded event is: the share of such events that were right on development data (docs/confidence.md).

Signs that a mention itself shows are weighed by `lexicon/confidence.csv`; their sum is put through the logistic
function. Every sign can only raise the confidence: the more a text says of an event, the surer it is.
"""

import dataclasses
import math
from collections.abc import Callable, Mapping
from functools import cache

from extractors.events.grammar.patterns import kinds_in, read_lexicon
from schemas.mention import Mention

_LONG = 260  # characters of a sentence that is hard to parse
_BOUNDS = (0.05, 0.98)


def _is_placed(event: Mention) -> bool:
    return event.place_precision not in {"unknown", "country"}


SIGNS: Mapping[str, Callable[[Mention], bool]] = {
    "an actor is told": lambda event: bool(event.actors),
    "a target is told": lambda event: bool(event.targets),
    "its date is told": lambda event: event.date_basis in {"explicit", "relative"},
    "its place is told": _is_placed,
    "it is told again": lambda event: "told_again" in event.evidence,
    "its toll is told": lambda event: any(
        value is not None for value in (event.deaths_low, event.deaths_high, event.injured_low, event.injured_high)
    ),
    "it is told as done": lambda event: event.status == "occurred",
    "somebody is quoted for it": lambda event: event.claimed_by is not None,
    "an act of speech": lambda event: event.kind in kinds_in("speech"),
    "a particular kind": lambda event: event.kind not in {"attack", "clash", "deployment", "agreement"},
    "a sentence of fair length": lambda event: len(event.quote) <= _LONG,
    "more than one word carries it": lambda event: event.trigger_end - event.trigger_start > 12,
}


@cache
def weights() -> Mapping[str, float]:
    """The weight of each sign; `base` is that of an event that shows none."""
    return {row["sign"]: float(row["weight"]) for row in read_lexicon("confidence")}


def confidence_of(event: Mention) -> float:
    """The confidence of an event, between 0.05 and 0.98."""
    told = weights()
    total = told["base"] + sum(told[name] for name, shows in SIGNS.items() if shows(event))
    low, high = _BOUNDS
    return round(min(high, max(low, 1 / (1 + math.exp(-total)))), 2)


def with_confidence(event: Mention) -> Mention:
    """The event with the confidence that its final fields give it."""
    return dataclasses.replace(event, confidence=confidence_of(event))
