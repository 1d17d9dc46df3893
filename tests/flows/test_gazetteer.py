"""`annalist gazetteer` as a user calls it; what is added is known to `extract`."""

import json
from pathlib import Path

from tests.flows.calls import annalist

TABLE = (
    "name,latitude,longitude,country,feature,aliases\n"
    "Qarzabad,34.51,68.02,AF,P,Karzabad|Qarz Abad\n"
    "Camp Osprey,34.6,68.1,AF,S,\n"
)


def test_places_that_are_added_are_found_and_known_to_extract(tmp_path: Path) -> None:
    table, home = tmp_path / "mine.csv", tmp_path / "home"
    table.write_text(TABLE, "utf-8")
    added = annalist("gazetteer", "add", table, "--home", home)
    assert (added.returncode, added.stderr) == (0, "")
    assert added.stdout.startswith("2 places added, 0 replaced")
    assert annalist("gazetteer", "add", table, "--home", home).stdout.startswith("0 places added, 2 replaced")
    found = annalist("gazetteer", "lookup", "Karzabad", "--home", home, "--format", "json")
    assert [(row["name"], row["country"]) for row in json.loads(found.stdout)] == [("Qarzabad", "AF")]
    coded = annalist("extract", "-", "--home", home, given='{"text": "Rebels in Afghanistan seized Qarzabad."}\n')
    places = {place["text"]: place for place in json.loads(coded.stdout)["places"]}
    assert places["Qarzabad"]["latitude"] == 34.51
    assert places["Qarzabad"]["gazetteer"].startswith("geonames-overlay-")


def test_a_wrong_row_is_named_by_its_line_and_nothing_is_added(tmp_path: Path) -> None:
    table, home = tmp_path / "mine.csv", tmp_path / "home"
    table.write_text(TABLE + "Nowhere,95,0,AF,P,\n", "utf-8")
    done = annalist("gazetteer", "add", table, "--home", home)
    assert done.returncode == 2
    assert done.stderr == f"annalist: {table}:4: latitude lies outside -90 to 90: 95\n"
    assert not home.exists()
    assert annalist("gazetteer", "add", tmp_path / "none.csv", "--home", home).returncode == 2


def test_a_name_that_nobody_bears_gives_status_1(tmp_path: Path) -> None:
    done = annalist("gazetteer", "lookup", "Zzyzzxville", "--home", tmp_path, "--format", "csv")
    assert (done.returncode, done.stderr) == (1, "annalist: no place of that name\n")


def test_with_a_country_other_spellings_are_tried(tmp_path: Path) -> None:
    done = annalist("gazetteer", "lookup", "Dayr az Zuwr", "--country", "sy", "--home", tmp_path, "--format", "json")
    assert json.loads(done.stdout)[0]["name"] == "Deir ez-Zor"


def test_a_folder_without_the_dump_is_refused(tmp_path: Path) -> None:
    done = annalist("gazetteer", "install", tmp_path, "--home", tmp_path / "home")
    assert done.returncode == 2
    assert "no allCountries.txt" in done.stderr
