"""Words that point back at a place: "there", "the city", "the province"."""

from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.countries import metonyms
from extractors.language.tree import Tree
from extractors.places.wordlists import compass, heads
from schemas.mention import PlaceMention

_DEFINITE = frozenset({"the", "this", "that"})
_CLASSES = {"settlement": {"point", "area"}, "division": {"admin1", "admin2", "area"}}
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
        return max(capitals, key=lambda p: told[p.country], default=None)
    classes = _CLASSES.get(heads().get(noun, ""))
    return _last(places, before, classes) if classes else None


def _last(places: Sequence[PlaceMention], before: int, precisions: set[str]) -> PlaceMention | None:
    told = Counter(p.country for p in places)
    leading = max(told, key=lambda country: (country is not None, told[country]), default=None)
    fitting = [p for p in places if p.start < before and p.kind == "literal" and p.precision in precisions]
    return next((p for p in reversed(fitting) if p.country == leading), fitting[-1] if fitting else None)
