"""Article in, coded article out: the one module where the extractors meet."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from extractors.actors.cast import Cast
from extractors.dateline import dateline_end
from extractors.dates.finder import find_dates
from extractors.dates.publication import read_publication
from extractors.events.speech.quotations import sentences_of_speakers
from extractors.events.story import Story
from extractors.events.triggers.gate import Gate, open_gate
from extractors.language.mending import mend_parse
from extractors.language.model import parse_texts
from extractors.language.parse import Parse
from extractors.places.finder import find_places
from extractors.places.gazetteer.lookup import open_gazetteer
from extractors.repair import repair_text
from extractors.sentences import split_sentences
from schemas.article import Article
from schemas.mention import CodedArticle, Mention, Publication


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article of which the sentences are read: what the coder goes on from.

    `parses` holds one for each sentence that may tell an event, None for the others.
    """

    article: Article
    publication: Publication
    sentences: Sequence[tuple[int, int]]
    parses: Sequence[Parse | None]


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
        return self.finish(self.begin([article])[0])

    def begin(self, articles: Sequence[Article]) -> list[Draft]:
        """The first half of `code` for several articles: the language model reads them fastest together.

        What is read in an article does not depend on the others.
        """
        gate = open_gate(self.lexicon)
        mended = [dataclasses.replace(article, text=repair_text(article.text)) for article in articles]
        sentences = [[(one.start, one.end) for one in split_sentences(article.text)] for article in mended]
        passed = [_passed(gate, article.text, spans) for article, spans in zip(mended, sentences, strict=True)]
        asked = [
            (article.text, [_without_dateline(article.text, *spans[number]) for number in numbers])
            for article, spans, numbers in zip(mended, sentences, passed, strict=True)
        ]
        drafts = []
        for article, spans, numbers, found in zip(mended, sentences, passed, parse_texts(asked), strict=True):
            parses: list[Parse | None] = [None] * len(spans)
            for number, parse in zip(numbers, found, strict=True):
                parses[number] = mend_parse(parse)
            publication = read_publication(article.published, article.text, article.url)
            drafts.append(Draft(article=article, publication=publication, sentences=spans, parses=parses))
        return drafts

    def let_go(self) -> None:
        """Returns nothing; the gazetteer takes memory again only where it is next looked at."""
        open_gazetteer(self.gazetteer_path).let_go()

    def finish(self, draft: Draft) -> CodedArticle:
        """The second half of `code`."""
        text, sentences, parses, day = draft.article.text, draft.sentences, draft.parses, draft.publication.day
        source = draft.article.source
        dates = find_dates(text, day, draft.article.language)
        cast = Cast(text, sentences, parses, day=day, lexicons=Path(self.lexicon) if self.lexicon else None)
        entities = [entity for parse in parses if parse for entity in parse.entities]
        gazetteer = open_gazetteer(self.gazetteer_path)
        found = find_places(text, gazetteer, taken=cast.bodies(), source=source, entities=entities, sentences=sentences)
        places = tuple(dataclasses.replace(place, gazetteer=gazetteer.version) for place in found)
        cast.know_places(places)
        story = Story(
            text=text,
            published=day,
            dates=dates,
            places=places,
            sentences=sentences,
            parses=parses,
            cast=cast,
            title=draft.article.title,
            lexicon=self.lexicon,
        )
        return CodedArticle(
            article=draft.article,
            publication=draft.publication,
            dates=dates,
            places=places,
            actors=cast.mentions,
            events=tuple(_name_gazetteer(event, gazetteer.version) for event in story.events()),
        )


def _passed(gate: Gate, text: str, sentences: Sequence[tuple[int, int]]) -> list[int]:
    """The sentences that may tell an event, and those that say who speaks in them."""
    chosen = set(gate.choose(text, sentences))
    return sorted(chosen.union(sentences_of_speakers(text, sentences, chosen)))


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
