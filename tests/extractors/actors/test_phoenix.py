"""Actor dictionaries in the public Phoenix/CAMEO format."""

import datetime
from pathlib import Path

import pytest

from extractors.actors.finder import find_mentioned
from extractors.actors.lexicon import load_names
from extractors.actors.phoenix import Problem, read_code, read_day, read_phoenix

SAMPLE = """# a made sample
!PERSON! = MAN, MEN

HILLIA_ [AFG]  # a state
+HILLIAN_
+REPUBLIC_OF_HILLIA

JONAS_BERG_
+J._BERG_
+BERG_
-BERG_
\t[SWEMIL 900101-941231]
\t[SWEGOV >19950101]
NORTH_VALLEY_FRONT_ [MLIREB]
+VALLEY_FRONT_+FRONT_OF_THE_VALLEY_
ODD_ONE_
\t[SYRGOV 20040101-20030101]
\t[SYRGOV 2004017-20061201]
\t[SYRGOV]
NO_CODE_AT_ALL_
NOBODY_ [---] [IGOUNO <061231]
"""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "Sample.actors.txt"
    path.write_text(SAMPLE, "utf-8")
    return path


def test_heads_synonyms_and_codes(sample: Path) -> None:
    entries, problems = read_phoenix(sample)
    told = [(e.name, e.country, e.sector, e.valid_from, e.valid_to) for e, _ in entries]
    assert told == [
        ("Hillia", "AFG", "GOV", "", ""),
        ("Jonas Berg", "SWE", "MIL", "1990-01-01", "1994-12-31"),
        ("Jonas Berg", "SWE", "GOV", "1995-01-01", ""),
        ("North Valley Front", "MLI", "REB", "", ""),
        ("Odd One", "SYR", "GOV", "", ""),
        ("Nobody", None, "IGO", "", "2006-12-31"),
    ]
    assert problems == [
        Problem(17, "no such days: [SYRGOV 20040101-20030101]"),
        Problem(18, "no such days: [SYRGOV 2004017-20061201]"),
        Problem(20, "a head without a code"),
    ]


def test_synonyms_are_added_and_taken_away(sample: Path) -> None:
    forms = {entry.name: forms for entry, forms in read_phoenix(sample)[0]}
    assert set(forms["Jonas Berg"]) == {"Jonas Berg", "J. Berg"}
    assert set(forms["North Valley Front"]) == {"North Valley Front", "Valley Front", "Front Of The Valley"}


@pytest.mark.parametrize(("year", "sector"), [(1992, "MIL"), (2001, "GOV")])
def test_a_folder_of_them_is_read_with_its_dates(sample: Path, year: int, sector: str) -> None:
    names = load_names(sample.parent)
    _, _, found = find_mentioned("Jonas Berg left.", datetime.date(year, 6, 1), names=names)
    assert [(one.name, one.country, one.sector) for one in found] == [("Jonas Berg", "SWE", sector)]


def test_agents_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "Sample.agents.txt"
    path.write_text("CATTLE_RANCHER [~AGR]\nCHAMBER {CHAMBERS} [~BUS]\n", "utf-8")
    assert [(e.name, e.kind, e.sector) for e, _ in read_phoenix(path)[0]] == [
        ("Cattle Rancher", "agent", "AGR"),
        ("Chamber", "agent", "BUS"),
    ]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("SYRGOVMIL", ("SYR", "GOV")),
        ("ZARMIL", ("COD", "MIL")),
        ("NGOHRI", (None, "NGO")),
        ("FRAHLH", ("FRA", "MED")),
        ("FRAMED", ("FRA", "JRN")),
        ("XYZGOV", (None, "GOV")),
    ],
)
def test_codes(code: str, expected: tuple[str | None, str]) -> None:
    assert read_code(code) == expected


@pytest.mark.parametrize("told", ["", "2004017", "20041301", "040230x", "999999999"])
def test_no_such_day(told: str) -> None:
    assert read_day(told) is None
