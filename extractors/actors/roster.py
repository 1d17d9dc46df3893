"""The mentions of one article by place, and who of them a word further on can mean."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from extractors.actors.mentioned import Mentioned

NAMED = frozenset({"body", "leader", "state", "person", "capital"})
_REACH = 3  # sentences that a pronoun looks back


class Roster:
    """All mentions of an article in order, with their sentences and whether each is a subject."""

    def __init__(
        self, found: Sequence[Mentioned], sentences: Sequence[tuple[int, int]], places: Collection[int] = ()
    ) -> None:
        self.places = places  # where places are named as places
        self.found = list(found)
        self._starts = [one.start for one in self.found]
        self._bounds = list(sentences)
        self._told: dict[int, list[Mentioned]] = {}
        self.relations: dict[int, str] = {}  # of the words of parsed sentences, by offset

    def at(self, offset: int) -> Mentioned | None:
        """The mention that covers an offset."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self.found[index].end > offset:
            return self.found[index]
        return None

    def sentence_of(self, offset: int) -> int:
        """The sentence that an offset lies in."""
        return max(0, bisect_right(self._bounds, (offset, 1 << 60)) - 1)

    def after(self, one: Mentioned) -> Mentioned | None:
        """The mention that follows."""
        index = bisect_right(self._starts, one.start)
        return self.found[index] if index < len(self.found) else None

    def previous(self, one: Mentioned) -> Mentioned | None:
        """The mention that stands before."""
        index = bisect_right(self._starts, one.start - 1) - 1
        return self.found[index] if index >= 0 else None

    def between(self, start: int, end: int) -> list[Mentioned]:
        """The mentions that begin between two offsets."""
        return self.found[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def before(self, sentence: int, offset: int, reach: int = _REACH) -> Iterator[Mentioned]:
        """Mentions before an offset: its sentence first, then those before; in each, subjects first."""
        begin = self._bounds[sentence][0]
        here = self.between(begin, offset)[::-1]
        yield from sorted(here, key=lambda one: not self._is_subject(one))
        for at in range(sentence - 1, max(-1, sentence - reach - 1), -1):
            yield from self._told_in(at)

    def _told_in(self, sentence: int) -> list[Mentioned]:
        """The mentions of a whole sentence, subjects first."""
        if sentence not in self._told:
            inside = self.between(*self._bounds[sentence])
            self._told[sentence] = sorted(inside, key=lambda one: not self._is_subject(one))
        return self._told[sentence]

    def relation_of(self, one: Mentioned) -> str:
        """What a mention is to its sentence; of a name whose last word hangs on its first, what the first is."""
        own = self.relations.get(one.head, "")
        return self.relations.get(one.start, "") if own == "flat" else own

    def _is_subject(self, one: Mentioned) -> bool:
        return self.relation_of(one).startswith("nsubj")

    def is_setting(self, one: Mentioned) -> bool:
        """Whether a capital is the place of the news and no government: any that is not a subject."""
        return one.kind == "capital" and not self._is_subject(one)

    def describes(self, one: Mentioned) -> bool:
        """Whether a bare noun only describes another ("general" in "general strike")."""
        return one.open and self.relations.get(one.head, "") in {"amod", "compound", "det", "advmod"}

    def pairs(self, sentence: int, offset: int) -> Iterator[list[Mentioned]]:
        """The mentions of each sentence before an offset, the nearest sentence first."""
        for at in range(sentence, -1, -1):
            start, end = self._bounds[at]
            yield self.between(start, min(end, offset))


def distinct(found: Iterable[Mentioned]) -> list[Mentioned]:
    """Each name once, where it stands first."""
    return list({one.name: one for one in reversed(list(found))}.values())[::-1]
