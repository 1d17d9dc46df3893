"""The words of a text as the actor lexicons compare them."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[.'’ʼ&][^\W_]+)*|[,;:()\"“”]")
_OWNED = frozenset({"'s", "’s", "ʼs", "'S", "’S", "ʼS"})
_MARK = frozenset("'’")
_MARKS = str.maketrans("", "", "'’ʼ")
_STOPS = frozenset(".!?")
_DASHES = frozenset({" - ", " – ", " — ", " --"})
SIGNS = frozenset(',;:()"“”')


class Word(NamedTuple):
    """One word or sign: offsets, the word as written, and its key.

    `owner` if a possessive mark follows; `stop` if a sentence or a line may end behind it.
    """

    start: int
    end: int
    text: str
    key: str
    owner: bool
    stop: bool


def split_words(text: str) -> list[Word]:
    """The words of a text and the signs that part them; hyphens part words, possessive marks stand outside them.

    >>> [word.key for word in split_words("Syria's Jaish al-Islam")]
    ['syria', 'jaish', 'al', 'islam']
    """
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        start, end = match.span()
        follows = text[end : end + 1]
        owner = word[-2:] in _OWNED
        if owner:
            word, end = word[:-2], end - 2
        elif follows in _MARK and word[-1] in "sS":
            owner = True
        if follows == " ":  # as behind most words
            stop = text[end : end + 3] in _DASHES
        else:
            stop = follows == "\n" or (follows in _STOPS and len(word) > 1 and "." not in word)
        found.append(Word(start, end, word, word_key(word), owner, stop))
    return found


@lru_cache(maxsize=20000)
def word_key(word: str) -> str:
    """A word in lower case, without accents and apostrophes."""
    if not word.isascii():
        plain = unicodedata.normalize("NFKD", word.replace("\u0131", "i").replace("đ", "d"))
        word = "".join(character for character in plain if not unicodedata.combining(character))
    return word.lower().translate(_MARKS)


def name_key(name: str) -> str:
    """A name as the keys of its words.

    >>> name_key("Ahrar al-Sham") == name_key("ahrar Al Sham")
    True
    """
    return " ".join(word.key for word in split_words(name))
