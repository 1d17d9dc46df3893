"""Whatever a server does, a request ends in time with an answer or a reason, and the server was asked politely."""

import gzip
import time
from collections.abc import Iterator

import pytest

from flows.fetching.errors import FetchError
from flows.fetching.network import is_public
from tests.flows.local_site import Clock, Handler, Site, fetcher_for, in_turn, say, served


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as running:
        yield running


def failure(site: Site, path: str, **more: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetcher_for(Clock(), **more).fetch(site.url + path)
    return caught.value


def test_the_user_agent_says_who_we_are_and_how_to_reach_us(site: Site) -> None:
    site.pages["/a"] = say(200, b"yes")
    answer = fetcher_for(Clock(), version="1.2").fetch(f"{site.url}/a#part")
    assert (answer.status, answer.content, answer.url) == (200, b"yes", f"{site.url}/a")
    assert site.headers[-1]["User-Agent"] == "annalist/1.2 (conflict event database; desk@example.org)"


def test_validators_are_sent_and_nothing_new_is_a_304(site: Site) -> None:
    site.pages["/a"] = in_turn(say(200, b"yes", etag='"one"'), say(304))
    fetcher = fetcher_for(Clock())
    first = fetcher.fetch(f"{site.url}/a")
    again = fetcher.fetch(f"{site.url}/a", etag=first.headers["etag"], last_modified="Tue, 07 May 2019 10:00:00 GMT")
    assert again.is_unmodified
    assert (site.headers[-1]["If-None-Match"], site.headers[-1]["If-Modified-Since"]) == (
        '"one"',
        "Tue, 07 May 2019 10:00:00 GMT",
    )


def test_too_many_requests_are_followed_by_the_wait_that_is_asked_for(site: Site) -> None:
    site.pages["/a"] = in_turn(say(429, retry_after="30"), say(200, b"yes"))
    clock = Clock()
    assert fetcher_for(clock).fetch(f"{site.url}/a").content == b"yes"
    assert 30.0 in clock.slept


def test_a_wait_that_is_too_long_is_left_to_a_later_run(site: Site) -> None:
    site.pages["/a"] = say(503, retry_after="7200")
    error = failure(site, "/a")
    assert (error.reason, error.wait, site.asked["/a"]) == ("http_503", 7200.0, 1)


def test_a_failing_server_is_tried_again_with_growing_pauses(site: Site) -> None:
    site.pages["/a"] = in_turn(say(500), say(502), say(200, b"yes"))
    clock = Clock()
    assert fetcher_for(clock).fetch(f"{site.url}/a").content == b"yes"
    assert [pause for pause in clock.slept if pause >= 1.0][:1] == [1.0]
    assert 2.0 in clock.slept
    site.pages["/b"] = say(500)
    assert failure(site, "/b").passes
    assert site.asked["/b"] == 3


def test_what_is_not_there_is_not_asked_for_again(site: Site) -> None:
    assert failure(site, "/none").reason == "http_404"
    assert site.asked["/none"] == 1


def test_redirects_are_followed_and_a_loop_ends(site: Site) -> None:
    site.pages |= {"/a": say(302, location="/b"), "/b": say(301, location="/c"), "/c": say(200, b"yes")}
    assert fetcher_for(Clock()).fetch(f"{site.url}/a").url == f"{site.url}/c"
    site.pages |= {"/x": say(302, location="/y"), "/y": say(302, location="/x")}
    assert failure(site, "/x").reason == "redirects"
    for number in range(9):
        site.pages[f"/{number}"] = say(302, location=f"/{number + 1}")
    assert failure(site, "/0").reason == "redirects"


def test_a_redirect_to_anything_but_http_is_refused(site: Site) -> None:
    site.pages["/a"] = say(302, location="file:///etc/passwd")
    assert failure(site, "/a").reason == "scheme"


def endless(handler: Handler) -> None:
    """300 MB, made while they are sent."""
    handler.send_response(200)
    handler.send_header("Content-Length", "300000000")
    handler.end_headers()
    for _ in range(3000):
        handler.wfile.write(b"x" * 100_000)


def test_a_body_of_300_megabytes_is_cut_by_the_limit(site: Site) -> None:
    site.pages["/a"] = endless
    assert failure(site, "/a").reason == "too_large"


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_compression_bomb_is_stopped(site: Site, encoding: str) -> None:
    packed = gzip.compress(bytes(50_000_000)) if encoding == "gzip" else __import__("zlib").compress(bytes(50_000_000))
    site.pages["/a"] = say(200, packed, content_encoding=encoding)
    assert failure(site, "/a").reason == "bomb"


def test_a_compressed_answer_is_unfolded_and_a_cut_one_refused(site: Site) -> None:
    packed = gzip.compress(b"yes " * 1000)
    site.pages |= {
        "/a": say(200, packed, content_encoding="gzip"),
        "/b": say(200, packed[:-9], content_encoding="gzip"),
    }
    assert fetcher_for(Clock()).fetch(f"{site.url}/a").content == b"yes " * 1000
    assert failure(site, "/b").reason == "damaged"


def stalled(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.write(b"half")
    handler.wfile.flush()
    handler.server.closing.wait(20)


def dripping(handler: Handler) -> None:
    """A byte now and then, so that no single wait is long."""
    while not handler.server.closing.wait(0.1):
        handler.wfile.write(b"H")


@pytest.mark.parametrize("behaviour", [stalled, dripping])
def test_a_server_that_stalls_or_drips_is_left_in_time(site: Site, behaviour: object) -> None:
    from flows.fetching.fetcher import Limits  # limits of this test alone

    site.pages["/a"] = behaviour  # one of the two functions above
    started = time.monotonic()
    limits = Limits(idle=0.3, total=0.8, tries=1, back_off=0.0)
    site.pages["/robots.txt"] = say(404)
    assert failure(site, "/a", limits=limits).reason in ("timeout", "network")
    assert time.monotonic() - started < 15


def test_robots_are_obeyed_and_their_pause_kept(site: Site) -> None:
    site.pages |= {"/robots.txt": say(200, b"User-agent: *\nDisallow: /closed\nCrawl-delay: 7\n"), "/a": say(200, b"y")}
    clock = Clock()
    fetcher = fetcher_for(clock)
    with pytest.raises(FetchError, match="does not allow") as caught:
        fetcher.fetch(f"{site.url}/closed/a")
    assert caught.value.reason == "robots"
    assert site.asked["/closed/a"] == 0
    fetcher.fetch(f"{site.url}/a")
    fetcher.fetch(f"{site.url}/a")
    assert max(clock.slept) == 7.0
    assert site.asked["/robots.txt"] == 1


def test_robots_that_cannot_be_read_allow_nothing_and_missing_ones_everything(site: Site) -> None:
    site.pages |= {"/robots.txt": say(500), "/a": say(200, b"yes")}
    assert failure(site, "/a").reason == "robots"
    site.pages["/robots.txt"] = say(404)
    assert fetcher_for(Clock()).fetch(f"{site.url}/a").content == b"yes"


def test_requests_to_one_host_keep_their_distance(site: Site) -> None:
    site.pages["/a"] = say(200, b"yes")
    clock = Clock()
    fetcher = fetcher_for(clock)
    for _ in range(3):
        fetcher.fetch(f"{site.url}/a")
    assert clock.time >= 3.0


def test_private_addresses_are_refused_by_number_name_and_redirect(site: Site) -> None:
    assert failure(site, "/a", allow_private=False).reason == "private_address"
    port = site.url.rsplit(":", 1)[1]
    for host in ("localhost", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"):  # what is refused
        with pytest.raises(FetchError):
            fetcher_for(Clock(), allow_private=False).fetch(f"http://{host}:{port}/a")
    assert not site.asked


def test_a_host_of_ones_own_opens_no_other(site: Site) -> None:
    """What a public source links, or a redirect leads to, is no way into the network of who reads it."""
    site.pages["/a"] = say(200, b"own")
    fetcher = fetcher_for(Clock(), allow_private=[site.url.removeprefix("http://")])
    assert fetcher.fetch(f"{site.url}/a").content == b"own"
    with pytest.raises(FetchError, match="no public address"):
        fetcher.fetch(site.url.replace("127.0.0.1", "localhost") + "/a")


def test_a_name_that_first_stands_for_a_public_address_gains_nothing(site: Site) -> None:
    """Each connection goes to an address that was checked for it: the second look-up is checked like the first."""
    answers = iter([["93.184.216.34", "127.0.0.1"], ["127.0.0.1"]])
    error = failure(site, "/a", allow_private=False, lookup=lambda _host, _port: next(answers))
    assert error.reason == "private_address"
    assert not site.asked


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1",
     "::1", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1"],
)  # fmt: skip
def test_private_addresses_are_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("url", ["ftp://a.example/x", "http://", "https://user:word@a.example/", "http://[::1", "x"])
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(FetchError):
        fetcher_for(Clock()).fetch(url)
