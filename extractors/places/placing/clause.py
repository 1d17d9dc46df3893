"""Which place of a sentence stands nearest to the words of an event, where there is no parse to tell."""

import re
from collections.abc import Sequence
from functools import cache

from extractors.places.placing.customs import preposition_costs, verbs_of
from extractors.places.recognition.surroundings import look_around
from extractors.places.wordlists import read_list
from schemas.mention import PlaceMention

SIGNED = 6.0  # where a truce was signed is not where it holds
_HEARD = re.compile(
    r"\b(?:told|telling) (?:[\w’'-]+ ){0,3}"
    r"(?:reporters|journalists|newsmen|lawmakers|parliament|media|press|conference)"
    r" (?:in|at|from|near) (?:the )?$"
)
BEHIND = 15  # characters by which a place before the event is preferred to one behind it


@cache
def _break() -> re.Pattern[str]:
    """What ends a clause: some marks and conjunctions."""
    words = "|".join(row["word"] for row in read_list("clause_breaks"))
    return re.compile(rf"[;:]|\b(?:{words})\b")


def nearest(text: str, places: Sequence[PlaceMention], trigger: tuple[int, int], custom: str) -> PlaceMention | None:
    """The place with the fewest breaks of clause between it and the event, whose preposition fits; then the nearest."""
    return min(places, key=lambda place: _distance(text, place, trigger, custom), default=None)


def _distance(text: str, place: PlaceMention, trigger: tuple[int, int], custom: str) -> tuple[float, int]:
    behind = place.start >= trigger[1]
    between = text[trigger[1] : place.start] if behind else text[place.end : trigger[0]]
    return len(_break().findall(between)) + misfit(text, place, custom) / 3, len(between) + (0 if behind else BEHIND)


def same_clause(text: str, place: PlaceMention, trigger: tuple[int, int]) -> bool:
    """Whether no break of clause stands between a place and the words of an event."""
    behind = place.start >= trigger[1]
    between = text[trigger[1] : place.start] if behind else text[place.end : trigger[0]]
    return not _break().search(between)


def misfit(text: str, place: PlaceMention, custom: str) -> float:
    """How ill the preposition before a place, or before the noun that it names ("in the town of X"), fits an event."""
    around = look_around(text, place.start, place.end)
    costs = preposition_costs(custom)
    words = [word for word in around.before if word not in {"the", "a", "an"}]
    if custom == "applies" and any(word.startswith(verb) for verb in verbs_of("sign") for word in words[1:2]):
        return SIGNED
    if around.head_before and words[:1] == ["of"]:
        return next((costs[word] for word in words[1:] if word in costs), 1.0)
    return costs.get(words[0], 1.0) if words else 1.0


def heard_at(text: str, place: PlaceMention) -> bool:
    """Whether a place is where reporters were told something, which is not where that happened."""
    return _HEARD.search(text, max(0, place.start - 60), place.start) is not None


def told_there(
    text: str, places: Sequence[PlaceMention], sentence: int, trigger: tuple[int, int]
) -> list[PlaceMention]:
    """The place where the speaker stood, as word order tells it: "In X, ..." or "... told reporters in X"."""
    opening = [p for p in places if text[sentence : p.start].strip() in {"In", "At"}]
    if opening:
        return opening[:1]
    after = [p for p in places if trigger[1] <= p.start <= trigger[1] + 40 and misfit(text, p, "spoken") == 0]
    return [p for p in after if not _break().search(text[trigger[1] : p.start])][:1]
