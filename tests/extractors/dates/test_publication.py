"""The publication day, its ground, and what contradicts it."""

import datetime

import pytest

from extractors.dates.publication import read_publication

DAY = datetime.date(2015, 5, 3)
BODY = "\nShells fell on the port on 1 May 2014. Nobody was hurt, the mayor said, and ships went on unloading grain."


@pytest.mark.parametrize(
    ("text", "url", "day", "basis"),
    [
        ("ADEN, 3 May 2015 - Shells fell on the port on 1 May 2014.", None, "2015-05-03", "dateline"),
        ("\n\n * ADEN, 3 May 2015 - Shells fell on the port.", None, "2015-05-03", "dateline"),
        ("\n" * 200_000 + "Shells fell.", None, None, "none"),
        ("ADEN (May 3, 2015) -- Shells fell on the port.", None, "2015-05-03", "dateline"),
        ("ADEN, 3 May - Shells fell.", None, None, "none"),
        ("Shells fell on 1 May 2014.", None, None, "none"),
        ("Port shelled\nSunday, May 3, 2015" + BODY, None, "2015-05-03", "page"),
        ("Port shelled\nPublished: 3 May 2015, 14:05" + BODY, None, "2015-05-03", "page"),
        ("Port shelled" + BODY, "https://example.org/2015/05/03/port", "2015-05-03", "address"),
        ("Port shelled" + BODY, "https://example.org/2015/13/03/port", None, "none"),
    ],
)
def test_where_nobody_gives_it(text: str, url: str | None, day: str | None, basis: str) -> None:
    found = read_publication(None, text, url)
    assert (found.day and found.day.isoformat(), found.basis, found.clashes) == (day, basis, ())
    assert found.start is None or find(text, found.start, found.end)


def find(text: str, start: int, end: int | None) -> bool:
    return "2015" in text[start:end]


def test_a_given_day_that_agrees_is_taken_as_given() -> None:
    found = read_publication(DAY, "ADEN, 3 May 2015 - Shells fell.", "https://example.org/2015/05/03/port")
    assert (found.day, found.basis, found.clashes) == (DAY, "given", ())


def test_a_dateline_close_by_corrects_what_was_given_and_says_so() -> None:
    found = read_publication(datetime.date(2015, 5, 5), "ADEN, 3 May 2015 - Shells fell.")
    assert (found.day, found.basis, found.clashes) == (DAY, "dateline", ("given says 2015-05-05",))


def test_a_dateline_far_off_is_told_and_not_believed() -> None:
    found = read_publication(datetime.date(2019, 5, 5), "ADEN, 3 May 2015 - Shells fell.")
    assert (found.basis, found.clashes) == ("given", ("dateline says 2015-05-03",))


def test_an_address_never_beats_the_text() -> None:
    found = read_publication(None, "ADEN, 3 May 2015 - Shells fell.", "https://example.org/2015/05/04/port")
    assert (found.day, found.clashes) == (DAY, ("address says 2015-05-04",))


def test_a_weekday_that_does_not_fit_is_told() -> None:
    found = read_publication(None, "Port shelled\nMonday, May 3, 2015" + BODY)
    assert (found.day, found.clashes) == (DAY, ("page names Monday for 2015-05-03",))
