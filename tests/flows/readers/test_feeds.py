"""Feeds give their items; broken ones give what can be had."""

import datetime
import itertools
import os
from pathlib import Path

import pytest

from flows.readers.feeds import entry_article, read_feed
from schemas.article import Article, Reject
from schemas.errors import SourceError

ITEM = "<item><title>Talks &amp; truce</title><link>https://herald.example/a</link><guid>7</guid>{}</item>"
WORDS = "<description>&lt;p&gt;The army &lt;b&gt;took&lt;/b&gt; the town.&lt;/p&gt;</description>"


def rss(*items: str, end: str = "</channel></rss>") -> bytes:
    return ("<rss version='2.0'><channel><title>Herald</title>" + "".join(items) + end).encode()


def test_an_item_is_read_with_its_day_in_the_outlets_own_time() -> None:
    date = "<pubDate>Tue, 07 May 2019 23:40:00 +0300</pubDate>"
    (entry,) = read_feed(rss(ITEM.format(WORDS + date))).entries
    assert (entry.title, entry.link, entry.text) == (
        "Talks & truce",
        "https://herald.example/a",
        "The army took the town.",
    )
    assert (entry.published, entry.source, entry.is_full) == (datetime.date(2019, 5, 7), "Herald", False)


def test_atom_and_rdf_are_read() -> None:
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Herald</title><entry><id>1</id><title>A</title>"
        "<link href='https://herald.example/a'/><updated>2019-05-09T00:00:00Z</updated>"
        "<published>2019-05-07T00:00:00Z</published><content type='html'>The army took the town.</content></entry>"
        "</feed>"
    )
    (entry,) = read_feed(atom.encode()).entries
    assert (entry.published, entry.text) == (datetime.date(2019, 5, 7), "The army took the town.")
    changed = atom.replace("<published>2019-05-07T00:00:00Z</published>", "")
    assert read_feed(changed.encode()).entries[0].published is None, "the day of a change is not that of publication"
    rdf = (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Herald</title></channel><item><title>A</title>"
        "<link>https://herald.example/a</link><description>The army took the town.</description>"
        "<dc:date>2019-05-07</dc:date></item></rdf:RDF>"
    )
    (entry,) = read_feed(rdf.encode()).entries
    assert (entry.published, entry.text) == (datetime.date(2019, 5, 7), "The army took the town.")


@pytest.mark.parametrize(("length", "end", "full"), [(40, "", False), (900, "", True), (900, " Read more", False)])
def test_the_whole_article_is_told_from_its_teaser(length: int, end: str, full: bool) -> None:
    words = "The army took the town. " * (length // 24) + end
    body = f"<content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'><![CDATA[{words}]]></content:encoded>"
    (entry,) = read_feed(rss(ITEM.format("<description>Short.</description>" + body))).entries
    assert entry.is_full is full


def test_an_item_without_words_is_refused_and_its_title_kept() -> None:
    (entry,) = read_feed(rss(ITEM.format(""))).entries
    refused = entry_article(entry, "feed#7")
    assert isinstance(refused, Reject)
    assert b"Talks & truce" in (refused.content or b"")


def test_the_item_that_a_cut_feed_ends_in_is_left_out() -> None:
    feed = read_feed(rss(ITEM.format(WORDS), ITEM.format(WORDS)[:60], end=""))
    assert (len(feed.entries), feed.problem) == (1, "cut off: the feed has no end")


@pytest.mark.parametrize("data", [b"", b"<html><p>x", b"{}", b"\x00\xff" * 50, b"<project><entry/></project>"])
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="not a feed"):
        read_feed(data)


def test_entities_that_unfold_into_each_other_are_not_unfolded() -> None:
    names = [f"<!ENTITY a{n} '{f'&a{n - 1};' * 10 if n else 'x' * 10}'>" for n in range(9)]
    bomb = f"<?xml version='1.0'?><!DOCTYPE rss [{''.join(names)}]>".encode() + rss(
        ITEM.format("<description>&a8;</description>")
    )
    try:
        feed = read_feed(bomb)
    except SourceError:
        return
    assert sum(len(entry.text) for entry in feed.entries) < 10_000


SAMPLES = Path(os.environ.get("ANNALIST_EVAL") or "none").parent / "samples" / "feeds"


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="needs the development data")
def test_real_feeds_give_their_items_and_a_poll_of_the_same_feed_nothing_twice() -> None:
    ids: dict[str, set[str]] = {}
    for path in sorted(SAMPLES.glob("*.xml")):
        try:
            feed = read_feed(path.read_bytes())
        except SourceError:
            ids[path.name] = set()
            continue
        pieces = [entry_article(entry, path.name) for entry in feed.entries]
        assert (feed.problem is not None) == path.name.startswith("broken")
        ids[path.name] = {piece.id for piece in pieces if isinstance(piece, Article)}
    assert [name for name, found in ids.items() if not found] == ["feed-01.xml"], "that one is no feed"
    polls = [found for name, found in ids.items() if name.startswith("same")]
    assert all(len(found) == 50 for found in polls)
    # What is in two polls has one id in both: the feed gave 92 items in all, whichever way they are counted.
    shared = [len(one & other) for one, other in itertools.pairwise(polls)]
    assert 50 + sum(50 - number for number in shared) == len(set().union(*polls)) == 92
