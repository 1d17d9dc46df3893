"""The pace at which each host is asked: so many at a time, and so long between two starts."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

PAUSE = 1.0  # seconds between two starts at one host, unless its robots.txt or the list of sources says more
LONGEST = 60.0  # seconds of such a pause that is kept; a host that asks for more is asked once a minute


@dataclass(slots=True)
class Host:
    """One host's turn: the moment from which it may be asked again."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    next_start: float = 0.0
    pause: float = PAUSE


class Hosts:
    """Lets one request at a time pass to each host, with its pause between two; requests to other hosts do not wait.

    Args:
        pause: the least pause.
        sleep: how to wait.
        clock: seconds that only go forward.
    """

    def __init__(
        self,
        pause: float = PAUSE,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.sleep = sleep
        self.clock = clock
        self.hosts: defaultdict[str, Host] = defaultdict(lambda: Host(pause=pause))
        self.guard = threading.Lock()

    @contextmanager
    def turn(self, name: str) -> Iterator[None]:
        """Waits for the host's turn and holds it."""
        host = self._host(name)
        with host.lock:
            wait = host.next_start - self.clock()
            if wait > 0:
                self.sleep(wait)
            host.next_start = self.clock() + host.pause
            yield

    def slow_down(self, name: str, pause: float) -> None:
        """Keeps at least this pause at a host from now on."""
        host = self._host(name)
        host.pause = max(host.pause, min(pause, LONGEST))

    def put_off(self, name: str, wait: float) -> None:
        """Asks a host nothing for so many seconds."""
        host = self._host(name)
        host.next_start = max(host.next_start, self.clock() + wait)

    def _host(self, name: str) -> Host:
        with self.guard:
            return self.hosts[name]
