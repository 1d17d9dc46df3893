"""What a page declares is read from its markup; the text is the article without the menus."""

import time

import pytest

from extractors.pages import read_page
from schemas.errors import SourceError

BODY = """
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Army enters the old town</h1>
<p>Government troops entered the old town on Monday after a siege of three weeks, residents said by telephone.</p>
<p>Two people were killed and six were wounded when a shell hit the market, the governor&#8217;s office said.</p>
<p>The rebels have not commented on the loss of the town, which they had held for more than two years.</p></article>
<footer>Contact us. All rights reserved.</footer>
"""
JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite", "name": "Somewhere"},
{"@type": ["NewsArticle"], "headline": "Army enters the old town", "datePublished": "2019-05-07T23:40:00+03:00",
 "publisher": {"@type": "Organization", "name": "The Example Herald"}}]}</script>"""


def page(head: str, body: str = BODY) -> str:
    return f'<!doctype html><html lang="en-GB"><head>{head}</head><body>{body}</body></html>'


def test_fields_come_from_json_ld() -> None:
    found = read_page(
        page(f"<title>Army | Herald</title><link rel=canonical href='https://herald.example/a'>{JSON_LD}")
    )
    assert found.title == "Army enters the old town"
    assert found.published == "2019-05-07T23:40:00+03:00"
    assert found.source == "The Example Herald"
    assert found.url == "https://herald.example/a"
    assert found.language == "en"


def test_fields_come_from_meta_elements() -> None:
    metas = (
        '<meta property="article:published_time" content="2019-05-07"><meta property="og:site_name" content="Herald">'
    )
    found = read_page(page(f"{metas}<title>Talks resume</title>"))
    assert (found.published, found.source, found.title) == ("2019-05-07", "Herald", "Talks resume")


@pytest.mark.parametrize(
    ("declared", "title"),
    [
        ("Army Enters the 'Old Town'", "Army enters the old town"),
        ("How the army came to enter an old town", "Army enters the old town"),
        ("Talks resume in the capital", "Talks resume in the capital"),
    ],
)
def test_the_headline_is_the_heading_that_readers_see_if_a_declared_title_agrees(declared: str, title: str) -> None:
    assert read_page(page(f"<title>{declared}</title>")).title == title


def test_a_plain_day_beside_a_moment_in_utc_is_the_day_where_the_outlet_is() -> None:
    head = '<meta property="article:published_time" content="2019-05-06T22:10:00Z">'
    assert read_page(page(head)).published == "2019-05-06T22:10:00Z"
    data = '<script>window.page = {"DatePublished": "2019-05-07"}</script>'
    assert read_page(page(head + data)).published == "2019-05-07"
    measured = """<script>layer.push({"content_date_published":"2019-05-07"})</script>"""
    assert read_page(page(head + measured)).published == "2019-05-07", "as readers are counted by"
    more = data.replace("page", "more")
    far, near = more.replace("2019-05-07", "2018-01-01"), more.replace("2019-05-07", "2019-05-06")
    assert read_page(page(head + data + far)).published == "2019-05-07", "another article's day is no evidence"
    assert read_page(page(head + data + near)).published == "2019-05-06T22:10:00Z", "two near days decide nothing"


def test_a_day_in_the_markup_counts_if_it_stands_there_in_full() -> None:
    when = '<time class="date" datetime="2019-05-07">7 May 2019</time>'
    assert read_page(page("", BODY.replace("</h1>", f"</h1>{when}"))).published == "2019-05-07"
    part = '<span class="date">7 May</span>'
    assert read_page(page("", BODY.replace("</h1>", f"</h1>{part}"))).published is None


def test_the_name_of_the_outlet_is_no_part_of_the_headline() -> None:
    site = '<meta property="og:site_name" content="The Herald">'
    assert (
        read_page(page(f"<title>Talks resume - in vain - The Herald</title>{site}")).title == "Talks resume - in vain"
    )


def test_text_is_the_article_without_menu_and_footer() -> None:
    text = read_page(page("")).text
    assert "after a siege of three weeks" in text
    assert "governor’s office" in text
    assert "World" not in text
    assert "All rights reserved" not in text


def test_a_date_in_the_text_is_not_the_day_of_publication() -> None:
    body = BODY.replace("on Monday", "on 7 May 2019")
    assert read_page(page("<title>A</title>", body)).published is None


def test_the_modified_day_is_not_the_day_of_publication() -> None:
    assert read_page(page('<meta property="article:modified_time" content="2020-01-01">')).published is None


@pytest.mark.parametrize("block", ["{", "[" * 100_000, '"x"', "[1, null]", '{"@graph": 3}', '{"@type": 5}'])
def test_broken_json_ld_is_passed_over(block: str) -> None:
    found = read_page(page(f'<script type="application/ld+json">{block}</script>'))
    assert found.published is None


@pytest.mark.parametrize("markup", ["", "   ", "<html></html>", "not a page", "<div>" * 50_000, "<a href=" * 50_000])
def test_a_page_without_an_article_is_refused_in_time(markup: str) -> None:
    started = time.monotonic()
    with pytest.raises(SourceError, match="no article"):
        read_page(markup)
    assert time.monotonic() - started < 20
