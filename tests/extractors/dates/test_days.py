"""Own arithmetic of intervals."""

import datetime

import pytest

from extractors.dates import days
from extractors.dates.days import Day, Time


@pytest.mark.parametrize(
    ("whole", "part", "first", "last"),
    [
        (days.month_of(2016, 2), "late", "2016-02-21", "2016-02-29"),
        (days.year_of(2014), "early", "2014-01-01", "2014-04-30"),
        (days.year_of(2014), "mid", "2014-05-01", "2014-08-31"),
        (days.decade_of(1990), "early", "1990-01-01", "1993-12-31"),
        (days.decade_of(1990), "late", "1997-01-01", "1999-12-31"),
        (days.quarter_of(2014, 3), "mid", "2014-08-01", "2014-08-31"),
        (days.week_of(Day(2016, 5, 11)), "early", "2016-05-09", "2016-05-10"),
        (days.day_of(Day(2016, 5, 11)), "late", "2016-05-11", "2016-05-11"),
    ],
)
def test_thirds(whole: Time, part: str, first: str, last: str) -> None:
    found = days.part_of(whole, part)
    assert (str(found.start), str(found.end), found.value) == (first, last, whole.value)


@pytest.mark.parametrize(
    ("unit", "count", "start", "value"),
    [
        ("day", -2, days.day_of(Day(2016, 3, 1)), "2016-02-28"),
        ("week", 1, days.week_of(Day(2015, 12, 31)), "2016-W01"),
        ("month", -1, days.day_of(Day(2016, 3, 31)), "2016-02-29"),
        ("year", -1, days.quarter_of(2016, 3), "2015-Q3"),
        ("decade", 1, days.decade_of(1990), "200"),
        ("year", 1, days.season_of(2015, "WI"), "2016-WI"),
    ],
)
def test_shifts_keep_the_grain(unit: str, count: int, start: Time, value: str) -> None:
    assert days.shift(start, unit, count).value == value


def test_a_range_goes_forward_and_names_its_ends_by_their_grain() -> None:
    found = days.between(days.month_of(2011, 3, "explicit"), days.day_of(Day(2011, 6, 2), "explicit"))
    assert (found.edtf, found.basis) == ("2011-03/2011-06-02", "explicit")
    with pytest.raises(ValueError, match="range"):
        days.between(days.year_of(2012), days.year_of(2011))


def test_winter_ends_in_the_next_year() -> None:
    assert days.season_of(2015, "WI").end == datetime.date(2016, 2, 29)
