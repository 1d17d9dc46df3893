"""Time expressions and the days they may mean; Wednesday 11 May 2016 is the publication day."""

import datetime

import pytest

from extractors.dates.finder import find_dates

DAY = datetime.date(2016, 5, 11)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        # written in full
        ("It fell on 27 February 2016.", "2016-02-27"),
        ("It fell on February 27, 2016.", "2016-02-27"),
        ("It fell on the 27th of February, 2016.", "2016-02-27"),
        ("It fell on 2016-02-27.", "2016-02-27"),
        ("It fell on 2016-02-27T14:05:00Z.", "2016-02-27"),
        ("IT FELL ON 27 FEBRUARY 2016.", "2016-02-27"),
        ("It began in March 2011.", "2011-03"),
        ("In 2013 it fell.", "2013"),
        ("It began in the winter of 2015/16.", "2015-12/2016-02"),
        ("It fell in Q3 2014.", "2014-35"),
        ("It was built in the 1970s.", "197X"),
        ("It was built in the 19th century.", "18XX"),
        ("It fell by the end of 2015.", "2015-12"),
        ("It fell in mid-2014.", "2014-05-01/2014-08-31"),
        ("Contact at 111405Z MAY 16.", "2016-05-11"),
        # ranges
        ("They met from 12 to 15 April 2016.", "2016-04-12/2016-04-15"),
        ("They met between 3 and 5 May.", "2016-05-03/2016-05-05"),
        ("The March-April campaign failed.", "2016-03/2016-04"),
        ("They met on 28 April–3 May 2014.", "2014-04-28/2014-05-03"),
        ("It was open from Monday to Wednesday.", "2016-05-09/2016-05-11"),
        ("They met on 3 and 5 May 2014.", "{2014-05-03,2014-05-05}"),
        # from the publication day
        ("It fell on Tuesday.", "2016-05-10"),
        ("It fell on Wednesday.", "2016-05-11"),
        ("It fell last Wednesday.", "2016-05-04"),
        ("It fell on Tuesday of last week.", "2016-05-03"),
        ("Talks will open on Friday.", "2016-05-13"),
        ("He said on Friday that he would leave.", "2016-05-06"),
        ("It fell yesterday.", "2016-05-10"),
        ("Shells fell overnight.", "2016-05-10/2016-05-11"),
        ("Shells fell overnight on Sunday.", "2016-05-08/2016-05-09"),
        ("It fell on February 27.", "2016-02-27"),
        ("It fell on December 27.", "2015-12-27"),
        ("A vote is planned for 27 December.", "2016-12-27"),
        ("It fell two days ago.", "2016-05-09"),
        ("It fell two weeks ago.", "2016-04-25/2016-05-01"),
        ("It fell last week.", "2016-05-02/2016-05-08"),
        ("It fell over the weekend.", "2016-05-07/2016-05-08"),
        ("It fell earlier this month.", "2016-05"),
        ("It fell in late March.", "2016-03-21/2016-03-31"),
        ("It fell in the first week of March.", "2016-03-01/2016-03-07"),
        ("It fell this spring.", "2016-21"),
        ("Prices rise during Ramadan.", "2016-06-06/2016-07-05"),
        ("Shots fell in Easter week.", "2016-03-21/2016-03-27"),
        ("Crowds gathered on Ashura.", "2015-10-22/2015-10-24"),
        ("On the 27th, it fell.", "2016-04-27"),
        ("They held the town until Tuesday.", "2016-05-10"),
        ("The truce was extended until Friday.", "2016-05-13"),
        ("They met on Thursday the 12th.", "2016-05-12"),
        ("Ten died in the past 24 hours.", "2016-05-10/2016-05-11"),
    ],
)
def test_dates_with_a_publication_day(text: str, edtf: str) -> None:
    assert [mention.edtf for mention in find_dates(text, DAY)] == [edtf]


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("It opened at 9 a.m. EST on Tuesday.", "TIME", "2016-05-10T09:00"),
        ("It fell on Sunday night.", "TIME", "2016-05-08TNI"),
        ("They meet every Friday.", "SET", "XXXX-WXX-5"),
        ("They meet twice a week.", "SET", "P1W"),
        ("They held out for three days.", "DURATION", "P3D"),
        ("They held out for two and a half years.", "DURATION", "P2Y6M"),
        ("They landed at 0600 on 6 June 1944.", "TIME", "1944-06-06T06:00"),
        ("It fell on Jan 1, '99.", "DATE", "1999-01-01"),
        ("They held out for two and a half hours, then a year and a half.", "DURATION", "P1Y6M"),
        ("More may come in the coming days.", "DATE", "FUTURE_REF"),
        ("The town is now theirs.", "DATE", "PRESENT_REF"),
    ],
)
def test_types_and_values(type_: str, text: str, value: str) -> None:
    told = find_dates(text, DAY)[-1]
    assert (told.type, told.value) == (type_, value)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On 3 May 2014 the town fell. The next day the bridge was cut.", "2014-05-04"),
        ("On 3 May 2014 the town fell. Three days later the bridge was cut.", "2014-05-06"),
        ("On 3 May 2014 the town fell. A week earlier the bridge was cut.", "2014-04-21/2014-04-27"),
        ("On 3 May 2014 the town fell. That month the bridge was cut.", "2014-05"),
        ("On 3 May 2014 the town fell. The following year the bridge was cut.", "2015"),
        ("On 3 May 2014 the town fell. On the 27th the bridge was cut.", "2014-05-27"),
        ("On 3 May 2014 the town fell. The same night the bridge was cut.", "2014-05-03"),
        ("On 3 May 2014 the town fell. The bridge was cut the day before.", "2014-05-02"),
        ("It fell in August 2013 after a siege that began in March.", "2013-03"),
        ("It fell in August 2013 and will be rebuilt in July.", "2016-07"),
        ("On Monday the town fell. The next day the bridge was cut.", "2016-05-10"),
    ],
)
def test_days_reckoned_from_the_one_told_before(text: str, edtf: str) -> None:
    assert find_dates(text, DAY)[-1].edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "Ms May said so.",
        "They march on the town.",
        "They may leave.",
        "He sat down beside April Jones and Jan Kowal.",
        "The Sun reported it, and so did the Sunday Times and the Daily Star.",
        "Resolution 2254 was adopted.",
        "He spoke on Channel 4 and on Channel 2014.",
        "On 31 April it fell.",
        "It cost 2,016 pounds, or $2016.",
        "Some 2,016 people and 1500 troops fled; 2000 people stayed.",
        "An F-16 and a MiG-29 struck.",
        "The 7/7 attackers were tried.",
        "They won 2-1, 10:2 and 3:2.",
        "Call +963 11 223 4455 or 020 7946 0958.",
        "The 47th Division fought beside the 27th Brigade.",
        "It is 2.5 km away; version 3.5.16 runs at 192.168.20.14.",
        "Houses on the 7 July bridge burned.",
        "A 14-year-old boy and his 80 years old aunt fled.",
        "The fall of Ama came after a spring offensive.",
        "A quarter of them left after a second attack.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text, DAY) == ()


