"""Connections that may be made: to public addresses only, within a time limit, to the very address that was checked.

A name is looked up once for each connection, all that it stands for is checked, and the connection goes to what was
checked: a server that answers differently the second time (DNS rebinding) gains nothing, nor does a redirect.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

import httpcore2

from flows.fetching.errors import FetchError

Lookup = Callable[[str, int], Sequence[str]]
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # addresses of the older protocol behind a translator
LEAST = 0.001  # seconds: a time limit of none at all would mean no limit


def look_up(host: str, port: int) -> list[str]:
    """The numeric addresses that a name stands for."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the public internet.

    >>> is_public("93.184.216.34"), is_public("10.0.0.1"), is_public("::ffff:127.0.0.1"), is_public("169.254.169.254")
    (True, False, False, False)
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if found in TRANSLATED:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
    return found.is_global and not found.is_multicast


class GuardedBackend(httpcore2.NetworkBackend):
    """Makes the connections of one request, all of them before its deadline.

    Args:
        deadline: moment of the monotonic clock at which the request is over.
        allow_private: whether addresses outside the public internet may be reached.
        lookup: what names stand for.
    """

    def __init__(self, deadline: float, *, allow_private: bool, lookup: Lookup = look_up) -> None:
        self.deadline = deadline
        self.allow_private = allow_private
        self.lookup = lookup
        self.inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first address of the host that answers.

        Raises:
            FetchError: the host is unknown, or stands for an address that may not be reached.
        """
        addresses = self._checked(host, port)
        for address in addresses[:-1]:
            try:
                stream = self.inner.connect_tcp(address, port, self._left(timeout), local_address, socket_options)
            except (httpcore2.NetworkError, httpcore2.TimeoutException):
                continue
            return GuardedStream(stream, self._left)
        stream = self.inner.connect_tcp(addresses[-1], port, self._left(timeout), local_address, socket_options)
        return GuardedStream(stream, self._left)

    def _checked(self, host: str, port: int) -> Sequence[str]:
        try:
            addresses = self.lookup(host, port)
        except (OSError, UnicodeError) as error:
            raise FetchError("dns", f"the host {host} is not known", passes=True) from error
        if not addresses:
            raise FetchError("dns", f"the host {host} is not known", passes=True)
        closed = [] if self.allow_private else [address for address in addresses if not is_public(address)]
        if closed:
            told = f"{host} is no public address ({closed[0]}): refused unless --allow-private"
            raise FetchError("private_address", told)
        return addresses

    def _left(self, timeout: float | None) -> float:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise FetchError("timeout", "took longer than the time limit", passes=True)
        return max(min(left, timeout if timeout is not None else left), LEAST)


class GuardedStream(httpcore2.NetworkStream):
    """A connection on which no single wait goes beyond the deadline: a server that sends drop by drop gains nothing."""

    def __init__(self, inner: httpcore2.NetworkStream, left: Callable[[float | None], float]) -> None:
        self.inner = inner
        self.left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """What the server sends next."""
        return self.inner.read(max_bytes, self.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Sends bytes."""
        self.inner.write(buffer, self.left(timeout))

    def close(self) -> None:
        """Ends the connection."""
        self.inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """The same connection, encrypted; the certificate is checked against the host's name."""
        return GuardedStream(self.inner.start_tls(ssl_context, server_hostname, self.left(timeout)), self.left)

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows about itself."""
        return self.inner.get_extra_info(info)


@cache
def tls_context() -> ssl.SSLContext:
    """The certificates that are trusted, read once."""
    return httpcore2.default_ssl_context()
