"""What a page declares is collected as it stands, whatever its markup."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.page_head import MAX_HEADINGS, MAX_SCRIPT, articles_in, read_head


def test_the_first_declaration_of_a_name_counts() -> None:
    head = read_head(
        '<html lang="fr"><meta name="Author" content="A"><meta property="author" content="B">'
        '<link rel="canonical" href="https://a.example/1"><link rel="canonical" href="https://a.example/2">'
        "<title> Talks resume </title><title>Another</title><h1>Talks\n resume</h1><h1> </h1>"
    )
    assert head.metas == {"author": "A"}
    assert (head.canonical, head.language, head.title) == ("https://a.example/1", "fr", "Talks resume")
    assert head.headings == ["Talks resume"]


def test_what_is_beyond_measure_is_left_out() -> None:
    block = '<script type="application/ld+json">' + " " * 9 + "x" * (MAX_SCRIPT + 1) + "</script>"
    head = read_head(block + "<h1>Talks</h1>" * (MAX_HEADINGS + 5))
    assert (head.scripts, len(head.headings)) == ([], MAX_HEADINGS)


@pytest.mark.parametrize(
    ("block", "headlines"),
    [
        ('{"@type": "NewsArticle", "headline": "A"}', ["A"]),
        ('[{"@type": "Person"}, {"@type": ["Thing", "BlogPosting"], "headline": "B"}]', ["B"]),
        ('{"@graph": [{"@type": "WebSite"}, {"@type": "Report", "headline": "C"}, 3]}', ["C"]),
        ('{"@type": {"@type": "Article"}}', []),
        ("{no json", []),
        ("[" * 100_000, []),
    ],
)
def test_articles_are_found_at_the_top_and_in_the_graph(block: str, headlines: list[str]) -> None:
    assert [item["headline"] for item in articles_in(block)] == headlines


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["@type", "@graph", "a"]), inner),
    max_leaves=8,
)


@given(_VALUES)
def test_any_json_is_looked_through(value: object) -> None:
    assert all(isinstance(item, dict) for item in articles_in(json.dumps(value)))


@given(st.text(alphabet="<>/h1 title='\"!-[]&;#x", max_size=60))
def test_any_markup_has_a_head(markup: str) -> None:
    head = read_head(markup)
    assert len(head.headings) <= MAX_HEADINGS
