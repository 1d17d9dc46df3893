"""HTML pages to articles: what the page says, and where it says nothing, what came beside it."""

import datetime

from flows.sources.addresses import declared_address
from flows.sources.days import read_any_day
from flows.sources.decoding import decode_page
from flows.sources.json_articles import make_article
from flows.sources.pieces import Page
from schemas.article import Article, Reject
from schemas.errors import SourceError


def article_of_page(page: Page) -> Article | Reject:
    """The article on a page; a page without one is the summary that its feed gave, or refused."""
    try:
        return _read(page)
    except SourceError as error:
        if page.summary:
            return _article(page, text=page.summary)
        return Reject(
            origin=page.origin,
            reason="no_article",
            detail=str(error),
            reader=".html",
            url=page.url,
            source_name=page.source_name,
            content=page.content,
        )


def _read(page: Page) -> Article:
    from extractors.pages import read_page  # only pages pay for it

    found = read_page(decode_page(page.content, page.charset))
    return _article(
        page,
        text=found.text,
        title=found.title,
        source=found.source,
        url=found.url,
        published=read_any_day(found.published),
        language=found.language,
    )


def _article(
    page: Page,
    *,
    text: str,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
    published: datetime.date | None = None,
    language: str | None = None,
) -> Article:
    """The outlet is named as the list of sources names it, so that one outlet has one name."""
    return make_article(
        text=text,
        title=title or page.title,
        source=page.source or source or page.linked_by,
        url=declared_address(url, page.url),
        published=published or page.published,
        language=language or page.language,
        origin=page.origin,
        source_name=page.source_name,
    )
