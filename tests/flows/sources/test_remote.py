"""Feeds, sitemaps and pages from a site that misbehaves: every item ends in one state, none is lost or doubled."""

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from flows.fetching.fetcher import Limits
from flows.fingerprint import rules_id
from flows.loading import Run, RunReport, run_ingestion
from flows.settings import Settings, settings_for
from flows.sources.opening import Sources
from flows.sources.remote import Input, Remote
from flows.sources.spans import Span
from schemas.fetch import NamedSource
from tests.flows.local_site import Clock, Site, fetcher_for, in_turn, say, served
from warehouse.connection import read_connection, write_connection
from warehouse.memory import fetch_records, known_inputs, known_units, source_health

STARTED = datetime.datetime(2026, 1, 10, 12, tzinfo=datetime.UTC)
TOWNS = ("Palmyra", "Raqqa", "Homs", "Hama")


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as running:
        yield running


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_for(str(tmp_path / "home"), None)


def ingest(
    settings: Settings,
    *names: str,
    hour: int = 0,
    named: Sequence[NamedSource] = (),
    span: Span | None = None,
    limits: Limits | None = None,
) -> RunReport:
    started = STARTED + datetime.timedelta(hours=hour)

    def known(inputs: Sequence[Input]) -> set[Input]:
        with write_connection(settings.warehouse) as connection:
            return set(known_inputs(connection, rules_id(), inputs))

    def parts(name: str) -> set[str]:
        with write_connection(settings.warehouse) as connection:
            return known_units(connection, name)

    with write_connection(settings.warehouse) as connection:
        before = fetch_records(connection)
    fetcher = fetcher_for(Clock(), **({"limits": limits} if limits else {}))
    remote = Remote(fetcher=fetcher, known=known, now=lambda: started, before=before, span=span or Span())
    sources = Sources(
        names=names,
        fetched=remote,
        named={one.name: one for one in named},
        span=span or Span(),
        known_parts=parts,
        now=lambda: started,
        skipped=remote.skipped,
    )
    run = Run(settings, sources, workers=1, started_at=started, remote=remote)
    with run.coders:
        return run_ingestion(run, version="test", clock=lambda: started)


def rows(settings: Settings, query: str) -> list[tuple[Any, ...]]:
    with read_connection(settings.warehouse) as connection:
        return connection.execute(query).fetchall()


def reasons(report: RunReport) -> list[str]:
    return [reject.reason for reject in report.rejects]


def page(town: str, more: str = "") -> bytes:
    told = "".join(
        f"<p>Paragraph {n}: residents of {town} said by telephone that shops stayed closed and roads were empty.</p>"
        for n in range(4)
    )
    return (
        f"<html lang=en><head><title>Army takes the town of {town}</title>"
        f"<meta property='article:published_time' content='2026-01-09'></head><body><article>"
        f"<p>The army captured {town} on 8 January 2026, killing two people.{more}</p>{told}</article></body></html>"
    ).encode()


def item(site: Site, town: str, text: str = "The army captured the town.") -> str:
    return (
        f"<item><title>Army takes {town}</title><link>{site.url}/{town}.html?utm_source=rss</link><guid>{town}</guid>"
        f"<pubDate>Fri, 09 Jan 2026 10:00:00 +0300</pubDate><description>{text}</description></item>"
    )


def feed(*items: str, end: str = "</channel></rss>") -> bytes:
    head = "<?xml version='1.0'?><rss version='2.0'><channel><title>Example Herald</title><language>en</language>"
    return (head + "".join(items) + end).encode()


def with_pages(site: Site, towns: Sequence[str] = TOWNS) -> None:
    site.pages |= {f"/{town}.html?utm_source=rss": say(200, page(town), content_type="text/html") for town in towns}


def test_a_feed_gives_the_linked_pages_once_and_the_next_poll_asks_for_nothing_but_the_feed(
    site: Site, settings: Settings
) -> None:
    with_pages(site)
    body = feed(*(item(site, town) for town in TOWNS[:3]))
    site.pages["/feed"] = in_turn(say(200, body, etag='"1"', content_type="application/rss+xml"), say(304))
    report = ingest(settings, f"{site.url}/feed")
    assert (report.load.articles_new, report.load.inputs_coded, report.rejects) == (3, 3, ())
    found = rows(settings, "SELECT url, title, source, published, text FROM articles ORDER BY title")
    assert found[0][0].endswith("/Homs.html")
    assert found[0][1:4] == ("Army takes the town of Homs", "Example Herald", datetime.date(2026, 1, 9))
    assert "Paragraph 3" in found[0][4]
    asked = site.asked.copy()
    again = ingest(settings, f"{site.url}/feed", hour=1)
    assert again.changed_nothing
    assert site.asked - asked == {"/feed": 1, "/robots.txt": 1}
    assert rows(settings, "SELECT is_success, is_unmodified FROM source_polls ORDER BY polled_at")[1] == (True, True)


