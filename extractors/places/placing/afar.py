"""The place of an event of which its sentence names none: that of the event before, of the meeting, of the deed."""

import re
from collections.abc import Sequence

from extractors.countries import metonyms
from extractors.language.tree import Tree
from extractors.places.placing.anaphora import meeting_in, speaks_of_deed
from extractors.places.placing.customs import Custom
from extractors.places.placing.event_place import Earlier, EventPlace, again
from extractors.places.wordlists import heads
from schemas.mention import PlaceMention

CARRIED_OVER = "carried over from the event before"
CARRIED = 450  # characters over which a place is carried to the next event: from 500 on it is mostly wrong
NEXT = 250  # characters to the next sentence, in which "they" are those of the one before
# a sum of many since a beginning is told of the country, not of the town that was named last
_TOTAL = re.compile(
    r"(?=.*\b(?:millions?|thousands|\d{1,3},\d{3})\b)(?=.*\b(?:have|has)\b)(?=.*\b(?:since|so far|to date)\b)",
    re.DOTALL,
)
_LED = re.compile(r"\b(?:in|at|near|against|across|inside|into|on|around)\s(?:\w+ern\s)?$")
_THEY = frozenset({"they", "it", "we"})
_NEW = frozenset({"a", "an", "another", "some"})
_POINTING = frozenset({"the", "this", "that", "second"})  # words for what was told before


def from_afar(
    carried: EventPlace | None, start: int, custom: Custom, *, definite: bool, tree: Tree | None, event: int | None
) -> list[EventPlace]:
    """The place that an event at `start` takes over; `definite`: its words speak of one told before."""
    if carried is None:
        return []
    earlier = carried.earlier or Earlier(carried, carried)
    if tree is not None and event is not None and custom.name in {"spoken", "reached"}:
        return _said(tree, event, earlier, start, custom)
    if custom.carried == "deed":
        spoken_of = tree is not None and event is not None and speaks_of_deed(tree, event)
        return _taken(earlier.ground, start, "where what is looked into happened") if spoken_of else []
    if tree is not None and event is not None and (in_the_past(tree, event) or at_another(tree, event)):
        return []
    if custom.carried == "yes" or (custom.carried == "own" and definite):
        told = earlier.truce if custom.name == "applies" else earlier.ground
        return _taken(told, start, CARRIED_OVER)
    return []


def is_new_ground(text: str, told: EventPlace, inside: Sequence[PlaceMention]) -> bool:
    """Whether a sentence names a place of its own, so that the one of the event before is carried no further.

    Countries and capitals are also parties: they are places behind a preposition alone.
    """
    others = [place for place in inside if place.name != told.place and place.country != told.country]
    return told.rule.startswith(CARRIED_OVER) and any(
        (place.precision != "country" and place.name not in metonyms()) or _LED.search(text, 0, place.start)
        for place in others
    )


def told_of(places: Sequence[EventPlace], status: str) -> tuple[EventPlace, ...]:
    """The places that are told of an event: what is only planned need not be where things happened before."""
    return tuple(place for place in places if status != "planned" or place.rule != CARRIED_OVER)


def _said(tree: Tree, event: int, earlier: Earlier, start: int, custom: Custom) -> list[EventPlace]:
    """Where something was said or decided by those who met: "at the session", "they also lifted"."""
    at = meeting_in(tree, event)
    if at is not None:
        return _taken(earlier.meeting, start, f"'{tree.tokens[at].text}' points back at it")
    subject = tree.kid(event, "nsubj") if custom.carried == "they" and tree.relation(event) == "root" else None
    if subject is None or tree.words[subject] not in _THEY:
        return []
    near = earlier.spoken and earlier.spoken.span and start - earlier.spoken.span[1] <= NEXT
    return _taken(earlier.spoken, start, f"'{tree.tokens[subject].text}' are those who met there") if near else []


def _taken(told: EventPlace | None, start: int, why: str) -> list[EventPlace]:
    near = told is not None and told.span is not None and start - told.span[1] <= CARRIED
    return [again(told, why)] if told and near else []


def in_the_past(tree: Tree, event: int) -> bool:
    """Whether an event is told of somebody or something as what lay before: "the men whom it had seized"."""
    had = any(tree.tokens[kid].text.lower() == "had" for kid in tree.kids(event, "aux"))
    return had and tree.tokens[event].relation == "acl:relcl"


def at_another(tree: Tree, event: int) -> bool:
    """Whether an event befell or took place at a town or village that is not named: "shelled a mountain village"."""
    for at in tree.kids(event, "obj", "obl", "nsubj:pass"):
        articles = {tree.tokens[kid].text.lower() for kid in tree.kids(at, "det")}
        if heads().get(tree.tokens[at].lemma) == "settlement" and articles & _NEW and not tree.kids(at, "appos"):
            return True
    return False


def is_total(text: str, sentence: tuple[int, int]) -> bool:
    """Whether a sentence tells a sum of many since a beginning."""
    return _TOTAL.match(text, *sentence) is not None


def is_definite(text: str, before: tuple[int, int]) -> bool:
    """Whether the words before those of an event speak of one told before ("the truce")."""
    words = text[before[0] : before[1]].lower().split()[-4:]
    return bool(_POINTING & set(words))


def told_before(tree: Tree, event: int) -> bool:
    """Whether the subject of an event's verb is a thing told before ("the truce ended and was not renewed")."""
    for at in (event, *tree.up(event)):
        subject = next((kid for name in ("nsubj", "nsubj:pass") if (kid := tree.kid(at, name)) is not None), None)
        if subject is not None:
            return any(token.head == subject and token.text.lower() in _POINTING for token in tree.tokens)
        if tree.relation(at) != "conj":
            return False
    return False
