"""What only the parse tells of a mention: its modifiers, and names that no lexicon and no entity holds."""

import calendar
import re

from extractors.actors.lexicon import load_agents, load_references, load_titles
from extractors.actors.mentioned import Mentioned
from extractors.actors.spot import Spot
from extractors.actors.words import word_key
from extractors.language.parse import Token

_CALENDAR = frozenset([*calendar.day_name, *calendar.month_name, *calendar.month_abbr, *calendar.day_abbr, "Sept"])
_SOME = frozenset("several many few numerous other some various more".split())
_PLACES = frozenset({"LOC", "GPE"})
_DOER = re.compile(r"\w{3}(?:ers?|ors?|ists?|ians?|eers?|ees?|ants?|m[ae]n|recruits?|mates?)$")


def widen(text: str, spot: Spot, one: Mentioned) -> Mentioned:
    """The mention with the modifiers that the parse hangs on it ("mutinous soldiers")."""
    start, first = one.start, None
    for kid in reversed(spot.kids("amod", "compound", "nmod:poss")):
        token = spot.tree.tokens[kid]
        beside = token.end <= start and not text[token.end : start].strip(" -'’s")
        if beside and _modifies(spot, token) and not (one.kind == "site" and token.pos == "PROPN"):
            start, first = _compound_start(text, token.start), token
    if first is None:
        return one
    told = text[start : one.end]
    proper = (
        first.pos == "PROPN" or told[:2].isupper() or text[max(0, start - 2) : start].strip(' "“(') not in {"", "."}
    )
    name = told if proper or not told[:1].isupper() else told[0].lower() + told[1:]
    return one._replace(start=start, text=told, name=name)


def is_named_place(spot: Spot, one: Mentioned) -> bool:
    """Whether a settlement is told by its name ("the village of Hillwick"): that is where, not who."""
    if one.key.rpartition(" ")[2].removesuffix("s") not in load_references()["settlement"]:
        return False
    named = (kid for kid in spot.kids("nmod", "compound", "appos", "flat") if spot.tree.tokens[kid].pos == "PROPN")
    return any(spot.at(kid).case() in {"", "of"} for kid in named)  # "a camp near Hillwick" is not called so


def _compound_start(text: str, start: int) -> int:
    """Where a word begins of which a hyphen parts what the parse calls one: "state-owned"."""
    while start > 1 and text[start - 1] in "-–":
        start -= 1
        while start and text[start - 1].isalnum():
            start -= 1
    return start


def _modifies(spot: Spot, token: Token) -> bool:
    """Whether a word before a noun is a part of what it is called; numbers, days, places and gerunds are not."""
    if (
        token.pos in {"NUM", "PRON", "DET"}
        or token.text in _CALENDAR | _SOME
        or (token.pos == "VERB" and token.text.endswith("ing"))
    ):
        return False
    return not (token.pos == "PROPN" and _labelled(spot, token) & _PLACES)


def _labelled(spot: Spot, token: Token) -> set[str]:
    return {e.label for e in spot.tree.parse.entities if e.start <= token.start < e.end}


def unknown_name(text: str, spot: Spot) -> list[Mentioned]:
    """An unknown name keeps its text; a place, a day or the mere first word of a sentence is nobody."""
    token = spot.token
    labels = _labelled(spot, token)
    if token.text in _CALENDAR or labels & _PLACES:
        return []
    parts = [spot.tree.tokens[i] for i in spot.kids("flat", "compound") if spot.tree.tokens[i].pos == "PROPN"]
    start = min([token.start, *(part.start for part in parts)])
    told = text[start : max([token.end, *(part.end for part in parts)])]
    if any(character.isdigit() for character in told) and not labels:
        return []  # "F-16s"
    if len(told) < 3 or not told[0].isupper() or "\n" in told or (not labels and _bare_opening(spot, start, told)):
        return []
    if word_key(token.text) in load_titles() or word_key(token.text) in load_agents():
        return []  # a rank whose name the parse has elsewhere
    return [Mentioned(start, start + len(told), token.start, "body", told, told, None, None, "unknown name")]


def unknown_people(text: str, spot: Spot) -> list[Mentioned]:
    """Those to whom something is done, called by what they do in a word that no list has: "two porters"."""
    token = spot.token
    if spot.acting or not _DOER.search(token.text.lower()) or token.lemma.lower() in load_references()["thing"]:
        return []
    one = Mentioned(token.start, token.end, token.start, "agent", token.text, token.text, None, "CVL", "who does it")
    return [widen(text, spot, one)]


def _bare_opening(spot: Spot, start: int, told: str) -> bool:
    return " " not in told and start == spot.tree.parse.start
