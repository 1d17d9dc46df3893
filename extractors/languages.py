"""The language of a text. The only importer of py3langid, which is loaded when a text is not plainly English."""

import csv
import lzma
import mmap
import re
import shutil
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from extractors.mapped import let_go

ENGLISH = "en"
PROBE = 4000  # characters that are looked at
WORD = re.compile(r"[^\W\d_]+")
ARTICLE, SHARE = 0.015, 0.12  # the least share of "the", and of all words of the list, in plainly English text
MIXED = 0.08  # the share of words of the list from which a text is not taken for another language
FEW = 8  # words of which no statistics can be made
SURE = 0.9


def detect_language(text: str, declared: str | None = None) -> str:
    """The code (ISO 639-1) of the language that a text is in, whatever is declared; what cannot be told is as declared.

    >>> detect_language("The troops took the town on Monday and held it for two days.")
    'en'
    """
    words = [word.casefold() for word in WORD.findall(text[:PROBE])]
    told = _code(declared) or ENGLISH
    if len(words) < FEW:
        return told
    counted = sum(word in english_words() for word in words)
    if words.count("the") >= ARTICLE * len(words) and counted >= SHARE * len(words):
        return ENGLISH
    if told == ENGLISH and counted >= MIXED * len(words):
        return ENGLISH
    found, sureness = identify(text[:PROBE])
    return found if sureness >= SURE or (told == ENGLISH and not _is_latin(words)) else told


def _is_latin(words: Sequence[str]) -> bool:
    """Whether the words are written in the letters of English, most of them."""
    return sum(word.isascii() for word in words) * 2 > len(words)


def identify(text: str) -> tuple[str, float]:
    """The language that a text is likeliest to be in, and how sure that is."""
    identifier, rest = _identifier()
    found, sureness = identifier.classify(text.casefold())
    rest()
    return str(found), float(sureness)


@cache
def english_words() -> frozenset[str]:
    """Words that make up a good part of any English text and of no other (`lexicons/english_words.csv`)."""
    with (Path(__file__).parent / "lexicons" / "english_words.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(row["word"] for row in csv.DictReader(lines))


def _code(declared: str | None) -> str | None:
    code = re.split(r"[-_]", (declared or "").strip().lower())[0]
    return code if len(code) in (2, 3) and code.isascii() and code.isalpha() else None


@cache
def _identifier() -> tuple[Any, Callable[[], None]]:
    """The statistics of all languages, mapped: of 70 MB a text needs a little. And what lets go of that little."""
    from py3langid.langid import (  # a second that plain English saves
        MODEL_DIR,
        MODEL_FILE,
        LanguageIdentifier,
    )

    from extractors.mapped_arrays import items, map_arrays  # likewise

    with tempfile.TemporaryFile() as file:
        with lzma.open(MODEL_DIR / MODEL_FILE) as packed:
            shutil.copyfileobj(packed, file)
        file.flush()
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        tables = map_arrays(file, data)
    moves, rows, found = (items(tables[name]) for name in ("nextmove", "nextmove_row", "out_feat"))
    classes = tables["classes"].tolist()
    identifier = LanguageIdentifier(tables["ptc"], tables["pc"], classes, moves, found, norm_probs=True, tk_row=rows)
    return identifier, lambda: let_go(data)
