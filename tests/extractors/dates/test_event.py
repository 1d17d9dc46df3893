"""Which expression dates an event."""

import datetime

import pytest

from extractors.dates.event import date_event
from extractors.dates.finder import find_dates
from extractors.dates.publication import find_publication_date

DAY = datetime.date(2016, 5, 11)


@pytest.mark.parametrize(
    ("text", "trigger", "status", "edtf", "basis"),
    [
        ("Rebels took the town on Tuesday.", "took", "occurred", "2016-05-10", "relative"),
        ("Rebels took the town on 3 May 2014.", "took", "occurred", "2014-05-03", "explicit"),
        ("Rebels took the town.", "took", "occurred", "2016-05-11", "publication"),
        ("Rebels plan to take the town.", "take", "planned", None, "unknown"),
        ("Fighting goes on.", "Fighting", "ongoing", "2016-05-11", "publication"),
        ("It was besieged since March.", "besieged", "ongoing", "2016-03/2016-05-11", "relative"),
        ("On Monday the truce failed after a raid on Sunday.", "failed", "occurred", "2016-05-09", "relative"),
    ],
)
def test_the_date_of_an_event(text: str, trigger: str, status: str, edtf: str | None, basis: str) -> None:
    at = text.index(trigger)
    found = date_event(
        find_dates(text, DAY),
        text=text,
        sentence=(0, len(text)),
        trigger=(at, at + len(trigger)),
        status=status,
        published=DAY,
    )
    assert (found.date_edtf, found.date_basis) == (edtf, basis)


def test_a_dateline_gives_the_publication_day_only_with_its_year() -> None:
    told = find_publication_date("ADEN, 3 May 2015 - Shells fell on the port on 1 May 2014.")
    assert told
    assert told.day == datetime.date(2015, 5, 3)
    assert find_publication_date("ADEN, 3 May - Shells fell.") is None
    assert find_publication_date("Shells fell on 1 May 2014.") is None
