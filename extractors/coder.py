"""Article in, coded article out: the one module where the extractors meet."""

import dataclasses
from pathlib import Path

from extractors.actors.finder import find_actors
from extractors.dates.finder import find_dates
from extractors.dates.publication import read_publication
from extractors.events.story import Story
from extractors.places.finder import find_places
from extractors.places.gazetteer import open_gazetteer
from extractors.repair import repair_text
from schemas.article import Article
from schemas.mention import CodedArticle


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Coder:
    """Codes articles against a gazetteer (a path; None for the shipped one)."""

    gazetteer_path: Path | None = None

    def code(self, article: Article) -> CodedArticle:
        """The article with its text mended, and every date, place, actor and event read in it.

        Nothing is taken from a clock: without a publication day, given or told by the text's own dateline,
        relative dates stay open.
        """
        mended = dataclasses.replace(article, text=repair_text(article.text))
        publication = read_publication(mended.published, mended.text, mended.url)
        published = publication.day
        dates = find_dates(mended.text, published)
        actors = find_actors(mended.text)
        bodies = [(mention.start, mention.end) for mention in actors if mention.party.sector != "GOV"]
        places = find_places(mended.text, open_gazetteer(self.gazetteer_path), taken=bodies)
        story = Story(text=mended.text, published=published, dates=dates, places=places, actors=actors)
        return CodedArticle(
            article=mended,
            publication=publication,
            dates=dates,
            places=places,
            actors=actors,
            events=story.events(),
        )


def load_coder(gazetteer_path: Path | None = None) -> Coder:
    """A coder; its lexicons and its gazetteer are read at the first article."""
    return Coder(gazetteer_path=gazetteer_path)
