"""A person who watches sees a bar with rate and remaining time; a log gets a line now and then."""

import io

import pytest

from flows.display.progress import Teller
from flows.sources.local_files import Progress


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


class Passing:
    """Seconds that pass as the test says."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_screen_gets_a_bar_that_goes_away() -> None:
    screen, clock = Screen(), Passing()
    teller = Teller(1000, stream=screen, clock=clock)
    clock.now = 10.0
    teller.tell(50, Progress(bytes_read=250))
    assert screen.getvalue() == "\r[######..................] 25%, 50 articles, 5.0 a second, about 30 s left\x1b[K"
    teller.end()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_a_log_gets_a_line_after_a_while_and_then_each_minute() -> None:
    log, clock = io.StringIO(), Passing()
    teller = Teller(0, stream=log, clock=clock)
    for second in range(100):
        clock.now = float(second)
        teller.tell(second * 2, Progress())
    told = log.getvalue().splitlines()
    assert told == ["annalist: 30 articles, 2.0 a second", "annalist: 150 articles, 2.0 a second"]


@pytest.mark.parametrize(("parts", "read", "share"), [(4, 1, "25%"), (4, 3, "75%")])
def test_dated_parts_tell_the_share(parts: int, read: int, share: str) -> None:
    log, clock = io.StringIO(), Passing()
    teller = Teller(0, parts, stream=log, clock=clock)
    clock.now = 7200.0
    teller.tell(72, Progress(parts_read=read))
    assert share in log.getvalue()
    assert "left" in log.getvalue()


def test_what_is_done_at_once_is_not_worth_a_line() -> None:
    log, clock = io.StringIO(), Passing()
    teller = Teller(10, stream=log, clock=clock)
    clock.now = 90.0
    teller.tell(3, Progress(bytes_read=10))
    assert not log.getvalue()
