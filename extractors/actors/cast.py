"""Who acts in an article: the parties that a noun phrase stands for, resolved within the article."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from extractors.actors.appositions import dateline_end, link_appositions
from extractors.actors.entities import add_entities
from extractors.actors.finder import find_mentioned, list_actors
from extractors.actors.lexicon import load_names
from extractors.actors.mentioned import Mentioned
from extractors.actors.noun_phrase import PhraseReader
from extractors.actors.roster import Roster
from extractors.language.parse import Parse
from schemas.mention import ActorMention, PlaceMention


class Cast:
    """The actors of one article, built once; `parses[i]` is that of sentence i, or None where it was not needed.

    `day` (of publication) decides among roles with years; `places` are those that the article names: they tell its
    country and which unknown names are places; `lexicons` is a folder of a user's own files.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[tuple[int, int]],
        parses: Sequence[Parse | None],
        *,
        day: datetime.date | None = None,
        places: Sequence[PlaceMention] = (),
        lexicons: Path | None = None,
    ) -> None:
        self._parses = parses
        speakers = all(parse is None for parse in parses)
        countries = [place.country for place in places if place.country]
        words, scene, found = find_mentioned(text, day, countries, load_names(lexicons), speakers=speakers)
        opening = dateline_end(text)
        found = [one for one in add_entities(text, words, found, parses, _literal(places)) if one.end > opening]
        found = link_appositions(text, found)
        self._roster = Roster(found, sentences)
        self._reader = PhraseReader(text, self._roster, scene, parses)
        self._known: dict[tuple[int, int, bool], tuple[ActorMention, ...]] = {}
        self.mentions: tuple[ActorMention, ...] = tuple(
            self._settled(one).as_mention()
            for one in list_actors(text, words, self._roster.found)
            if not self._roster.describes(one)
        )

    def parties_at(self, sentence: int, head: int) -> tuple[ActorMention, ...]:
        """Who the noun phrase headed by token `head` is, coordination split; empty if it is nobody who can act."""
        return self._read(sentence, head, acting=True)

    def targets_at(self, sentence: int, head: int) -> tuple[ActorMention, ...]:
        """As `parties_at` for the target of violence or aid: also what can be struck or held (a hospital, a village).

        A capital is a place here, and people of whom nothing but their number is told are nobody.
        """
        return self._read(sentence, head, acting=False)

    def _read(self, sentence: int, head: int, *, acting: bool) -> tuple[ActorMention, ...]:
        if self._parses[sentence] is None:
            return ()
        key = (sentence, head, acting)
        if key not in self._known:
            self._known[key] = self._reader.read(sentence, head, acting=acting)
        return self._known[key]

    def _settled(self, one: Mentioned) -> Mentioned:
        """A mention with what the article tells of it elsewhere ("the army" of its country)."""
        meant = self._reader.settle(one) if one.open else None
        return meant._replace(start=one.start, end=one.end) if meant else one


def _literal(places: Sequence[PlaceMention]) -> frozenset[int]:
    """Where places are named as places."""
    return frozenset(place.start for place in places if place.kind == "literal")
