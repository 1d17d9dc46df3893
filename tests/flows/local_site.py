"""A web site on this machine that misbehaves as it is told, for the tests of whatever fetches."""

import contextlib
import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from flows.fetching.fetcher import Fetcher, Limits
from flows.fetching.hosts import Hosts

Answering = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by the function that the site keeps for a path; others are not found."""

    server: "Site"
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked[self.path] += 1
        self.server.headers.append(dict(self.headers))
        with contextlib.suppress(ConnectionError, TimeoutError):
            self.server.pages.get(self.path, say(404, b"not here"))(self)
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


class Site(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, Answering] = {}
        self.asked: Counter[str] = Counter()
        self.headers: list[dict[str, str]] = []
        self.closing = threading.Event()
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, *_: object) -> None:
        """A client that leaves in the middle is what some tests are about."""


def say(status: int, body: bytes = b"", **headers: str) -> Answering:
    """Answers with this status, body and headers (`content_type` for Content-Type)."""

    def answer(handler: Handler) -> None:
        handler.send_response(status)
        told = {"content_length": str(len(body)), "connection": "close"} | headers
        for name, value in told.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def in_turn(*answers: Answering) -> Answering:
    """Answers with each in turn, then always with the last."""
    left = list(answers)

    def answer(handler: Handler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return answer


@contextmanager
def served() -> Iterator[Site]:
    site = Site()
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.closing.set()
        site.shutdown()
        site.server_close()
        thread.join()


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.time = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


SHORT = Limits(idle=2.0, total=4.0, size=300_000, redirects=4, tries=3, back_off=1.0, longest_wait=60.0)


def fetcher_for(clock: Clock, *, allow_private: bool | Collection[str] = True, **more: object) -> Fetcher:
    """A fetcher that waits in no real time and gives up soon."""
    hosts = Hosts(1.0, sleep=clock.sleep, clock=clock)
    given = {"limits": SHORT, "contact": "desk@example.org"} | more
    return Fetcher(hosts=hosts, sleep=clock.sleep, now=clock, allow_private=allow_private, **given)
