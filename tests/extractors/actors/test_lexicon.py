"""The lexicons of actors: every row is found in its example, every form gives its name, and the codes are known."""

import csv
from pathlib import Path

import pytest

from extractors.actors.finder import find_actors
from extractors.actors.lexicon import (
    COLUMNS,
    FOLDER,
    compile_names,
    countries_by_code,
    load_agents,
    load_names,
    read_names,
    read_rows,
)
from extractors.actors.sightings import find_sightings
from extractors.actors.words import name_key, split_words
from schemas.errors import ConfigurationError
from schemas.vocabulary import check_code

FILES = [*sorted((FOLDER / "bodies").glob("*.csv")), FOLDER / "leaders.csv"]
HISTORIC = {"SUN", "YUG", "CSK", "DDR", "SCG"}


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_name_is_found_in_its_example(path: Path) -> None:
    missed = [row["name"] for row in rows_of(path) if row["name"] not in names_in(row["example"])]
    assert missed == []


def names_in(text: str) -> set[str]:
    found = find_sightings(split_words(text), load_names(), speakers=False)
    return {entry.name for sighting in found for entry in sighting.entries}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_form_gives_its_name(path: Path) -> None:
    missed = [
        (row["name"], form)
        for row in rows_of(path)
        for form in filter(None, row["aliases"].split("|"))
        if row["name"] not in names_in(f"It was {form} again.")
    ]
    assert missed == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_names_have_codes_examples_and_sources(path: Path) -> None:
    for row in rows_of(path):
        assert check_code("sectors", row["sector"])
        assert not row["country"] or row["country"] in countries_by_code() or row["country"] in HISTORIC, row
        assert row["example"], row
        assert row["source"], row


def test_a_row_stands_once_in_its_years() -> None:
    rows = [
        (row["name"], row["valid_from"], row["country"], row["relation"]) for path in FILES for row in rows_of(path)
    ]
    assert len(set(rows)) == len(rows)


def test_there_are_armed_groups_enough() -> None:
    groups = {row["name"] for path in FILES for row in rows_of(path) if row["sector"] in {"REB", "PRM", "ISM"}}
    assert len(groups) >= 600


@pytest.mark.parametrize("name", ["agents", "sites", "titles", "modifiers", "peoples", "seats"])
def test_common_words_stand_in_their_examples(name: str) -> None:
    missed = [row for row in read_rows(name) if not stands_in(row)]
    assert missed == []


def stands_in(row: dict[str, str]) -> bool:
    first, other = list(row.values())[:2]
    key = f" {name_key(row['example'])} "
    return any(f" {name_key(form)} " in key for form in (first, row.get("plural") or other) if form)


def test_every_agent_and_title_is_found_in_its_example() -> None:
    assert [row for row in read_rows("agents") if not find_actors(row["example"])] == []
    assert [row for row in read_rows("titles") if not find_actors(row["example"])] == []


def test_agents_have_known_sectors_and_sorts() -> None:
    for agent in load_agents().values():
        assert check_code("sectors", agent.sector)
        assert agent.sort in {"person", "force", "body", "craft", "crowd", "state"}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Hill Guard,,SYR,XYZ,,,,The Hill Guard left.,own", "XYZ"),
        ("Hill Guard,,SYR,REB,2014,2012,,The Hill Guard left.,own", "valid from 2014 to 2012"),
        (",,SYR,REB,,,,Left.,own", "begins with a name"),
        ("Hill Guard,,SYR", "9 cells"),
    ],
)
def test_a_bad_row_is_told_with_its_line(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "actors.csv"
    path.write_text(",".join(COLUMNS) + "\n" + line + "\n", "utf-8")
    with pytest.raises(ConfigurationError, match=message) as told:
        list(read_names(path))
    assert "actors.csv:2" in str(told.value)


def test_a_file_without_the_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "actors.csv"
    path.write_text("name,sector\n", "utf-8")
    with pytest.raises(ConfigurationError, match="the columns are"):
        list(read_names(path))


def test_users_names_come_before_ours(tmp_path: Path) -> None:
    row = "Hill Guard,Free Syrian Army,LBN,PRM,,,,The Hill Guard left.,own"
    (tmp_path / "actors-own.csv").write_text(",".join(COLUMNS) + "\n" + row + "\n", "utf-8")
    names = load_names(tmp_path)
    assert names.forms[name_key("Free Syrian Army")][0][1].name == "Hill Guard"


def test_compiled_names_know_their_longest_form() -> None:
    names = compile_names(read_names(FOLDER / "bodies" / "groups.csv"))
    assert names.longest["islamic"] >= 3
