"""Runs of capitalised words, with the particles inside them: where names of places can stand."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extractors.places.gazetteer.lookup import name_key

_CAPITALS = "".join(chr(c) for block in ((0x41, 0x250), (0x1E00, 0x1F00)) for c in range(*block) if chr(c).isupper())
_LETTERS = r"\w’'ʿʾʼ`"
_PARTICLES = (
    "al|el|ul|ad|adh|an|ar|as|ash|at|ath|az|ed|er|es|esh|et|ez|en|il|ol|ed|de|del|della|di|da|do|dos|das|du|des|la|le|"
    "las|los|les|lès|au|aux|à|of|the|sur|sous|on|upon|and|in|am|im|an der|i|y|e|und|et|"
    "nad|na|pod|ob|bei|van|von|kwa|under|aan|op|den|der"
)
_WORD = (
    rf"(?:(?:[{_CAPITALS}]\.){{2,5}}|W\.Va(?=\.)|"
    rf"(?:St|Ste|Ft|Mt|SS|Sts|ST|FT|MT)\.(?=[ \u00a0])|[{_CAPITALS}]\.(?=[ \u00a0][{_CAPITALS}])|"
    rf"(?:[dlDL]['’])?[{_CAPITALS}][{_LETTERS}]{{0,40}})"
)
_HYPHENS = r"\u2010\u2011-"
_GAP = rf"[ \u00a0{_HYPHENS}]"  # one character: what is further apart is two names
_RUN = re.compile(
    rf"(?<![\w’'.])(?:(?:al|el|ad|an|ar|as|ash|at|az|ez)[{_HYPHENS}])?{_WORD}"
    rf"(?:{_GAP}(?:(?:{_PARTICLES}){_GAP}){{0,2}}{_WORD})*"
)
# the first capital of a run; the class of characters comes first, so that the scan passes over all others at once
_CAPITAL = re.compile(rf"[{_CAPITALS}](?:(?<![\w’'.].)|(?<=[dl]['’].))")
# what may stand before it in the same word
_BEFORE = re.compile(rf"(?<![\w’'.])(?:(?:al|el|ad|an|ar|as|ash|at|az|ez)[{_HYPHENS}]|[dl]['’])$")
_LONGEST_BEFORE = 4
_JOINING = frozenset("\u2010\u2011-'’")
_PIECE = re.compile(rf"[^\s\u00a0{_HYPHENS}]+")
_POSSESSIVE = ("'s", "’s", "'S", "’S")


class Word(NamedTuple):
    """One word of a run; `bare` is its end without a possessive, `key` and `bare_key` are normalised."""

    start: int
    end: int
    bare: int
    text: str
    key: str
    bare_key: str


def capital_runs(text: str) -> Iterator[list[Word]]:
    """The runs in order.

    >>> [[word.key for word in run] for run in capital_runs("He fled Deir ez-Zor's old town for Côte d'Ivoire.")]
    [['he'], ['deir', 'ez', 'zors'], ['cote', 'divoire']]
    """
    beyond = 0
    while capital := _CAPITAL.search(text, beyond):
        start = capital.start()
        if start and text[start - 1] in _JOINING:
            start = _word_start(text, start, beyond)
        run = _RUN.match(text, start)
        beyond = run.end() if run else capital.end()
        if run is None:
            continue
        first, told = run.start(), run.group()
        if told.isalnum():
            yield [_word(told, first, first + len(told))]  # one word, as most are
        else:
            yield [_word(piece.group(), first + piece.start(), first + piece.end()) for piece in _PIECE.finditer(told)]


def _word_start(text: str, capital: int, beyond: int) -> int:
    """Where the word of a capital begins: at the article or the "d'" before it, if that belongs to no earlier run."""
    before = _BEFORE.search(text, max(beyond, capital - _LONGEST_BEFORE), capital)
    return before.start() if before else capital


def _word(text: str, start: int, end: int) -> Word:
    key, bare_key, cut = _keys(text)
    return Word(start, end, end - cut, text, key, bare_key)


@lru_cache(maxsize=1 << 13)
def _keys(word: str) -> tuple[str, str, int]:
    """The normalised word, the same without a possessive, and how many characters that takes off."""
    cut = 2 if word.endswith(_POSSESSIVE) else 1 if word[-1] in "'’" else 0
    key = name_key(word)
    return key, name_key(word[: len(word) - cut]) if cut else key, cut
