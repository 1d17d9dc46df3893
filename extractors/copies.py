"""Fingerprints by which near copies of a text are found: one-permutation MinHash, and bands of it to look up."""

import hashlib
import re
from collections.abc import Sequence

BINS = 128  # numbers of a signature: a share of equal ones is right within some four hundredths
BANDS = 32  # texts that share a band are compared: of a pair that is seven tenths alike, one of 5,000 is missed
ROWS = BINS // BANDS
SHINGLE = 4  # words that are taken together
FEW = 30  # words of which a text is too short to be anybody's copy
EMPTY = (1 << 32) - 1
WORD = re.compile(r"\w+")


def signature_of(text: str) -> tuple[int, ...]:
    """The fingerprint of a text's words: 128 numbers, or none where the text is too short to tell.

    Each run of four words falls into one bin by its hash, and each bin keeps its least; an empty bin takes the next
    one's. The share of equal numbers of two texts is close to the share of runs that they have in common.

    >>> signature_of("Too short.")
    ()
    """
    words = [word.casefold() for word in WORD.findall(text)]
    if len(words) < FEW:
        return ()
    bins = [EMPTY] * BINS
    for shingle in {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}:
        number = int.from_bytes(hashlib.blake2b(shingle.encode("utf-8", "replace"), digest_size=8).digest(), "big")
        place, value = number % BINS, (number >> 7) & EMPTY
        bins[place] = min(bins[place], value)
    return tuple(_borrowed(bins, place) for place in range(BINS))


def bands_of(signature: Sequence[int]) -> tuple[int, ...]:
    """The keys by which a signature is looked up: texts that share one are worth comparing."""
    starts = range(0, len(signature), ROWS)
    return tuple(_key(start, signature[start : start + ROWS]) for start in starts)


def _borrowed(bins: Sequence[int], place: int) -> int:
    for step in range(BINS):
        value = bins[(place + step) % BINS]
        if value != EMPTY:
            return (value + step) & EMPTY
    return EMPTY


def _key(start: int, part: Sequence[int]) -> int:
    written = f"{start}:{':'.join(map(str, part))}".encode()
    return int.from_bytes(hashlib.blake2b(written, digest_size=8).digest(), "big") >> 1
