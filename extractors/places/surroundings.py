"""The words beside a name, and what the cue words among them say."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from extractors.places.wordlists import cues, heads

REACH = 48  # characters on either side
_OPENING = "\"'“‘«([{\u200e\u200f\u202a\u202b"
_CLOSING = "\"'”’»)]}.,;:!?\u200e\u200f"
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
    before = [word.lstrip(_OPENING) for word in left.lower().split()[:-7:-1]]
    article = bool(before) and before[0] in _ARTICLES
    told = before[1:] if article else before
    possessive = right[:2] in {"'s", "’s", "'S", "’S"} or right[:1] in {"'", "’"}
    rest = right[2:] if possessive else right
    joined = rest[:1] in {" ", "-", "\u00a0"}
    after = [word.rstrip(_CLOSING) for word in rest.lower().replace("-", " ").split()[:3]] if joined else []
    senses = _senses(told, cues("before")) | _senses(after, cues("after"), backwards=False)
    return Surroundings(
        before=tuple(before),
        after=tuple(after),
        senses=senses,
        head_before=_head_before(told),
        head_after=next((heads()[part] for part in _prefixes(after) if part in heads()), None),
        article=article,
        possessive=possessive,
        comma_after=rest[:2] == ", ",
        after_small=joined and rest[1:2].islower(),
    )


def _senses(words: list[str], senses: Mapping[str, frozenset[str]], *, backwards: bool = True) -> frozenset[str]:
    for part in _prefixes(words):
        cue = " ".join(reversed(part.split())) if backwards else part
        if cue in senses:
            return senses[cue]
    return frozenset()


def _prefixes(words: list[str]) -> list[str]:
    return [" ".join(words[:length]) for length in range(min(3, len(words)), 0, -1)]


def _head_before(words: list[str]) -> str | None:
    """The sense of the noun before a name: "the town of X", "Lake X"."""
    if len(words) > 1 and words[0] == "of":
        return heads().get(words[1].rstrip(",")) or heads().get(" ".join(words[2:0:-1]))
    return heads().get(words[0]) if words else None
