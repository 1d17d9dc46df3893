"""The words beside a name, and what the cue words among them say."""

from functools import cache, lru_cache
from typing import NamedTuple

from extractors.places.wordlists import cues, heads

REACH = 48  # characters on either side
_OPENING = "\"'“‘«([{\u200e\u200f\u202a\u202b"
_CLOSING = "\"'”’»)]}.,;:!?\u200e\u200f"
_NONE: frozenset[str] = frozenset()
_ARTICLES = frozenset({"the", "a", "an"})


class Surroundings(NamedTuple):
    """What stands beside a name: words in lower case, nearest first, and the senses of the cues among them."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    senses: frozenset[str]
    head_before: str | None
    head_after: str | None
    article: bool
    possessive: bool
    comma_after: bool
    after_small: bool


def look_around(text: str, start: int, end: int) -> Surroundings:
    """The surroundings of the name at `start` to `end`.

    >>> around = look_around("They left the town of Homs in May.", 22, 26)
    >>> around.head_before, around.before[0], around.after[0]
    ('settlement', 'of', 'in')
    """
    left = text[max(0, start - REACH) : start]
    right = text[end : end + REACH]
    return _read(left.rpartition("\n")[2], right.partition("\n")[0])


@lru_cache(maxsize=4096)
def _read(left: str, right: str) -> Surroundings:
    before = [word.lstrip(_OPENING) if word[0] in _OPENING else word for word in left.lower().split()[:-7:-1]]
    article = bool(before) and before[0] in _ARTICLES
    told = before[1:] if article else before
    possessive = right[:2] in {"'s", "’s", "'S", "’S"} or right[:1] in {"'", "’"}
    rest = right[2:] if possessive else right
    joined = rest[:1] in {" ", "-", "\u00a0"}
    after = [word.rstrip(_CLOSING) for word in rest.lower().replace("-", " ").split(None, 3)[:3]] if joined else []
    senses = _senses(told, "before") | _senses(after, "after")
    return Surroundings(
        before=tuple(before),
        after=tuple(after),
        senses=senses,
        head_before=_head_before(told),
        head_after=_head_after(after),
        article=article,
        possessive=possessive,
        comma_after=rest[:2] == ", ",
        after_small=joined and rest[1:2].islower(),
    )


def _senses(words: list[str], side: str) -> frozenset[str]:
    """The senses of the longest cue among the words beside a name, nearest first."""
    near = words[:3]
    if side == "before" and "" in near:
        near = [word for word in near if word]  # a mark that stands alone
    if not near or near[0] not in _nearest(side):
        return _NONE
    senses = cues(side)
    for length in range(len(near), 0, -1):
        cue = " ".join(near[:length] if side == "after" else near[length - 1 :: -1])
        if cue in senses:
            return senses[cue]
    return _NONE


@cache
def _nearest(side: str) -> frozenset[str]:
    """The words of the cues of a side that stand next to the name."""
    return frozenset(cue.split()[0 if side == "after" else -1] for cue in cues(side))


@cache
def _openings() -> frozenset[str]:
    return frozenset(head.split()[0] for head in heads())


def _head_after(words: list[str]) -> str | None:
    """The sense of the noun behind a name: "X province"."""
    if not words or words[0] not in _openings():
        return None
    parts = (" ".join(words[:length]) for length in range(min(3, len(words)), 0, -1))
    return next((heads()[part] for part in parts if part in heads()), None)


def _head_before(words: list[str]) -> str | None:
    """The sense of the noun before a name: "the town of X", "Lake X"."""
    if len(words) > 1 and words[0] == "of":
        return heads().get(words[1].rstrip(",")) or heads().get(" ".join(words[2:0:-1]))
    return heads().get(words[0]) if words else None
