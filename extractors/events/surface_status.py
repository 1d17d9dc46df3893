"""Whether an event happened, says the text: `lexicon/status_cues.csv` around the words that carry it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractors.events.patterns import (
    Pattern,
    Token,
    compile_pattern,
    first_words,
    match_pattern,
    read_lexicon,
    words_of,
)

BEFORE = 7  # tokens before the trigger in which a cue reaches it
AFTER = 6
_BREAKS = words_of("clause")
_RANK = {"negated": 3, "unconfirmed": 2, "planned": 1, "ongoing": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A status, the rule that gave it, and the offsets of its cue (None: nothing said otherwise)."""

    status: str
    rule: str
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    text: str
    status: str
    side: str
    pattern: Pattern


@cache
def _load_cues() -> tuple[tuple[_Cue, ...], dict[str, list[int]]]:
    cues = tuple(
        _Cue(text=r["pattern"], status=r["status"], side=r["side"], pattern=compile_pattern(r["pattern"]))
        for r in read_lexicon("status_cues")
    )
    return cues, first_words((number, cue.pattern) for number, cue in enumerate(cues))


def read_surface_status(tokens: Sequence[Token], first: int, last: int, *, inside: bool = True) -> Status:
    """The status of the event that tokens `first` to `last` (half open) carry.

    `inside` says whether a cue among these tokens counts: not for an act of speech, whose verb is itself a cue.
    A negation outranks a hedge, a hedge outranks a plan, a plan outranks the progressive.
    """
    best = max(_cues_near(tokens, first, last, inside=inside), key=lambda status: _RANK[status.status], default=None)
    if best:
        return best
    if _progressive(tokens, first):
        return Status(status="ongoing", rule="present progressive", span=(tokens[first].start, tokens[first].end))
    return Status(status="occurred", rule="told as done")


def _cues_near(tokens: Sequence[Token], first: int, last: int, *, inside: bool) -> list[Status]:
    start = _left_end(tokens, first)
    found = []
    for cue, at, end in _find_cues(tokens):
        if _reaches(cue.side, at, end, start, first, last) or (inside and first <= at < last and cue.side == "before"):
            span = (tokens[at].start, tokens[end - 1].end)
            found.append(Status(status=cue.status, rule=f"status_cues.csv: {cue.text}", span=span))
    return found


def _find_cues(tokens: Sequence[Token]) -> list[tuple[_Cue, int, int]]:
    """Cues with their tokens (half open): from one token the longest only, so that `no evidence` is not `no`."""
    cues, index = _load_cues()
    found = []
    for at, token in enumerate(tokens):
        matches = ((cues[n], match_pattern(cues[n].pattern, tokens, at)) for n in index.get(token.lower, ()))
        ends = [(cue, taken[-1] + 1) for cue, taken in matches if taken]
        if ends:
            cue, end = max(ends, key=lambda pair: pair[1])
            found.append((cue, at, end))
    return found


def _reaches(side: str, at: int, end: int, start: int, first: int, last: int) -> bool:
    before = start <= at and end <= first
    after = last <= at < last + AFTER
    return {"before": before, "after": after, "any": True}[side]


def _left_end(tokens: Sequence[Token], first: int) -> int:
    for at in range(first - 1, max(-1, first - 1 - BEFORE), -1):
        if tokens[at].lower in _BREAKS:
            return at + 1
    return max(0, first - BEFORE)


def _progressive(tokens: Sequence[Token], first: int) -> bool:
    before = [token.lower for token in tokens[max(0, first - 2) : first]]
    return tokens[first].lower.endswith("ing") and bool({"is", "are", "'re"} & set(before))
