"""The words beside a name, and what the cue words among them say."""

from functools import cache
from typing import NamedTuple

from extractors.places.wordlists import cues, heads

REACH = 48  # characters on either side
_OPENING = "\"'“‘«([{\u200e\u200f\u202a\u202b"
_CLOSING = "\"'”’»)]}.,;:!?\u200e\u200f"
_NONE: frozenset[str] = frozenset()
_JOINTS = frozenset(" -\u00a0")
_POSSESSIVES = frozenset({"'s", "’s", "'S", "’S"})
_APOSTROPHES = frozenset("'’")
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
    after_small: bool


def look_around(text: str, start: int, end: int) -> Surroundings:
    """The surroundings of the name at `start` to `end`.

    >>> around = look_around("They left the town of Homs in May.", 22, 26)
    >>> around.head_before, around.before[0], around.after[0]
    ('settlement', 'of', 'in')
    """
    first = max(0, start - REACH)
    left = text[max(first, text.rfind("\n", first, start) + 1) : start].lower()
    right = text[end : end + REACH].partition("\n")[0]
    before = left.split()[:-7:-1]
    if not left.isascii() or '"' in left or "(" in left or "'" in left or "[" in left or "{" in left:
        before = [word.lstrip(_OPENING) if word[0] in _OPENING else word for word in before]
    article = bool(before) and before[0] in _ARTICLES
    told = before[1:] if article else before
    possessive = right[:2] in _POSSESSIVES or right[:1] in _APOSTROPHES
    rest = right[2:] if possessive else right
    joined = rest[:1] in _JOINTS
    after = [word.rstrip(_CLOSING) for word in rest.lower().replace("-", " ").split(None, 3)[:3]] if joined else ()
    near_before, near_after, nouns_after = _firsts()
    senses = _senses(told, "before") if told and (told[0] in near_before or not told[0]) else _NONE
    if after and after[0] in near_after:
        senses |= _senses(after, "after")
    return Surroundings(
        tuple(before),
        tuple(after),
        senses,
        _head_before(told) if told else None,
        _head_after(after) if after and after[0] in nouns_after else None,
        article,
        possessive,
        joined and rest[1:2].islower(),
    )


@cache
def _firsts() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words beside a name that open a cue before it, one behind it, and a noun behind it; most words open none."""
    nouns = frozenset(head.split()[0] for head in heads())
    return (
        frozenset(cue.split()[-1] for cue in cues("before")),
        frozenset(cue.split()[0] for cue in cues("after")),
        nouns,
    )


def _senses(words: list[str], side: str) -> frozenset[str]:
    """The senses of the longest cue among the words beside a name, nearest first."""
    near = words[:3]
    if side == "before" and "" in near:
        near = [word for word in near if word]  # a mark that stands alone
    senses = cues(side)
    for length in range(len(near), 0, -1):
        cue = " ".join(near[:length] if side == "after" else near[length - 1 :: -1])
        if cue in senses:
            return senses[cue]
    return _NONE


def _head_after(words: list[str]) -> str | None:
    """The sense of the noun behind a name: "X province"; `another` in "the Yazidi village of X"."""
    parts = (" ".join(words[:length]) for length in range(min(3, len(words)), 0, -1))
    found = next((heads()[part] for part in parts if part in heads()), None)
    return "another" if found == "settlement" and words[1:2] == ["of"] else found


def _head_before(words: list[str]) -> str | None:
    """The sense of the noun before a name: "the town of X", "Lake X"."""
    if len(words) > 1 and words[0] == "of":
        return heads().get(words[1].rstrip(",")) or heads().get(" ".join(words[2:0:-1]))
    return heads().get(words[0])
