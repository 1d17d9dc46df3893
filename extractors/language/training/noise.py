"""Changes sentences as the world does: capitals, title case, curly quotes."""

import random
from collections.abc import Sequence

_SMALL = frozenset("a an and as at but by for from in into nor of off on or over per the to up via vs with".split())


def recase(words: Sequence[str], chance: random.Random) -> list[str]:
    """The same words in another guise: one sentence in eight in capitals, one in twelve as a headline, and so on."""
    draw = chance.random()
    if draw < 0.12:
        return [word.upper() for word in words]
    if draw < 0.20:
        return title_case(words)
    if draw < 0.23:
        return [word.lower() for word in words]
    if draw < 0.33:
        return curly(words)
    return list(words)


def title_case(words: Sequence[str]) -> list[str]:
    """A headline: capitals at the front of all words but the small ones."""
    return [
        word if place and word.lower() in _SMALL else word[:1].upper() + word[1:] for place, word in enumerate(words)
    ]


def curly(words: Sequence[str]) -> list[str]:
    """Typographic apostrophes and quotation marks."""
    changed, opened = [], False
    for word in words:
        if word in ('"', "``", "''"):
            changed.append("”" if opened else "“")
            opened = not opened
        else:
            changed.append(word.replace("'", "’"))
    return changed
