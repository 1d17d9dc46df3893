"""Ids from content: the same content gives the same id, on every machine and in every order."""

import hashlib
import json

LENGTH = 20  # hexadecimal digits, 80 bits: two of a billion rows share an id once in a million databases


def content_id(*parts: object) -> str:
    """Twenty hexadecimal digits of the SHA-256 of the parts, each part kept apart from the next.

    Parts are what JSON can write (text, numbers, None, lists); dates are given as ISO text.

    >>> content_id("a", "bc") == content_id("ab", "c")
    False
    """
    written = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]
