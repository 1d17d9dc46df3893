"""What robots.txt allows. The only importer of protego."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flows.fetching.errors import FetchError

if TYPE_CHECKING:
    from protego import Protego

MAX_RULES = 500_000  # bytes: what RFC 9309 asks to read


class Robots:
    """The rules of each host, read once.

    Args:
        agent: the name by which rules address us.
        get: fetches an address; raises FetchError.
    """

    def __init__(self, agent: str, get: Callable[[str], bytes]) -> None:
        self.agent = agent
        self.get = get
        self.known: dict[str, Protego | FetchError | None] = {}
        self.lock = threading.Lock()

    def check(self, url: str) -> float | None:
        """The pause between requests that the host asks for, where the address may be fetched.

        Raises:
            FetchError: it may not, or nobody can say whether it may.
        """
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        with self.lock:
            if host not in self.known:
                self.known[host] = self._read(host)
        rules = self.known[host]
        if isinstance(rules, FetchError):
            raise rules
        if rules is None:
            return None
        if not rules.can_fetch(url, self.agent):
            raise FetchError("robots", "robots.txt does not allow it")
        delay = rules.crawl_delay(self.agent)
        return float(delay) if delay else None

    def _read(self, host: str) -> Protego | FetchError | None:
        """The rules; None where there are none; a FetchError where they cannot be read, so that nothing is allowed."""
        from protego import Protego  # only what fetches pays for it

        try:
            text = self.get(f"{host}/robots.txt")[:MAX_RULES].decode("utf-8", "replace")
        except FetchError as error:
            if error.status is not None and 400 <= error.status < 500 and error.status != 429:
                return None
            if error.reason in ("private_address", "dns"):
                return error
            return FetchError("robots", f"robots.txt cannot be read: {error}", passes=True)
        try:
            return Protego.parse(text)
        except Exception:  # noqa: BLE001 - rules that nobody can read forbid nothing
            return None
