"""Laws that hold for every text and every publication day."""

import datetime
import sys
import time
from functools import cache

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.dates import foreign
from extractors.dates.days import easter_of
from extractors.dates.finder import find_dates
from extractors.dates.words import rows_of
from schemas.mention import DateMention

DAY = datetime.date(2016, 5, 11)
EXAMPLES = [row["example"] for name in ("words", "rules", "named_days", "starts") for row in rows_of(f"{name}.csv")]
EXAMPLES = [example for example in EXAMPLES if example]
TEXTS = st.lists(st.sampled_from(EXAMPLES) | st.text(max_size=12), max_size=8).map(" ".join)
DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(2040, 1, 1))
WEEKLY = "Monday,last Friday,last week,two weeks ago,early on Sunday".split(",")
DAILY = "yesterday,tomorrow,today,overnight,last night,two days ago,the day before yesterday,48 hours ago".split(",")


@cache
def bounds(edtf: str) -> tuple[datetime.date, datetime.date]:
    """First and last day as the EDTF library reads them."""
    parsed = parse_edtf(edtf)
    return tuple(datetime.date(*edge[:3]) for edge in (parsed.lower_strict(), parsed.upper_strict()))  # two


def agrees(mention: DateMention) -> bool:
    return not (mention.edtf and mention.date_start and mention.date_end) or (
        bounds(mention.edtf) == (mention.date_start, mention.date_end)
    )


@given(TEXTS, st.none() | DAYS)
@settings(deadline=None, max_examples=30)
def test_spans_slice_the_text_in_order_and_days_agree_with_edtf(text: str, day: datetime.date | None) -> None:
    end = 0
    for mention in find_dates(text, day):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= end
        assert not mention.date_start or not mention.date_end or mention.date_start <= mention.date_end
        assert agrees(mention), mention
        assert day or mention.basis in {"explicit", "relative", "unknown"}
        end = mention.end


@pytest.mark.parametrize("example", EXAMPLES[::5])
def test_every_example_gives_edtf_that_a_library_reads(example: str) -> None:
    for mention in find_dates(example, DAY):
        assert agrees(mention), mention
        assert mention.edtf is None or mention.edtf.endswith("..") or parse_edtf(mention.edtf)


@given(DAYS, st.integers(1, 400), st.sampled_from(DAILY))
@settings(deadline=None, max_examples=40)
def test_a_later_publication_day_moves_what_is_reckoned_in_days(day: datetime.date, days: int, words: str) -> None:
    step = datetime.timedelta(days=days)
    one, other = (find_dates(f"It fell {words}.", base)[0] for base in (day, day + step))
    assert one.date_start
    assert one.date_end
    assert (other.date_start, other.date_end) == (one.date_start + step, one.date_end + step)


@given(DAYS, st.integers(1, 60), st.sampled_from(WEEKLY))
@settings(deadline=None, max_examples=40)
def test_weeks_move_weekdays_and_weeks(day: datetime.date, weeks: int, words: str) -> None:
    step = datetime.timedelta(weeks=weeks)
    one, other = (find_dates(f"It fell {words}.", base)[0] for base in (day, day + step))
    assert one.date_start
    assert other.date_start == one.date_start + step


@given(DAYS, DAYS)
@settings(deadline=None, max_examples=40)
def test_the_publication_day_moves_nothing_that_is_written_in_full(day: datetime.date, other: datetime.date) -> None:
    text = "It fell on 3 May 2001, in March 1999, in the 1990s, from 12 to 15 April 2016 and in the spring of 2014."
    assert find_dates(text, day) == find_dates(text, other)


@given(DAYS)
@settings(deadline=None, max_examples=40)
def test_a_weekday_lies_within_a_week_and_its_own_day_is_today(day: datetime.date) -> None:
    (told,) = find_dates(f"It fell on {day:%A}.", day)
    assert told.date_start == day


