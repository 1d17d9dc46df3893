"""What a mention stands for: the place, its people, its government, or a body that bears its name."""

from collections.abc import Sequence

from extractors.countries import country_names, metonyms
from extractors.places.recognition.spotter import Spot, around_of
from extractors.places.recognition.surroundings import Surroundings
from extractors.places.wordlists import heads, seats, titles

LONGEST_BODY = 8  # words of a body's name behind that of its place
_DATELINE = 60  # characters of a dateline before its brackets


def kind_of(text: str, spot: Spot, taken: Sequence[tuple[int, int]] = ()) -> str:
    """The kind of a mention; `taken` are spans of bodies.

    A place that opens the name of its own police, court or ministry stands for its authorities, and one that opens the
    longer name of a body ("Leeds Free Evening Press") for the body.
    """
    if spot.people:
        return "demonym"
    around = around_of(text, spot)
    if _names_a_body(text, spot, around, taken):
        return "organization"
    if around.head_after == "institution" and not around.senses & {"in", "near"}:
        return "metonym"
    if _opens_a_body(spot) or any(start == spot.start and spot.end < end for start, end in taken):
        return "metonym"
    state = spot.text in metonyms() or spot.text in country_names() or spot.text in seats()
    return "metonym" if state and "said" in around.senses else "literal"


def _names_a_body(text: str, spot: Spot, around: Surroundings, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether the name is part of that of a body, a treaty or a product."""
    capital = text[spot.end : spot.end + 2].strip()[:1].isupper()
    if around.head_after in {"organization", "law", "product"} and capital:
        return True
    inside = any(start < spot.start and spot.end <= end for start, end in taken)
    named = spot.named_after or around.head_before in {"organization", "law"}
    return named or (inside and around.head_after != "institution") or in_dateline_brackets(text, spot.start)


def _opens_a_body(spot: Spot) -> bool:
    """Whether the capitalised words behind a name end in the noun of a body: "Kenya Rural Roads Authority"."""
    if spot.last + 1 >= len(spot.run) or spot.run[spot.last - 1].bare < spot.run[spot.last - 1].end:
        return False
    for word in spot.run[spot.last : spot.last + LONGEST_BODY]:
        if heads().get(word.bare_key) == "organization" and word is not spot.run[spot.last]:
            return True
        if word.text[0].islower() or word.bare < word.end or word.key in titles():
            return False
    return False


def in_dateline_brackets(text: str, start: int) -> bool:
    """Whether a name stands in the brackets of a dateline, which name an agency."""
    line = text.rfind("\n", 0, start) + 1
    if not text[line : line + 2].isupper():
        return False
    bracket = text.find("(", line, min(start, line + _DATELINE))
    return bracket >= line + 1 and text.find(")", bracket, start) < 0
