"""Article in, coded article out: the one module where the extractors meet."""

import dataclasses
from pathlib import Path

from extractors.actors.cast import Cast
from extractors.dateline import dateline_end
from extractors.dates.finder import find_dates
from extractors.dates.publication import read_publication
from extractors.events.gate import open_gate
from extractors.events.story import Story
from extractors.language.mending import mend_parse
from extractors.language.model import parse_sentences
from extractors.language.parse import Parse
from extractors.places.finder import find_places
from extractors.places.gazetteer import open_gazetteer
from extractors.repair import repair_text
from extractors.sentences import split_sentences
from schemas.article import Article
from schemas.mention import CodedArticle, Mention


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Coder:
    """Codes articles against a gazetteer (a path; None for the shipped one) and a user's own lexicon folder."""

    gazetteer_path: Path | None = None
    lexicon: str | None = None

    def code(self, article: Article) -> CodedArticle:
        """The article with its text mended, and every date, place, actor and event read in it.

        Nothing is taken from a clock: without a publication day, given or told by the text's own dateline,
        relative dates stay open.
        """
        mended = dataclasses.replace(article, text=repair_text(article.text))
        text = mended.text
        publication = read_publication(mended.published, text, mended.url)
        sentences = [(sentence.start, sentence.end) for sentence in split_sentences(text)]
        parses = self._parse(text, sentences)
        dates = find_dates(text, publication.day, mended.language)
        cast = Cast(text, sentences, parses, day=publication.day, lexicons=Path(self.lexicon) if self.lexicon else None)
        bodies = [(one.start, one.end) for one in cast.mentions if one.party.sector not in {None, "GOV"}]
        entities = [entity for parse in parses if parse for entity in parse.entities]
        gazetteer = open_gazetteer(self.gazetteer_path)
        found = find_places(text, gazetteer, taken=bodies, source=mended.source, entities=entities, sentences=sentences)
        places = tuple(dataclasses.replace(place, gazetteer=gazetteer.version) for place in found)
        cast.know_places(places)
        story = Story(
            text=text,
            published=publication.day,
            dates=dates,
            places=places,
            sentences=sentences,
            parses=parses,
            cast=cast,
            title=mended.title,
            lexicon=self.lexicon,
        )
        return CodedArticle(
            article=mended,
            publication=publication,
            dates=dates,
            places=places,
            actors=cast.mentions,
            events=tuple(_name_gazetteer(event, gazetteer.version) for event in story.events()),
        )

    def _parse(self, text: str, sentences: list[tuple[int, int]]) -> list[Parse | None]:
        """The parses of the sentences that may tell an event, None for the others."""
        passed = open_gate(self.lexicon).choose(text, sentences)
        parses: list[Parse | None] = [None] * len(sentences)
        spans = [_without_dateline(text, *sentences[number]) for number in passed]
        found = parse_sentences(text, spans)
        for number, parse in zip(passed, found, strict=True):
            parses[number] = mend_parse(parse)
        return parses


def _without_dateline(text: str, start: int, end: int) -> tuple[int, int]:
    """What of a sentence is parsed: a parser takes the town of its dateline for the subject."""
    first = dateline_end(text, start)
    return (first if first < end else start), end


def _name_gazetteer(event: Mention, version: str) -> Mention:
    """The event with the version of the gazetteer among its rules, if it has a place."""
    if event.place is None and event.country is None:
        return event
    return dataclasses.replace(event, rules={**event.rules, "gazetteer": version})


def load_coder(gazetteer_path: Path | None = None, lexicon: str | None = None) -> Coder:
    """A coder; its lexicons, its gazetteer and its language model are read at the first article."""
    return Coder(gazetteer_path=gazetteer_path, lexicon=lexicon)
