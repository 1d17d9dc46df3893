"""A made sample in the form of the GeoNames dump is installed and found beside the shipped places."""

from pathlib import Path

import pytest

from extractors.places.gazetteer.dump import Installed, install_dump
from extractors.places.gazetteer.lookup import open_gazetteer
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
    assert install_dump(dump, home) == Installed(places=4, left_out=0)
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
    assert install_dump(dump, tmp_path / "home", ["GB"]).places == 1


def test_what_is_no_dump_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"no allCountries\.txt"):
        install_dump(tmp_path, tmp_path / "home")
    write_dump(tmp_path)
    (tmp_path / "allCountries.txt").write_text("one\ttwo\n", "utf-8")
    with pytest.raises(ConfigurationError, match=r"allCountries\.txt:1: geonameid is not what it should be") as error:
        install_dump(tmp_path, tmp_path / "home")
    assert "\n" not in str(error.value)


ODD = place(5, "Oddville", 1.5, 2.5, "P.PPL", "SY", 70)


@pytest.mark.parametrize(
    ("rows", "expected", "left_out"),
    [
        (ODD, [(1.5, 70)], 0),
        (ODD + ODD, [(1.5, 70)], 1),
        (place(5, "Oddville", 1.6, 2.5, "P.PPL", "SY").replace("2026-", "2025-") + ODD, [(1.5, 70)], 1),
        (place(5, "Oddville", 0, 0, "P.PPL", "SY"), [], 1),
        (place(5, "Oddville", 95, 2.5, "P.PPL", "SY"), [], 1),
        (ODD.replace("1.5\t2.5", "\t2.5"), [], 1),
        (ODD.replace("5\tOdd", "\tOdd", 1), [], 1),
        (ODD.replace("5\tOdd", f"{1 << 40}\tOdd", 1), [], 1),
        (place(5, "Oddville", 1.5, 2.5, "P.PPL", "SY", -3), [(1.5, 0)], 0),
        (place(5, "Oddville", 1.5, 2.5, "P.PPLW", "SY"), [(1.5, 0)], 0),
        (place(5, "Oddville", 1.5, 2.5, "A.ADM1H", "SY"), [], 0),
        (place(5, "Oddville", 1.5, 2.5, "A.PCLH", "SY"), [], 0),
        (ODD.replace("Oddville", "Oddville\0"), [(1.5, 70)], 0),
        (ODD.replace("\n", "\tmore\r\n") + "\n", [(1.5, 70)], 0),
    ],
    ids=(
        "as it should be,twice,changed since,no point,beyond the pole,half a point,no number,a number too large,"
        "fewer than none,a destroyed village,a former division,a former country,NUL,a cell too many"
    ).split(","),
)
def test_odd_rows_give_no_odd_places(
    rows: str, expected: list[tuple[float, int]], left_out: int, tmp_path: Path
) -> None:
    write_dump(tmp_path)
    table = tmp_path / "allCountries.txt"
    table.write_bytes(table.read_bytes() + rows.encode())
    assert install_dump(tmp_path, tmp_path / "home").left_out == left_out
    found = open_gazetteer(tmp_path / "home").candidates("Oddville")
    assert [(place.latitude, place.population) for place in found] == expected
    assert all(place.name == "Oddville" for place in found)


@pytest.mark.parametrize(
    ("name", "row", "told"),
    [
        ("allCountries.txt", b"5\tOddville\n", "allCountries.txt:6: 2 cells instead of 19"),
        ("allCountries.txt", ODD.replace("Oddville", "Oddvill\u00e9", 1).encode("latin-1"), "txt:6: not UTF-8"),
        ("allCountries.txt", ODD.replace("5\tOdd", "x\tOdd", 1).encode(), "txt:6: geonameid is not what it should be"),
        ("alternateNamesV2.txt", b"9\t5\ten\n", "alternateNamesV2.txt:6: 3 cells instead of 10"),
    ],
)
def test_a_damaged_file_is_told_with_its_line(name: str, row: bytes, told: str, tmp_path: Path) -> None:
    write_dump(tmp_path)
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes() + row)
    with pytest.raises(ConfigurationError) as error:
        install_dump(tmp_path, tmp_path / "home")
    assert told in str(error.value)
    assert "\n" not in str(error.value)
