"""The gazetteer: what it holds, what it costs, and how spellings of names meet in it."""

import csv
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from extractors.places.gazetteer import shipped
from extractors.places.gazetteer.distance import distance_km
from extractors.places.gazetteer.features import FEATURES, PRECISIONS
from extractors.places.gazetteer.lookup import Gazetteer, open_gazetteer
from extractors.places.gazetteer.packing import unpack_rows
from extractors.places.gazetteer.shipped import CURATED, DATA, PACKED, read_curated
from extractors.places.gazetteer.tables import Row
from schemas.errors import ConfigurationError
from schemas.vocabulary import check_code

GAZETTEER = open_gazetteer()
ROWS = list(read_curated())
SPELLINGS = list(csv.DictReader((Path(__file__).parent / "spellings.csv").read_text("utf-8").splitlines()))
NEAR_KM = 25


def first(name: str, gazetteer: Gazetteer = GAZETTEER) -> tuple[str, str, str]:
    place = gazetteer.candidates(name)[0]
    return place.name, place.country, place.feature


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Raqqa", ("Raqqa", "SY", "P")),
        ("Deir Ezzor", ("Deir ez-Zor", "SY", "P")),
        ("Hmeimim", ("Hmeymim", "SY", "S")),
        ("eastern Ghouta", ("Eastern Ghouta", "SY", "R")),
        ("Donbass", ("Donbas", "UA", "G")),
        ("Bab el-Mandeb", ("Bab el-Mandeb", "", "W")),
        ("U.S.", ("United States", "US", "C")),
        ("Cook County", ("Cook County", "US", "D")),
        ("St. Louis", ("St. Louis", "US", "P")),
        ("Cologne", ("Cologne", "DE", "P")),
        ("Line of Control", ("Line of Control", "IN", "L")),
    ],
)
def test_names_lead_to_places(name: str, expected: tuple[str, str, str]) -> None:
    assert first(name) == expected


def test_spellings_of_newspapers_resolve_with_a_country_and_mostly_without() -> None:
    """At least 95 of 100 inside the country, 85 of 100 anywhere: the first candidate is the place meant."""
    inside = anywhere = 0
    for row in SPELLINGS:
        point = (float(row["latitude"]), float(row["longitude"]))
        told = GAZETTEER.candidates_in(row["spelling"], {row["country"]})
        free = GAZETTEER.candidates(row["spelling"]) or GAZETTEER.respelt(row["spelling"])
        inside += any(distance_km(point, (place.latitude, place.longitude)) < NEAR_KM for place in told[:1])
        anywhere += any(distance_km(point, (place.latitude, place.longitude)) < NEAR_KM for place in free[:1])
    assert len(SPELLINGS) >= 200
    assert inside >= 0.95 * len(SPELLINGS)
    assert anywhere >= 0.85 * len(SPELLINGS)


def test_folded_spellings_are_tried_only_inside_countries() -> None:
    assert not GAZETTEER.candidates("Dayr az Zuwr")
    assert [place.step for place in GAZETTEER.candidates_in("Dayr az Zuwr", {"SY"})][:1] == [4]
    assert GAZETTEER.candidates_in("Dayr az Zuwr", {"LY"}) == []


def test_every_row_entered_by_hand_is_found_by_each_of_its_names() -> None:
    lost = [
        (label, row.name, name)
        for label, row in ROWS
        for name in (row.name, *row.aliases)
        if not any((place.country, place.feature) == (row.country, row.feature) for place in GAZETTEER.candidates(name))
    ]
    assert lost == []


def test_no_table_has_a_row_twice() -> None:
    for table in CURATED:
        counted = Counter((row.country, row.feature, row.name) for label, row in ROWS if label == table)
        assert [key for key, count in counted.items() if count > 1] == []


def test_points_entered_by_hand_lie_in_or_near_their_country() -> None:
    """Within three degrees of the box of all its towns."""
    boxes: dict[str, list[float]] = {}
    for row in unpack_rows((DATA / PACKED).read_bytes()):
        if row.feature == "P":
            south, north, west, east = boxes.setdefault(row.country, [90, -90, 180, -180])
            boxes[row.country] = [
                min(south, row.latitude), max(north, row.latitude), min(west, row.longitude), max(east, row.longitude)
            ]  # fmt: skip
    sites = [row for _, row in ROWS if row.feature in "PQS" and row.country in boxes]
    assert [row.name for row in sites if not _within(row, boxes[row.country])] == []


def _within(row: Row, box: list[float]) -> bool:
    south, north, west, east = box
    return south - 3 <= row.latitude <= north + 3 and west - 3 <= row.longitude <= east + 3


def test_the_overlay_is_large_and_every_country_has_a_point() -> None:
    assert Counter(label for label, _ in ROWS)["overlay.csv"] >= 1200
    assert len({row.country for _, row in ROWS if row.feature == "C"}) >= 240


def test_features_have_a_precision_of_the_codebook() -> None:
    assert FEATURES.keys() == PRECISIONS.keys()
    for precision in PRECISIONS.values():
        check_code("place_precisions", precision)


@pytest.mark.parametrize("name", ["", " ", "\x00", "\u200f\u202e", "A" * 1_000_000, "'", "(", "\ud800", "\u0131" * 300])
def test_any_name_is_borne(name: str) -> None:
    assert isinstance(GAZETTEER.candidates(name), list)
    assert GAZETTEER.candidates_in(name, {"SY", "??"}) == []
    assert name not in GAZETTEER


def test_first_words_tell_how_long_a_name_can_be() -> None:
    assert GAZETTEER.longest("deir") >= 3
    assert GAZETTEER.longest("zzyzzx") == 0


def test_what_lies_near_a_point_comes_nearest_first() -> None:
    near = GAZETTEER.nearest(35.95, 39.01, within_km=30, limit=5)
    assert near[0].name == "Raqqa"
    assert GAZETTEER.nearest(-50, -120, within_km=50, limit=5) == []


def test_the_built_gazetteer_opens_fast_and_takes_little_memory() -> None:
    """Memory is shared by all processes and read only where it is needed: what opening adds stays small."""
    code = (
        "import resource, time\n"
        "from extractors.places.gazetteer.lookup import open_gazetteer\n"
        "before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()\n"
        "open_gazetteer().candidates('Raqqa')\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, time.process_time() - start)\n"
    )
    root = Path(__file__).parents[4]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    kilobytes, seconds = done.stdout.split()
    assert int(kilobytes) < 80_000
    assert float(seconds) < 0.3


def test_a_folder_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ConfigurationError, match="no gazetteer there"):
        open_gazetteer(DATA / "nowhere")


def test_indexes_that_were_not_used_for_longest_go_and_halves_of_killed_processes(tmp_path: Path) -> None:
    names = [f"places-{number}.idx" for number in range(6)]
    for age, name in enumerate(names):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (2_000_000 - age, 2_000_000 - age))
    for name, moment in (("half-old", 1_000_000), ("half-new", 1_999_000)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (moment, moment))
    shipped._forget_old(tmp_path / names[0])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["half-new", *names[: shipped.KEPT]]
