"""Splits a sentence into words as Universal Dependencies does: hyphens, clitics and signs apart."""

import re

# Words are cut off at 100 characters, so that a text without a space takes no more time than another.
_WORD = re.compile(
    r"""
    (?-i:([A-Za-z]{2,40}+)(?=[ ,;\n]))                         # most words: nothing else can fit
  | (?:https?://|www\.)[^\s<>"”]{1,400}[^\s<>"”.,;:!?)\]]       # addresses
  | [\w-]{1,60}+(?:\.[\w-]{1,60}){0,5}\.(?:com|org|net|gov|edu|info|int|mil|doc|pdf|xls|html?|jpg|txt)\b
  | [\w.+-]{1,60}+@\w[\w-]{0,60}(?:\.\w{1,20}){1,5}
  | \d{3}-\d{3}-\d{4}\b | \d{3}-\d{4}\b                            # telephone numbers
  | \d{1,30}(?:[.,:/]\d{1,30}){0,20}(?=(?:am|pm|km|kg|cm|mm|m|bn|k|gb|hrs|mph|kph|ft|lb|lbs|°|%)\b)
  | \d{1,30}(?:[.,:/]\d{1,30}){1,20}(?:st|nd|rd|th|s)?
  | ph\.d\.
  | (?:[^\W\d_]\.){2,8}(?:[^\W\d_]\b)?                            # U.S., a.m.
  | (?:non|anti|pro|pre|post|co|re|ex|mid|multi|semi|neo|e|pan|inter|intra|ultra|un|sub|mini|micro|counter|vice|cross
    |mis|over)-(?=[^\W_])[\w]{1,60}                                          # prefixes stay on
  | [A-Z]{1,4}&[A-Z]{1,4}\b
  | \w{1,100}(?:['’]\w{1,100}){0,3}
  | [:;=]-?[)(DP](?!\w) | \[\.{3}\] | '{2} | [‘’]{2} | <{2} | >{2}
  | \.{2,20} | \.[!?] | -{2,80} | [!?]{1,80} | \*{2,80} | ={2,80} | \+{2,80} | \${2,80}
  | [^\s\x00-\x1f\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffd]    # marks that are not seen part words
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLITIC = re.compile(r"(?i)(?<=\w)(?:n['’]t|['’](?:s|m|re|ve|ll|d|em))$")
_JOINED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3} | {
    word: len(word) - 2
    for word in (
        "dont doesnt didnt wont cant havent hasnt hadnt wouldnt couldnt shouldnt isnt arent wasnt werent aint"
    ).split()
}
_DOTTED = frozenset(
    "mr mrs ms dr gen lt col maj capt sgt brig adm sen rep gov st prof rev hon jr sr inc corp co ltd bros vs etc al no "
    "nos jan feb mar apr jun jul aug sep sept oct nov dec mt ft ave approx dept fig vol pres cmdr cpl pvt amb".split()
)
_DOTTED_AT_END = frozenset("jr sr inc corp co ltd bros dept".split())


def split_words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The half-open offsets of the words of text[start:end], in order; white space lies in none.

    >>> text = "They don't recognise al-Shabaab's U.S.-led foes."
    >>> [text[a:b] for a, b in split_words(text, 0, len(text))][:8]
    ['They', 'do', "n't", 'recognise', 'al', '-', 'Shabaab', "'s"]
    """
    found: list[tuple[int, int]] = []
    position = start
    while match := _WORD.search(text, position, end):
        first, position = match.span()
        if match.lastindex and match[1].lower() not in _JOINED:
            found.append((first, position))
            continue
        position = max(position, last := _with_point(text, first, position, end))
        found.extend(_cut(text, first, last))
    return found


def _with_point(text: str, first: int, last: int, end: int) -> int:
    """Where the word ends once the point of an abbreviation or an initial is counted in."""
    if last >= end or text[last] != ".":
        return last
    word = text[first:last]
    closing = not text[last + 1 : end].strip(" \n\t\"'”’)]")
    if closing:
        return last + 1 if word.lower() in _DOTTED_AT_END else last
    initial = len(word) == 1 and word.isupper()
    return last + 1 if initial or word.lower() in _DOTTED else last


def _cut(text: str, first: int, last: int) -> list[tuple[int, int]]:
    word = text[first:last]
    if "'" in word or "’" in word:
        clitic = _CLITIC.search(word)
        if clitic and clitic.start():
            return [(first, first + clitic.start()), (first + clitic.start(), last)]
    place = _JOINED.get(word.lower(), 0)
    return [(first, first + place), (first + place, last)] if place else [(first, last)]
