"""How far a run has come, on standard error: a bar where a person watches, else a line now and then."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from flows.sources.local_files import Progress

WIDTH = 24
FIRST, EVERY = 15.0, 60.0  # seconds until the first plain line, and between two
SHORT = 1.0  # seconds before a bar is worth drawing


class Teller:
    """Tells how many articles are done, at what rate, and how long the rest will take where that can be known.

    Args:
        total: bytes of the local files; 0 where addresses are read, too.
        parts: dated parts that are to be read.
        stream: where to write.
        clock: seconds that only go forward.
    """

    def __init__(
        self, total: int, parts: int = 0, *, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.total = total
        self.parts = parts
        self.stream = stream or sys.stderr
        self.clock = clock
        self.started = clock()
        self.told = self.started + FIRST - EVERY
        self.is_bar = self.stream.isatty()
        self.is_drawn = False

    def tell(self, articles: int, progress: Progress) -> None:
        """Draws the bar anew, or writes a line if it is time for one."""
        passed = self.clock() - self.started
        share = self._share(progress)
        if self.is_bar and passed >= SHORT:
            self.is_drawn = True
            self.stream.write(f"\r{_bar(share)}{_words(articles, passed, share)}\x1b[K")
            self.stream.flush()
        elif not self.is_bar and share != 1.0 and self.clock() - self.told >= EVERY:
            self.told = self.clock()
            self.stream.write(f"annalist: {_words(articles, passed, share)}\n")
            self.stream.flush()

    def end(self) -> None:
        """Takes the bar away."""
        if self.is_drawn:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
            self.is_drawn = False

    def _share(self, progress: Progress) -> float | None:
        """The share of the work that is done; None where nobody knows how much there is."""
        if self.parts:
            return min(progress.parts_read / self.parts, 1.0)
        return min(progress.taken() / self.total, 1.0) if self.total else None


def size_of_files(names: Sequence[str]) -> int:
    """Bytes of the files and folders; 0 where one of the sources is none, because then nobody knows the whole."""
    total = 0
    for name in names:
        path = Path(name)
        try:
            found = [path] if path.is_file() else list(path.rglob("*")) if path.is_dir() else None
            if found is None:
                return 0
            total += sum(one.stat().st_size for one in found if one.is_file())
        except OSError:
            return 0
    return total


def _bar(share: float | None) -> str:
    if share is None:
        return ""
    done = round(share * WIDTH)
    return f"[{'#' * done}{'.' * (WIDTH - done)}] "


def _words(articles: int, passed: float, share: float | None) -> str:
    told = f"{articles:,} article{'s' * (articles != 1)}, {articles / max(passed, 0.001):.1f} a second"
    if share is not None:
        told = f"{share:.0%}, {told}"
        if 0 < share < 1:
            told += f", about {_span(passed * (1 - share) / share)} left"
    return told


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
