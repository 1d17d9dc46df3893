"""A made sample in the form of the GeoNames dump is installed and found beside the shipped places."""

from pathlib import Path

import pytest

from extractors.places.dump import install_dump
from extractors.places.gazetteer import open_gazetteer
from schemas.errors import ConfigurationError


def place(number: int, name: str, latitude: float, longitude: float, kind: str, country: str, people: int = 0) -> str:
    group, code = kind.split(".")
    cells = [
        number, name, name, "", latitude, longitude, group, code, country, "", "13", "", "", "", people, "", 300,
        "Asia/Damascus", "2026-01-02",
    ]  # fmt: skip
    return "\t".join(map(str, cells)) + "\n"


def write_dump(folder: Path) -> None:
    (folder / "allCountries.txt").write_text(
        place(900001, 'Tall "Sample"', 34.1, 36.9, "P.PPL", "SY", 120)
        + place(900002, "Sample Air Base", 34.2, 36.8, "S.AIRB", "SY")
        + place(900003, "Wadi Sample", 34.3, 36.7, "H.WLL", "SY")
        + place(900004, "Sampleton", 54.0, -1.0, "P.PPL", "GB", 900)
        + place(172955, "Ar Raqqah", 35.95283, 39.00788, "P.PPLA", "SY", 177636),
        "utf-8",
    )
    names = [
        (1, 900001, "en", "Tell Sample", ""), (2, 900001, "link", "https://example.org/Sample", ""),
        (3, 900001, "ar", "تل", ""), (4, 900001, "en", "Old Sample", "1"), (5, 900002, "", "Sample Airfield", ""),
    ]  # fmt: skip
    (folder / "alternateNamesV2.txt").write_text(
        "".join(f"{row}\t{number}\t{tongue}\t{name}\t\t\t\t{old}\t\t\n" for row, number, tongue, name, old in names),
        "utf-8",
    )
    (folder / "admin1CodesASCII.txt").write_text("SY.13\tHoms\tHoms\t169575\n", "utf-8")


def test_the_dump_is_found_beside_the_shipped_places(tmp_path: Path) -> None:
    dump, home = tmp_path / "dump", tmp_path / "home"
    dump.mkdir()
    write_dump(dump)
    assert install_dump(dump, home) == 4
    gazetteer = open_gazetteer(home)
    found = gazetteer.candidates("Tell Sample")[0]
    assert (found.name, found.country, found.admin1, found.geonameid) == ('Tall "Sample"', "SY", "Homs", 900001)
    assert gazetteer.candidates("Sample Airfield")[0].feature == "S"
    assert gazetteer.candidates("Old Sample") == []
    assert gazetteer.candidates("Wadi Sample") == []
    assert [place.geonameid for place in gazetteer.candidates("Ar Raqqah")].count(172955) == 1
    assert "geonames-dump (4 places, changed until 2026-01-02)" in gazetteer.version


def test_countries_may_be_chosen(tmp_path: Path) -> None:
    dump = tmp_path / "dump"
    dump.mkdir()
    write_dump(dump)
    assert install_dump(dump, tmp_path / "home", ["GB"]) == 1


def test_what_is_no_dump_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"no allCountries\.txt"):
        install_dump(tmp_path, tmp_path / "home")
    write_dump(tmp_path)
    (tmp_path / "allCountries.txt").write_text("one\ttwo\n", "utf-8")
    with pytest.raises(ConfigurationError, match="not a GeoNames dump") as error:
        install_dump(tmp_path, tmp_path / "home")
    assert "\n" not in str(error.value)
