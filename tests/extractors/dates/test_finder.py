"""Time expressions and the days they may mean; Wednesday 11 May 2016 is the publication day."""

import datetime

import pytest

from extractors.dates.finder import find_dates

DAY = datetime.date(2016, 5, 11)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It fell on 27 February 2016.", "2016-02-27"),
        ("It fell on February 27, 2016.", "2016-02-27"),
        ("It fell on 2016-02-27.", "2016-02-27"),
        ("It began in March 2011.", "2011-03"),
        ("It fell on Tuesday.", "2016-05-10"),
        ("It fell on Wednesday.", "2016-05-11"),
        ("It fell last Wednesday.", "2016-05-04"),
        ("Talks will open on Friday.", "2016-05-13"),
        ("It fell yesterday.", "2016-05-10"),
        ("Shells fell overnight.", "2016-05-10/2016-05-11"),
        ("It fell on February 27.", "2016-02-27"),
        ("It fell on December 27.", "2015-12-27"),
        ("They met from 12 to 15 April 2016.", "2016-04-12/2016-04-15"),
        ("It fell two days ago.", "2016-05-09"),
        ("It fell last week.", "2016-05-02/2016-05-08"),
        ("In 2013 it fell.", "2013"),
        ("It fell in late March.", "2016-03-21/2016-03-31"),
    ],
)
def test_dates_with_a_publication_day(text: str, edtf: str) -> None:
    assert [mention.edtf for mention in find_dates(text, DAY)] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "Ms May said so.",
        "They march on the town.",
        "Resolution 2254 was adopted.",
        "The Sun reported it.",
        "They may leave.",
        "On 31 April it fell.",
        "It cost 2,016 pounds.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text, DAY) == ()


def test_without_a_publication_day_no_year_is_invented() -> None:
    (day,) = find_dates("It began on February 27.")
    assert (day.edtf, day.precision, day.date_start, day.date_end) == ("XXXX-02-27", "day", None, None)
    (weekday,) = find_dates("It began on Tuesday.")
    assert (weekday.edtf, weekday.precision, weekday.basis) == (None, "unknown", "unknown")
