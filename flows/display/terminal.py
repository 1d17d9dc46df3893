"""Text that others wrote, made safe for a terminal: a newspaper must not move the cursor or set colours."""

import unicodedata

HARMFUL = ("Cc", "Cf", "Cs", "Zl", "Zp")  # controls, invisible formats, half surrogates, line separators
KEPT = "\u200c\u200d\u00ad"  # joiners that Persian and emoji need; a soft hyphen shows as nothing


def printable(text: str) -> str:
    """The text with control and direction-changing characters shown as U+FFFD; line ends and tabs stay.

    >>> printable("\\x1b[31mred\\u202e")
    '\\ufffd[31mred\\ufffd'
    """
    return "".join(character if _is_harmless(character) else "\ufffd" for character in text)


def one_line(text: str) -> str:
    """The text on one line, safe to print."""
    return " ".join(printable(text).split())


def _is_harmless(character: str) -> bool:
    return character in "\n\t" or character in KEPT or unicodedata.category(character) not in HARMFUL
