"""Every row of the date lexicons is a test: its example must give its value."""

import datetime
import re

import pytest

from extractors.dates.finder import find_dates
from extractors.dates.grammar import grammar
from extractors.dates.readers.absolute import year_number
from extractors.dates.readers.catalogue import BY_NAME, named_readers
from extractors.dates.words import expand, rows_of

DAY = datetime.date(2016, 5, 11)


def shown(row: dict[str, str]) -> str:
    return next(iter(row.values())) + ": " + row.get("word", row["example"])


@pytest.mark.parametrize("row", rows_of("words.csv"), ids=shown)
def test_a_word_means_what_its_row_says(row: dict[str, str]) -> None:
    told = find_dates(row["example"], DAY)
    assert [m.value for m in told] == [row["expected"]] * (row["expected"] != "-")
    cue = row["class"] in {
        "ahead", "ahead_month", "past", "paper", "numbered", "nowadays", "lasting", "formation", "clause",
        "weekday_name",
    }  # fmt: skip
    assert cue or row["word"].split()[0] in told[0].text.lower()


@pytest.mark.parametrize("row", [row for row in rows_of("rules.csv") if row["expected"]], ids=shown)
def test_a_rule_reads_its_example(row: dict[str, str]) -> None:
    last = find_dates(row["example"], DAY)
    assert (f"dates: {row['rule']}", row["expected"]) in {(m.rule, m.value) for m in last}


@pytest.mark.parametrize("row", rows_of("named_days.csv"), ids=shown)
def test_a_named_day_reads_its_example(row: dict[str, str]) -> None:
    (told,) = find_dates(row["example"], DAY)
    assert (told.rule, told.value) == (f"dates: named day: {row['name']}", row["expected"])


@pytest.mark.parametrize("row", rows_of("parts.csv"), ids=shown)
def test_a_part_matches_its_example(row: dict[str, str]) -> None:
    assert re.fullmatch(expand(row["pattern"]), row["example"])


@pytest.mark.parametrize("row", rows_of("clauses.csv"), ids=shown)
def test_a_clause_word_stands_in_its_example(row: dict[str, str]) -> None:
    assert row["form"] in row["example"].split() or f"{row['form']}," in row["example"]


def test_every_rule_has_a_reader_and_a_name_of_its_own() -> None:
    rules = list(grammar().rules.values())
    assert all(rule.reader in BY_NAME or rule.reader in named_readers() for rule in rules)
    assert len({rule.name for rule in rules}) == len(rules)


def test_no_word_stands_twice_in_a_class() -> None:
    rows = [(row["class"], row["word"]) for row in rows_of("words.csv")]
    assert len(set(rows)) == len(rows)
    assert all(all(row.values()) for row in rows_of("words.csv"))


def test_moving_days_cover_their_years_without_gaps() -> None:
    names = {row["name"] for row in rows_of("moving_days.csv")}
    for name in names:
        years = {year_number(row["start"][:4]) for row in rows_of("moving_days.csv") if row["name"] == name}
        assert years >= set(range(1986, 2030)), name
