"""Fetches addresses politely and within limits. The only importer of httpcore2 beside the network's guard."""

import email.utils
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from urllib.parse import quote, urldefrag, urljoin, urlsplit

import httpcore2

from flows.fetching.bodies import read_body
from flows.fetching.errors import FetchError
from flows.fetching.hosts import Hosts
from flows.fetching.network import GuardedBackend, Lookup, look_up, tls_context
from flows.fetching.robots import Robots

AGENT = "annalist"
REDIRECTS = (301, 302, 303, 307, 308)
PASSING = (408, 425, 429, 500, 502, 503, 504)
ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long, how large and how often; seconds and bytes.

    `longest_wait` is how long a run waits at a server's word (Retry-After); what is asked for longer waits for
    a later run.
    """

    idle: float = 20.0
    total: float = 90.0
    size: int = 20_000_000
    redirects: int = 6
    tries: int = 3
    back_off: float = 2.0
    longest_wait: float = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an address gave; `url` is where it was in the end. A 304 has no content."""

    url: str
    status: int
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes = b""

    @property
    def is_unmodified(self) -> bool:
        """Whether the server says that nothing has changed."""
        return self.status == 304


class Fetcher:
    """Fetches one address after another, or several at a time from several threads.

    Args:
        contact: where a site's owner can reach whoever runs this; part of the User-Agent.
        version: of this program.
        limits: of each request.
        hosts: the pace at each host.
        allow_private: whether addresses outside the public internet may be fetched: all, none, or those of some hosts
            (with their port, as in addresses).
        lookup: what host names stand for.
        sleep: how to wait between tries.
        now: seconds since 1970, for dates in Retry-After.
    """

    def __init__(
        self,
        *,
        contact: str | None = None,
        version: str = "0",
        limits: Limits | None = None,
        hosts: Hosts | None = None,
        allow_private: bool | Collection[str] = False,
        lookup: Lookup = look_up,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.agent = f"{AGENT}/{version} (conflict event database; {contact or 'no contact given'})"
        self.limits = limits or Limits()
        self.hosts = hosts or Hosts()
        self.allow_private = allow_private
        self.lookup = lookup
        self.sleep = sleep
        self.now = now
        self.robots = Robots(AGENT, lambda url: self._follow(url, {}, check=False).content)

    def fetch(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Answer:
        """The answer to a request, after as many tries as the limits allow.

        Args:
            url: what to fetch.
            etag: validator of the last answer, as `last_modified`: where nothing has changed, the answer is a 304.

        Raises:
            FetchError: it may not be fetched, or cannot be.
        """
        known = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in known.items() if value}
        for attempt in range(1, self.limits.tries + 1):
            try:
                return self._follow(url, headers, check=True)
            except FetchError as error:
                wait = self.limits.back_off * 2 ** (attempt - 1) if error.wait is None else error.wait
                if not error.passes or attempt == self.limits.tries or wait > self.limits.longest_wait:
                    raise
                self.sleep(wait)
        raise FetchError("tries", "no try is allowed")

    def keep_pace(self, url: str, pause: float | None) -> None:
        """Keeps this pause between two requests at the address's host; None leaves the usual one."""
        if pause is not None:
            self.hosts.slow_down(urlsplit(url).netloc.lower(), pause)

    def _follow(self, url: str, headers: dict[str, str], *, check: bool) -> Answer:
        """The answer at the end of the redirects; each step is checked like the first."""
        seen: list[str] = []
        while True:
            url = _checked_address(url)
            if url in seen or len(seen) > self.limits.redirects:
                said = "redirects lead back" if url in seen else f"more than {self.limits.redirects} redirects"
                raise FetchError("redirects", said)
            seen.append(url)
            host = urlsplit(url).netloc.lower()
            pause = self.robots.check(url) if check else None
            if pause:
                self.hosts.slow_down(host, pause)
            with self.hosts.turn(host):
                answer = self._ask(url, headers if len(seen) == 1 else {})
            target = answer.headers.get("location")
            if answer.status not in REDIRECTS or not target:
                return self._good(answer, host)
            url = urljoin(url, target)

    def _ask(self, url: str, headers: dict[str, str]) -> Answer:
        limits = self.limits
        open_to = self.allow_private
        is_open = open_to if isinstance(open_to, bool) else urlsplit(url).netloc.lower() in open_to
        backend = GuardedBackend(time.monotonic() + limits.total, allow_private=is_open, lookup=self.lookup)
        told_of_us = {"User-Agent": self.agent, "Accept": ACCEPT, "Accept-Encoding": "gzip, deflate"} | headers
        sent = list(told_of_us.items())
        timeout = dict.fromkeys(("connect", "read", "write", "pool"), limits.idle)
        try:
            with (
                httpcore2.ConnectionPool(ssl_context=tls_context(), max_connections=1, network_backend=backend) as pool,
                pool.stream("GET", url, headers=sent, extensions={"timeout": timeout}) as response,
            ):
                told = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
                body = read_body(response.iter_stream(), told.get("content-encoding"), limits.size)
                return Answer(url=url, status=response.status, headers=told, content=body)
        except httpcore2.TimeoutException as error:
            raise FetchError("timeout", f"no answer for {limits.idle:g} seconds", passes=True) from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
            said = " ".join(str(error).split())[:200] or type(error).__name__
            raise FetchError("network", f"the connection failed: {said}", passes=True) from error
        except (httpcore2.UnsupportedProtocol, UnicodeError, ValueError, TypeError) as error:
            raise FetchError("address", f"not an address that can be fetched: {error}") from error

    def _good(self, answer: Answer, host: str) -> Answer:
        if answer.status in (200, 203, 206, 304):
            return answer
        wait = self._wait_of(answer.headers.get("retry-after"))
        if wait is not None and answer.status in (429, 503):
            self.hosts.put_off(host, min(wait, self.limits.longest_wait))
        raise FetchError(
            f"http_{answer.status}",
            f"the server answers {answer.status}",
            passes=answer.status in PASSING,
            wait=wait,
            status=answer.status,
        )

    def _wait_of(self, told: str | None) -> float | None:
        """Seconds that Retry-After asks for: a number or a date."""
        if not told:
            return None
        if told.strip().isdecimal():
            return float(told.strip()[:9])
        try:
            return max(email.utils.parsedate_to_datetime(told).timestamp() - self.now(), 0.0)
        except (ValueError, TypeError, OverflowError):
            return None


def _checked_address(url: str) -> str:
    """The address without its fragment, in ASCII.

    Raises:
        FetchError: it is none that is fetched.
    """
    try:
        parts = urlsplit(urldefrag(url.strip())[0])
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError("address", f"not an address: {error}") from error
    if parts.scheme not in ("http", "https") or not host:
        raise FetchError("scheme", f"not an http or https address: {url[:100]}")
    if parts.username or parts.password:
        raise FetchError("address", "an address with a password in it is not fetched")
    return _ascii(parts.geturl())


def _ascii(url: str) -> str:
    parts = urlsplit(url)
    netloc = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    safe = "/:?#[]@!$&'()*+,;=%~-._|"
    path = quote(parts.path or "/", safe=safe)
    return parts._replace(netloc=netloc, path=path, query=quote(parts.query, safe=safe)).geturl()
