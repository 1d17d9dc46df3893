"""Which of the many names of a place English news would print."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from extractors.places.gazetteer.spelling import key_n2
from extractors.places.gazetteer.tables import Row

MIDDLE = 15_000  # people
_LATIN = re.compile(r"[‘’`']?[A-ZÀ-ÞĀ-ſƏǝ\u1e00-\u1eff](?:[A-Za-zÀ-ɏ\u1e00-\u1effə .‘’`-]|'(?=[A-Z]))+")
_FOREIGN = re.compile(
    r"\b(?:Lungsod|Bandar|Kota|Cathair|Cidade|Ciudad de|Cuidad|Mji|Wilayah|shaary|piirkond|khot|Gorad|Gorod|Horad"
    r"|Landkreis|Stadt|kommun|Comune|Commune|Provin\w*|Pravin\w*|Vilojati|Municipi\w*|Mairie|Gemeente|Estat|Estado)\b"
)
_ENDINGS = (
    "as",
    "us",
    "os",
    "is",
    "es",
    "u",
    "o",
    "i",
    "e",
    "y",
    "a",
    "um",
    "ium",
    "ju",
    "k",
    "ski",
    "ova",
    "ovo",
    "eri",
)
_WESTERN = frozenset("US CA GB IE AU NZ".split())


def plain_name(name: str, country: str) -> str:
    """A name without signs that no newspaper prints (ʿayn, dots and strokes of transliterated Arabic)."""
    if country in _WESTERN:
        return name
    kept = name.replace("‘", "").replace("’", "").replace("`", "").strip("'")
    if kept.isascii():
        return kept
    return unicodedata.normalize("NFC", "".join(c if _is_plain(c) else _base(c) for c in kept))


@cache
def _is_plain(letter: str) -> bool:
    return not unicodedata.name(letter, "").endswith(("MACRON", "DOT BELOW", "CEDILLA", "LINE BELOW"))


def _base(letter: str) -> str:
    # ç and ş are letters of Turkish and French; the cedilla of romanised Arabic (ḩ ţ z̧) is not
    return letter if letter in "çÇşŞ" else unicodedata.normalize("NFD", letter)[0]


def useful_aliases(row: Row, name: str, others: Iterable[str], *, everything: bool) -> tuple[str, ...]:
    """Other names that may be printed: all Latin ones in war countries, short forms elsewhere.

    The many names that other languages have for the large towns of other countries are names of something else as
    often as not; those that English prints stand in the overlay.
    """
    if not everything and (row.population < MIDDLE or row.country in _WESTERN):
        return ()
    seen = {key_n2(row.name)}
    full = key_n2(row.name)
    kept: list[str] = []
    for other in sorted({plain_name(other, row.country) for other in (name, *others) if _printable(other)}):
        key = key_n2(other)
        if key in seen or _inflected(key, seen) or not (everything or full.startswith(key + " ")):
            continue
        seen.add(key)
        kept.append(other)
    return tuple(kept)


def _printable(name: str) -> bool:
    """Whether a name is in Latin letters, begins with a capital, and is no code and no sentence."""
    if not 4 <= len(name) <= 40 or not _LATIN.fullmatch(name):
        return False
    return not name.isupper() and name.count(" ") < 4 and not _FOREIGN.search(name)


def _inflected(key: str, seen: Iterable[str]) -> bool:
    """Whether a name is another one with the ending that some language puts to foreign names."""
    return any(
        len(known) > 4
        and len(known) < len(key)
        and key[: len(known) - 1] == known[:-1]
        and key[len(known) :] in _ENDINGS
        for known in seen
    )