def test_the_year_at_the_end_of_a_range_is_that_of_both_ends() -> None:
    for day in (DAY, None):
        told = find_dates("From 12 November to 3 May 2014, and from mid-June until late August 1944.", day)
        assert [m.edtf for m in told] == ["2013-11-12", "2014-05-03", "1944-06-11/1944-06-20", "1944-08-21/1944-08-31"]


def test_without_a_publication_day_no_year_is_invented() -> None:
    (day,) = find_dates("It began on February 27.")
    assert (day.edtf, day.precision, day.date_start, day.date_end) == ("XXXX-02-27", "day", None, None)
    assert day.basis == "explicit"  # it is written; what is open is its year
    (weekday,) = find_dates("It began on Tuesday.")
    assert (weekday.edtf, weekday.precision, weekday.basis) == (None, "unknown", "unknown")
    assert [
        m.date_start for m in find_dates("It fell yesterday, last week, in March, two days ago and overnight.")
    ] == [None] * 5


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Filed 03/04/2014.", "[2014-03-04,2014-04-03]"),
        ("Filed 03/04/2014, read 27/02/2014.", "2014-04-03"),
        ("Filed 03/04/2014, read 02/27/2014.", "2014-03-04"),
        ("Filed 04/04/2014.", "2014-04-04"),
        ("Filed 03.04.2014.", "2014-04-03"),
        ("Filed 05/11/2016.", "2016-05-11"),  # one of its two readings is the publication day
    ],
)
def test_slashes_are_read_by_the_documents_own_evidence(text: str, edtf: str) -> None:
    assert find_dates(text, DAY)[0].edtf == edtf


