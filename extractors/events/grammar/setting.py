"""Which words of a sentence are actors, places and dates: the spans read before, laid over its tokens."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from extractors.events.grammar.scene import Scene
from extractors.language.tree import Tree
from schemas.mention import ActorMention, DateMention, PlaceMention

_PEOPLES = frozenset({"demonym", "metonym"})


class Setting:
    """The spans of one article, each list sorted once."""

    def __init__(
        self, *, dates: Sequence[DateMention], places: Sequence[PlaceMention], actors: Sequence[ActorMention]
    ) -> None:
        self._dates = sorted(dates, key=lambda mention: mention.start)
        self._places = sorted(places, key=lambda mention: mention.start)
        self._actors = sorted(actors, key=lambda mention: mention.start)
        self._starts = {
            name: [mention.start for mention in mentions]
            for name, mentions in (("date", self._dates), ("place", self._places), ("actor", self._actors))
        }

    def scene(self, tree: Tree, before: Tree | None, folder: str | None = None) -> Scene:
        """A parsed sentence with what is known of its words; `before` is the sentence before it."""
        sectors: dict[int, str] = {}
        for at in self._within("actor", tree):
            for token in _tokens(tree, self._actors[at].start, self._actors[at].end):
                sectors[token] = self._actors[at].party.sector or ""
        places: set[int] = set()
        countries: set[int] = set()
        for at in self._within("place", tree):
            place = self._places[at]
            told = set(_tokens(tree, place.start, place.end))
            if place.kind in _PEOPLES or place.precision == "country":
                countries |= told
            if place.kind == "literal":
                places |= told
        dated = {
            token
            for at in self._within("date", tree)
            for token in _tokens(tree, self._dates[at].start, self._dates[at].end)
        }
        return Scene(
            tree,
            sectors=sectors,
            places=frozenset(places),
            countries=frozenset(countries),
            dated=frozenset(dated),
            prior=frozenset(before.lemmas) if before else frozenset(),
            folder=folder,
        )

    def _within(self, name: str, tree: Tree) -> range:
        starts = self._starts[name]
        return range(bisect_left(starts, tree.parse.start), bisect_left(starts, tree.parse.end))


def _tokens(tree: Tree, start: int, end: int) -> Iterator[int]:
    """The tokens that a span covers."""
    tokens = tree.tokens
    first = bisect_right(tokens, start, key=lambda token: token.end)
    for at in range(first, len(tokens)):
        if tokens[at].start >= end:
            return
        yield at