def test_an_item_that_changes_is_a_new_version_and_its_events_are_coded_again(site: Site, settings: Settings) -> None:
    first = page("Homs")
    second = page("Homs", " The governor denied this.").replace(b"killing two", b"killing nine")
    site.pages["/Homs.html?utm_source=rss"] = in_turn(say(200, first), say(200, second))
    site.pages["/feed"] = in_turn(
        say(200, feed(item(site, "Homs")), content_type="application/xml"),
        say(200, feed(item(site, "Homs", "The army captured it, and nine died.")), content_type="application/xml"),
    )
    ingest(settings, f"{site.url}/feed")
    report = ingest(settings, f"{site.url}/feed", hour=1)
    assert (report.load.articles_changed, report.load.articles_new) == (1, 0)
    assert rows(
        settings, "SELECT count(*), count(DISTINCT article_id), count(*) FILTER (is_current) FROM articles"
    ) == [(2, 1, 1)]
    assert rows(settings, "SELECT count(*) FROM mention_history WHERE change <> 'inserted'")[0][0] >= 1


def test_an_unchanged_feed_without_validators_is_read_again_without_its_pages(site: Site, settings: Settings) -> None:
    with_pages(site)
    site.pages["/feed"] = say(200, feed(*(item(site, town) for town in TOWNS)), content_type="text/xml")
    ingest(settings, f"{site.url}/feed")
    asked = site.asked.copy()
    report = ingest(settings, f"{site.url}/feed", hour=1)
    assert (report.load.inputs_unchanged, report.load.articles_unchanged) == (4, 4)
    assert site.asked - asked == {"/feed": 1, "/robots.txt": 1}


def test_the_same_article_in_two_feeds_and_under_two_addresses_is_one(site: Site, settings: Settings) -> None:
    full = f"<![CDATA[{page('Homs').decode()}{'<p>More of the same report.</p>' * 60}]]>"
    one = item(site, "Homs", full)
    other = one.replace("?utm_source=rss", "?fbclid=7")
    site.pages |= {"/one": say(200, feed(one), content_type="text/xml"), "/two": say(200, feed(other))}
    site.pages["/two"] = say(200, feed(other), content_type="text/xml")
    report = ingest(settings, f"{site.url}/one", f"{site.url}/two")
    assert (report.load.articles_new, report.load.inputs_duplicate) == (1, 1)
    assert rows(settings, "SELECT count(*) FROM articles") == [(1,)]
    assert not site.asked[f"{site.url}/Homs.html"], "the feed carries the whole text"


def test_broken_xml_gives_what_can_be_had(site: Site, settings: Settings) -> None:
    with_pages(site)
    cut = feed(item(site, "Homs"), item(site, "Hama")[:120], end="")
    site.pages["/feed"] = say(200, cut, content_type="text/xml", etag='"1"')
    report = ingest(settings, f"{site.url}/feed")
    assert (report.load.articles_new, reasons(report)) == (1, ["broken"])
    ingest(settings, f"{site.url}/feed", hour=1)
    assert "If-None-Match" not in site.headers[-1], "what is cut off is asked for again as a whole"


def test_a_page_that_fails_is_its_summary_and_is_tried_again(site: Site, settings: Settings) -> None:
    body = feed(item(site, "Homs", "The army captured Homs on 8 January 2026, officials said."))
    site.pages["/feed"] = say(200, body, content_type="text/xml", etag='"1"')
    site.pages["/Homs.html?utm_source=rss"] = in_turn(say(500), say(500), say(500), say(200, page("Homs")))
    first = ingest(settings, f"{site.url}/feed")
    assert (first.load.articles_new, first.rejects) == (1, ())
    second = ingest(settings, f"{site.url}/feed", hour=1)
    assert second.load.articles_changed == 1
    assert "Paragraph 3" in rows(settings, "SELECT text FROM articles WHERE is_current")[0][0]


def test_what_cannot_be_fetched_is_refused_with_its_reason_and_got_over_later(site: Site, settings: Settings) -> None:
    site.pages |= {"/robots.txt": say(200, b"User-agent: *\nDisallow: /closed"), "/a": say(302, location="/a")}
    names = [f"{site.url}/{name}" for name in ("closed", "a", "none", "page")]
    site.pages["/page"] = say(500)
    report = ingest(settings, *names)
    assert reasons(report) == ["robots", "redirects", "http_404", "http_500"]
    assert {reject.stage for reject in report.rejects} == {"fetch"}
    site.pages["/page"] = say(200, page("Homs"), content_type="text/html")
    ingest(settings, names[3], hour=1)
    left = rows(settings, "SELECT reason FROM rejects WHERE resolved_at IS NULL ORDER BY reason")
    assert left == [("http_404",), ("redirects",), ("robots",)]


def test_a_server_that_asks_to_wait_is_not_asked_before(site: Site, settings: Settings) -> None:
    site.pages["/feed"] = say(429, retry_after="7200")
    assert reasons(ingest(settings, f"{site.url}/feed")) == ["http_429"]
    assert reasons(ingest(settings, f"{site.url}/feed", hour=1)) == ["postponed"]
    assert site.asked["/feed"] == 1
    ingest(settings, f"{site.url}/feed", hour=3)
    assert site.asked["/feed"] == 2