HISTORY = """The Valley War was fought from 1936 to 1939. In early 1936 a strike closed the mines. On 17 July 1936
officers seized the barracks. The next day the garrisons of the coast joined them, and on 20 July the capital fell.
On the night of 2 August the government fled. Three weeks later the rebels crossed the river.
Fighting resumed in September. By the end of that month the north was cut off. On the 27th a column reached the pass;
two days later it was destroyed. In January the siege of the port began. In May 1937 a truce was signed, but it broke
down the following month. In the spring of 1938 the front split. That summer the last offensive failed. It began on
25 July and ended on November 16. From 23 December to 10 February the army of the east retreated."""


@pytest.mark.parametrize("published", [None, datetime.date(2009, 12, 19)])
def test_a_history_hands_its_years_on(published: datetime.date | None) -> None:
    told = {" ".join(m.text.split()): m.edtf for m in find_dates(HISTORY, published)}
    assert told == {
        "1936": "1936",
        "1939": "1939",
        "early 1936": "1936-01-01/1936-04-30",
        "17 July 1936": "1936-07-17",
        "The next day": "1936-07-18",
        "20 July": "1936-07-20",
        "the night of 2 August": "1936-08-02",
        "Three weeks later": "1936-08-17/1936-08-23",
        "September": "1936-09",
        "the end of that month": "1936-09-21/1936-09-30",
        "the 27th": "1936-09-27",
        "two days later": "1936-09-29",
        "January": "1937-01",
        "May 1937": "1937-05",
        "the following month": "1937-06",
        "the spring of 1938": "1938-21",
        "That summer": "1938-22",
        "25 July": "1938-07-25",
        "November 16": "1938-11-16",
        "23 December": "1938-12-23",
        "10 February": "1939-02-10",
    }


@pytest.mark.parametrize(
    "text", ["", "\0" * 2000, "9" * 100_000, "the " * 50_000, "May " * 20_000, "\u200f1 İ May 2016 ﬁ"]
)
def test_strange_texts_take_no_time_and_raise_nothing(text: str) -> None:
    for mention in find_dates(text, DAY):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    "text",
    [
        "A ceasefire signed in 2014 collapsed on 3 May.",
        "A ceasefire signed in April 2014 collapsed on 3 May. Rebels attacked the port.",
        "A bomb in 2014 killed ten; on 3 May another killed two.",
        "Ama has been at war since 2011. A truce came into force on 3 May.",
        "The war began in April 2011. A truce came into force on 3 May.",
        "The pact of 30 April 2014 was broken on 3 May. On 5 May talks began.",
        "Rebels who took the town in April 2014 left it on 3 May.",
    ],
)
def test_a_year_told_beside_the_news_is_not_the_year_of_the_news(text: str) -> None:
    days = {m.value for day in (DAY, None) for m in find_dates(text, day) if m.text == "3 May"}
    assert days == {"2016-05-03", "XXXX-05-03"}
