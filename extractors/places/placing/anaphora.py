"""Words that point back at a place: "there", "the city", "the province"."""

from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.countries import metonyms
from extractors.language.tree import Tree
from extractors.places.placing.customs import deeds
from extractors.places.wordlists import compass, heads
from schemas.mention import PlaceMention

_DEFINITE = frozenset({"the", "this", "that"})
_CLASSES = {"settlement": {"point", "area"}, "division": {"admin1", "admin2", "area"}}
_AT = frozenset({"at", "in", "during"})
_NAMING = ("compound", "appos", "flat", "nmod")


def references(
    tree: Tree, places: Sequence[PlaceMention], last: tuple[int, int] | None = None
) -> Iterator[tuple[int, PlaceMention]]:
    """Tokens of a sentence that point back, each with the place that it means.

    That is the place of the event before (named at `last`) if it fits, else the one named last.
    """
    before = [p for p in places if last and (p.start, p.end) == last]
    for at, token in enumerate(tree.tokens):
        if token.lemma == "there" and token.relation == "advmod":
            found = _last(before or places, token.start, {"point", "area", "admin1", "admin2"})
        elif token.pos == "NOUN" and _points_back(tree, at):
            found = _named(before, token.start, token.lemma) or _named(places, token.start, token.lemma)
        else:
            continue
        if found:
            yield at, found


def _points_back(tree: Tree, at: int) -> bool:
    determiners = [tree.tokens[kid].text.lower() for kid in tree.kids(at, "det")]
    return (
        bool(_DEFINITE & set(determiners))
        and not tree.kids(at, *_NAMING, "amod", "nummod")
        and not _displaced(tree, at)
    )


def _displaced(tree: Tree, at: int) -> bool:
    """Whether something lies so far from what is named: "north of the capital"."""
    return at > 1 and any(tree.tokens[i].text.lower() in compass() for i in range(max(0, at - 3), at))


def _named(places: Sequence[PlaceMention], before: int, noun: str) -> PlaceMention | None:
    if noun == "capital":
        told = Counter(p.country for p in places)
        capitals = [p for p in places if p.name in metonyms() and metonyms()[p.name].alpha2 == p.country]
        found = max(capitals, key=lambda p: told[p.country], default=None)
        return found if found and told[found.country] == max(told.values()) else None  # no other country's is "the"
    classes = _CLASSES.get(heads().get(noun, ""))
    return _last(places, before, classes) if classes else None


def _last(places: Sequence[PlaceMention], before: int, precisions: set[str]) -> PlaceMention | None:
    told = Counter(p.country for p in places)
    leading = max(told, key=lambda country: (country is not None, told[country]), default=None)
    fitting = [p for p in places if p.start < before and p.kind == "literal" and p.precision in precisions]
    return next((p for p in reversed(fitting) if p.country == leading), fitting[-1] if fitting else None)


def meeting_in(tree: Tree, event: int) -> int | None:
    """The word for a meeting told before at which an event's words were spoken: "at the opening session X offered"."""
    for at in (event, *tree.up(event)):
        for kid in tree.kids(at, "obl"):
            here = tree.kid(kid, "case")
            if here is not None and tree.tokens[here].text.lower() in _AT and _told_meeting(tree, kid):
                return kid
    return None


def _told_meeting(tree: Tree, at: int) -> bool:
    """Whether a word is one for a meeting that needs no more telling: no "of ministers", no "in Vienna" behind it."""
    known = heads().get(tree.tokens[at].lemma) == "meeting" or heads().get(tree.tokens[at].text.lower()) == "meeting"
    determiners = {tree.tokens[kid].text.lower() for kid in tree.kids(at, "det")}
    return known and bool(_DEFINITE & determiners) and not tree.kids(at, "nmod", "appos", "flat")


def speaks_of_deed(tree: Tree, event: int) -> bool:
    """Whether an event's word is about a deed told before: "investigating the blast", "a probe into the attack"."""
    about = tree.kids(event, "obj", "nsubj:pass", "obl", "nmod")
    about += [kid for at in about for kid in tree.kids(at, "nmod")]
    return any(
        tree.tokens[at].lemma in deeds() and _DEFINITE & {tree.tokens[kid].text.lower() for kid in tree.kids(at, "det")}
        for at in about
    )