SENTENCES = """On 7 May they left. The next day it rained. On the 19th they met. Two days later they fled.
In October they won. That night they slept. By nightfall it was over. On the night of 5/6 June they fled.
In early March it ended. The following week was calm. That winter was cold. On Christmas Eve they sang.
A month later they came."""
STEPS = st.lists(
    st.sampled_from([f"{one}." for one in SENTENCES.replace(".\n", ". ").rstrip(".").split(". ")]), max_size=8
)
STEPS = STEPS.map(" ".join)


@given(STEPS)
@settings(deadline=None, max_examples=60)
def test_a_text_without_a_year_gives_no_year(steps: str) -> None:
    assert all(told.date_start is None and told.date_end is None for told in find_dates(steps))


@given(STEPS, st.none() | st.just(DAY))
@settings(deadline=None, max_examples=60)
def test_a_year_that_is_carried_over_says_so(steps: str, day: datetime.date | None) -> None:
    """Every step of a history stays near the year before it, and tells that it is reckoned."""
    first, *rest = find_dates(f"On 4 April 1931 it began. On 9 April rain fell. In May it froze. {steps}", day)
    assert first.date_start == datetime.date(1931, 4, 4)
    year = 1931
    for told in rest:
        if told.date_start:
            assert told.basis == "relative", told
            assert abs(told.date_start.year - year) <= 1, told
            year = told.date_start.year


def test_easter_by_the_rule() -> None:
    known = {1961: (4, 2), 1981: (4, 19), 2000: (4, 23), 2008: (3, 23), 2016: (3, 27), 2038: (4, 25)}
    assert {year: (easter_of(year).month, easter_of(year).day) for year in known} == known


class _AnyDatetime(type):
    """Every datetime is an instance: dateparser checks the type of its base day."""

    def __instancecheck__(cls, value: object) -> bool:
        return type(value).__mro__[-3:] == REAL.__mro__[-3:]


REAL = datetime.datetime


def clock_at(moment: datetime.datetime | None) -> type[datetime.datetime]:
    """A datetime whose clock stands at a moment; None: reading it is an error."""

    class Clock(datetime.datetime, metaclass=_AnyDatetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:
            assert moment, f"a clock was read, in {tz}"
            return moment.replace(tzinfo=tz)

        @classmethod
        def utcnow(cls) -> datetime.datetime:
            return cls.now()

        @classmethod
        def today(cls) -> datetime.datetime:
            return cls.now()

    return Clock


def patch_clock(monkeypatch: pytest.MonkeyPatch, package: str, clock: type[datetime.datetime]) -> None:
    """Puts a clock into every module of a package that holds the real one."""
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] == package:
            for attribute, value in list(vars(module).items()):
                if value is datetime.datetime:
                    monkeypatch.setattr(module, attribute, clock)


def test_no_clock_is_read_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datetime, "datetime", clock_at(None))
    monkeypatch.setattr(time, "time", stopped)
    for example in EXAMPLES[::3]:
        find_dates(example, DAY)
        find_dates(example)
    with pytest.raises(AssertionError, match="clock"):
        datetime.datetime.now(tz=datetime.UTC)


def stopped() -> float:
    raise AssertionError("a clock was read")


FOREIGN = {
    "fr": "Le pont est tombé le 7 mai 2016 ou en mars 2015.",
    "ru": "Мост упал 7 мая 2016 года.",
    "en": "On 2016 May 7.",
}


def test_no_clock_has_a_say_in_what_dateparser_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """It looks at the year while it parses (a leap-year precaution): nothing of that may reach a date."""
    told = []
    for moment in (datetime.datetime(1971, 2, 28, 23, 59), datetime.datetime(2092, 11, 30, 1, 1)):  # noqa: DTZ001  # naive, as dateparser's are
        foreign._parsed.cache_clear()
        foreign._parser.cache_clear()
        with monkeypatch.context() as patched:
            find_dates("Le 1 mai 2016.", None, "fr")  # loads dateparser, so that its modules can be patched
            foreign._parsed.cache_clear()
            patch_clock(patched, "dateparser", clock_at(moment))
            told.append({language: find_dates(text, None, language) for language, text in FOREIGN.items()})
    assert told[0] == told[1]
    assert [len(told[0][language]) for language in FOREIGN] == [2, 1, 1]
