"""What the network reads of a word: the pieces of its lower-case form, its ends, its shape and its letter case."""

import re
import unicodedata
import zlib
from collections.abc import Iterable

_PARTS = re.compile(r"[^\W_]+|[^\w\s]|_")
_SHAPE = str.maketrans("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", "x" * 26 + "X" * 26 + "d" * 10)
_LONGEST_PIECE = 24
ROWS = {"suffix3": 4096, "suffix2": 1024, "prefix3": 4096, "shape": 512, "case": 8}


class Pieces:
    """Cuts words into the pieces of a vocabulary, the longest first, as BERT does.

    Args:
        vocabulary: The pieces in the order of their numbers; ## stands before a piece that does not begin a word. The
            first is the unknown one.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}

    def cut(self, word: str) -> list[int]:
        """The numbers of the pieces of a word: one at least, eight at most."""
        plain = unicodedata.normalize("NFD", word[:100].lower())
        plain = "".join(letter for letter in plain if unicodedata.category(letter) != "Mn")
        found: list[int] = []
        for part in _PARTS.findall(plain):
            found.extend(self._cut_part(part))
            if len(found) >= 8:
                break
        return found[:8] or [0]

    def _cut_part(self, part: str) -> list[int]:
        found, start = [], 0
        while start < len(part):
            for end in range(min(len(part), start + _LONGEST_PIECE), start, -1):
                number = self._numbers.get(("##" if start else "") + part[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return [0]
        return found


def marks(word: str) -> list[int]:
    """The rows of a word in the tables of `ROWS`, in their order."""
    form = word.lower().replace("’", "'")
    shape = shape_of(word)
    keys = (form[-3:], form[-2:], form[:3], shape)
    rows = [_row(key, size) for key, size in zip(keys, list(ROWS.values())[:4], strict=True)]
    return [*rows, case_of(word)]


def shape_of(word: str) -> str:
    """Letters as x and X, figures as d, runs cut at three: Iraqi's -> Xxxx'x."""
    shape: list[str] = []
    for sign in word[:100].translate(_SHAPE):
        if shape[-3:] != [sign] * 3:
            shape.append(sign)
    return "".join(shape[:12])


def _row(key: str, size: int) -> int:
    return zlib.crc32(key.encode("utf-8", "surrogatepass")) % size


def case_of(word: str) -> int:
    """What the letters of a word look like: 1 lower, 2 capitals, 3 one capital, 4 capital first, 5 mixed, 6 figures."""
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) > 1 else 3
    if word[:1].isupper():
        return 4 if word[1:].islower() else 5
    return 6 if any(letter.isdigit() for letter in word) else 7