def test_a_page_in_the_wrong_encoding_is_read_right(site: Site, settings: Settings) -> None:
    text = page("Homs", " “Nous tenons la ville”, a dit le général Émile Désiré.")
    site.pages["/a"] = say(200, text.decode().encode("cp1252"), content_type="text/html; charset=utf-8")
    assert ingest(settings, f"{site.url}/a").rejects == ()
    assert "“Nous tenons la ville”, a dit le général Émile" in rows(settings, "SELECT text FROM articles")[0][0]


def test_a_sitemap_and_an_index_of_them_give_their_pages_of_the_span(site: Site, settings: Settings) -> None:
    with_pages(site)
    pages = {f"/{town}": say(200, page(town), content_type="text/html") for town in TOWNS}
    site.pages |= pages | {
        "/index.xml": say(
            200,
            f"<sitemapindex><sitemap><loc>{site.url}/news.xml</loc></sitemap>"
            f"<sitemap><loc>{site.url}/index.xml</loc></sitemap></sitemapindex>".encode(),
        ),
        "/news.xml": say(
            200,
            b"<urlset xmlns:news='n'>"
            + "".join(
                f"<url><loc>{site.url}/{town}</loc><news:news><news:publication><news:name>Herald</news:name>"
                f"<news:language>en</news:language></news:publication><news:publication_date>2026-01-0{day}"
                f"</news:publication_date><news:title>Army &amp; {town}</news:title></news:news></url>"
                for day, town in enumerate(TOWNS, 6)
            ).encode(),
        ),
    }
    span = Span(since=datetime.date(2026, 1, 7), until=datetime.date(2026, 1, 9))
    report = ingest(settings, f"{site.url}/index.xml", span=span)
    assert (report.load.articles_new, report.rejects) == (3, ())
    assert report.skipped["articles outside the span of days"] == 1
    assert rows(settings, "SELECT DISTINCT source FROM articles") == [("Herald",)]


def test_a_backfill_reads_each_day_and_goes_on_where_it_ended(site: Site, settings: Settings) -> None:
    for day, town in enumerate(TOWNS[:3], 7):
        link = f"<urlset><url><loc>{site.url}/{town}</loc></url></urlset>".encode()
        site.pages |= {
            f"/{town}": say(200, page(town), content_type="text/html"),
            f"/2026-01-0{day}.xml": say(200, link),
        }
    site.pages["/2026-01-08.xml"] = in_turn(say(404), site.pages["/2026-01-08.xml"])
    span = Span(since=datetime.date(2026, 1, 7), until=datetime.date(2026, 1, 9))
    pattern = f"{site.url}/{{date}}.xml"
    first = ingest(settings, pattern, span=span)
    assert (first.load.articles_new, reasons(first)) == (2, ["http_404"])
    second = ingest(settings, pattern, span=span, hour=1)
    assert (second.load.articles_new, second.rejects) == (1, ())
    assert (site.asked["/2026-01-07.xml"], site.asked["/2026-01-08.xml"]) == (1, 2)


def test_a_feed_that_is_cut_off_before_its_first_item_fails(site: Site, settings: Settings) -> None:
    """One that is cut off behind an item has given something."""
    with_pages(site)
    whole = feed(item(site, "Homs"))
    site.pages["/feed"] = in_turn(
        say(200, whole[: whole.index(b"</channel>")]), say(200, b"<rss><channel><item><title>")
    )
    source = NamedSource(name="herald", url=f"{site.url}/feed")
    streaks = []
    for hour in (0, 1):
        ingest(settings, "herald", hour=hour, named=[source])
        with read_connection(settings.warehouse) as connection:
            (health,) = source_health(connection)
        streaks.append(health["failure_streak"])
    assert streaks == [0, 1]


def test_a_named_source_gives_its_outlet_and_has_its_health(site: Site, settings: Settings) -> None:
    with_pages(site)
    quiet = say(200, feed(item(site, "Homs")), content_type="text/xml")
    site.pages["/feed"] = in_turn(quiet, say(200, feed(item(site, "Hama")), content_type="text/xml"), quiet, say(500))
    source = NamedSource(name="herald", url=f"{site.url}/feed", outlet="The Herald", trust=0.8)
    for hour in (0, 6, 60):
        ingest(settings, "herald", hour=hour, named=[source])
    assert rows(settings, "SELECT DISTINCT source FROM articles") == [("The Herald",)]
    assert rows(settings, "SELECT outlet, trust FROM source_list") == [("The Herald", 0.8)]
    with read_connection(settings.warehouse) as connection:
        (health,) = source_health(connection)
    assert (health["poll_count"], health["article_count"], health["typical_yield"]) == (3, 2, 1.0)
    assert (health["failure_streak"], health["is_silent"]) == (0, True)
    ingest(settings, "herald", hour=61, named=[source])
    with read_connection(settings.warehouse) as connection:
        (health,) = source_health(connection)
    assert (health["failure_streak"], health["last_detail"]) == (1, "the server answers 500")
