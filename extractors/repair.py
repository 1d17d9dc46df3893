"""Mends damaged text, and nothing else: what is not damaged comes back as it was, to the character."""

import html
import re
from html.entities import html5

LOST = "\ufffd"
ROUNDS = 8  # how deep an entity may be escaped; deeper is no accident

# The word before a lost no-break space: typesetters bind these to the next word.
BINDING = re.compile(
    rf"\b(?:a|an|and|as|at|but|by|for|from|in|into|is|of|on|or|s|that|the|through|to|under|was|with)"
    rf"{LOST}(?=\w)",
    re.IGNORECASE,
)
CONTRACTION = re.compile(rf"(?<=[^\W\d_]){LOST}(?=(?:s|re|ve|ll|d|m)\b)|(?<=n){LOST}(?=t\b)")
ALONE = re.compile(rf"(?<![^\s\d]){LOST}|{LOST}(?![^\s\d])")
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
ESCAPED_TWICE = re.compile(r"&(?:amp;)+(?=#?[A-Za-z0-9]{1,32};)")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
PAGE_BREAK = re.compile(r"[\x0b\x0c]")
# Two characters that UTF-8 read as a one-byte encoding leaves behind; ftfy decides whether it is so.
MOJIBAKE = re.compile(
    r"[\x80-\x9f]|[\u00c2-\u00f4\u0102-\u0159\u0192\u0393-\u03c3\u0402-\u045f][\x80-\xbf\u0152-\u0161\u2013-\u2122]"
)


def repair_text(text: str) -> str:
    """The text with its damage mended; a text without damage is returned as it is.

    Mended are: U+FFFD where a space or an apostrophe was, UTF-8 that was read as another encoding,
    HTML entities, control characters and half surrogate pairs. A U+FFFD that stands for a letter stays:
    nobody knows which.

    >>> repair_text("planning to\\ufffdlaunch an offensive on\\ufffdRaqqa &amp; Palmyra")
    'planning to launch an offensive on Raqqa & Palmyra'
    >>> repair_text("the President of Turkey, Erdo\\ufffdan")
    'the President of Turkey, Erdo\\ufffdan'
    """
    text = text.removeprefix("\ufeff")
    if "&" in text:
        text = _unescape(text)
    if MOJIBAKE.search(text):
        text = _decode_again(text)
    if CONTROL.search(text) or PAGE_BREAK.search(text):
        text = CONTROL.sub("", PAGE_BREAK.sub("\n", text))
    return _restore_spaces(text) if LOST in text else text


def _unescape(text: str) -> str:
    for _ in range(ROUNDS):
        mended = ENTITY.sub(_character, ESCAPED_TWICE.sub("&", text))
        if mended == text:
            break
        text = mended
    return text


def _character(match: re.Match[str]) -> str:
    written = match.group()
    if written[1] == "#" or written[1:] in html5:
        found = html.unescape(written)
        return "" if found == LOST else found
    return written


def _decode_again(text: str) -> str:
    import ftfy  # a tenth of a second that undamaged text does not pay

    return "".join(_mended_line(line, ftfy.fix_encoding(line)) for line in text.splitlines(keepends=True))


def _mended_line(line: str, mended: str) -> str:
    """The mended line, unless mending lost a character or made the line longer: then it was no such damage."""
    return mended if len(mended) <= len(line) and mended.count(LOST) <= line.count(LOST) else line


def _restore_spaces(text: str) -> str:
    """Where spaces were lost in one place of a text, its other U+FFFD were spaces too: it is one accident."""
    text = CONTRACTION.sub("'", text)
    return text.replace(LOST, " ") if BINDING.search(text) else ALONE.sub(" ", text)
