"""Whether an article is about games, trade or gardens, whose battles and sieges are figures of speech."""

import re
from functools import cache

from extractors.events.patterns import noun_forms
from extractors.events.scene import load_classes

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_LEAST = 3  # different words of play from which an article may be about it


@cache
def _words_of(name: str, folder: str | None) -> frozenset[str]:
    return frozenset(form for word, names in load_classes(folder).items() if name in names for form in noun_forms(word))


def is_playful(text: str, folder: str | None = None) -> bool:
    """Whether the words of play outweigh those of states, the armed and crowds.

    >>> is_playful("The striker scored the second goal of the match, his tenth of the season.")
    True
    """
    words = set(_WORD.findall(text.lower()))
    play = len(words & _words_of("play", folder))
    return play >= _LEAST and play * 2 > len(words & _words_of("public", folder))
