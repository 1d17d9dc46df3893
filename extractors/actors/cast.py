"""Who acts in an article: the parties that a noun phrase stands for, resolved within the article."""

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

from extractors.actors.appositions import link_appositions
from extractors.actors.entities import add_entities
from extractors.actors.finder import find_mentioned, list_actors
from extractors.actors.lexicon import load_names
from extractors.actors.mentioned import Mentioned
from extractors.actors.noun_phrase import PhraseReader
from extractors.actors.roster import Roster
from extractors.dateline import dateline_end
from extractors.language.parse import Parse
from schemas.mention import ActorMention, PlaceMention


class Cast:
    """The actors of one article, built once; `parses[i]` is that of sentence i, or None where it was not needed.

    `day` (of publication) decides among roles with years; `lexicons` is a folder of a user's own files.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[tuple[int, int]],
        parses: Sequence[Parse | None],
        *,
        day: datetime.date | None = None,
        lexicons: Path | None = None,
    ) -> None:
        self._text = text
        self._parses = parses
        speakers = all(parse is None for parse in parses)
        self._words, self._scene, found = find_mentioned(text, day, load_names(lexicons), speakers=speakers)
        self._opening = dateline_end(text)
        found = [one for one in add_entities(text, self._words, found, parses) if one.end > self._opening]
        self._sentences = sentences
        self._begin(link_appositions(text, found))

    def _begin(self, found: Sequence[Mentioned], places: frozenset[int] = frozenset()) -> None:
        self._roster = Roster(found, self._sentences, places)
        self._reader = PhraseReader(self._text, self._roster, self._scene, self._parses, self._opening)
        self._known: dict[tuple[int, int, bool], tuple[ActorMention, ...]] = {}
        self._mentions: tuple[ActorMention, ...] | None = None

    def know_places(self, places: Sequence[PlaceMention]) -> None:
        """Take note of the places that the article names: they tell its country, and which unknown names are places."""
        literal = frozenset(place.start for place in places if place.kind == "literal")
        self._scene.count_places(place.country for place in places if place.country)
        found = [one for one in self._roster.found if one.entry or one.kind != "body" or one.start not in literal]
        self._begin(found, literal)

    def bodies(self) -> list[tuple[int, int]]:
        """Where bodies and people other than governments stand, by their own words: what they hold names no place."""
        return [one.own or (one.start, one.end) for one in self._listed() if one.sector not in {None, "GOV"}]

    def _listed(self) -> Iterator[Mentioned]:
        listed = list_actors(self._text, self._words, self._roster.found)
        return (one for one in listed if not self._roster.describes(one))

    @property
    def mentions(self) -> tuple[ActorMention, ...]:
        """All mentions of actors, in order."""
        if self._mentions is None:
            self._mentions = tuple(self._settled(one).as_mention() for one in self._listed())
        return self._mentions

    def parties_at(self, sentence: int, head: int) -> tuple[ActorMention, ...]:
        """Who the noun phrase headed by token `head` is, coordination split; empty if it is nobody who can act."""
        return self._read(sentence, head, acting=True)

    def targets_at(self, sentence: int, head: int) -> tuple[ActorMention, ...]:
        """As `parties_at` for the target of violence or aid: also what can be struck or held (a hospital, a village).

        A capital is a place here, and people of whom nothing but their number is told are nobody.
        """
        return self._read(sentence, head, acting=False)

    def words_at(self, sentence: int, head: int) -> tuple[int, int, str]:
        """The span of a token and its text, for parties that no mention tells."""
        parse = self._parses[sentence]
        if parse is None:
            raise IndexError(f"sentence {sentence} was not parsed")
        token = parse.tokens[head]
        return token.start, token.end, token.text

    def _read(self, sentence: int, head: int, *, acting: bool) -> tuple[ActorMention, ...]:
        key = (sentence, head, acting)
        if key not in self._known:
            self._known[key] = self._reader.read(sentence, head, acting=acting)
        return self._known[key]

    def _settled(self, one: Mentioned) -> Mentioned:
        """A mention with what the article tells of it elsewhere ("the army" of its country)."""
        meant = self._reader.settle(one) if one.open else None
        return meant._replace(start=one.start, end=one.end, own=None) if meant else one
