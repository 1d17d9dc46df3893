"""What is written into an index is read back from it, however many places bear a name."""

import io
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.places.gazetteer.indexfile import FOLDED, IndexFile, map_file
from extractors.places.gazetteer.indexwriter import Entry, IndexWriter
from extractors.places.gazetteer.packing import pack_rows, unpack_rows
from extractors.places.gazetteer.spelling import fold_key, key_n2
from extractors.places.gazetteer.tables import Row

NAMES = st.text("abcdeABC é-'", min_size=1, max_size=12).filter(key_n2)
ROWS = st.builds(
    Row,
    name=NAMES,
    latitude=st.integers(-9000, 9000).map(lambda number: number / 100),
    longitude=st.integers(-18000, 18000).map(lambda number: number / 100),
    country=st.sampled_from(["SY", "IQ", ""]),
    admin1=st.sampled_from(["", "Homs"]),
    geonameid=st.integers(0, 1 << 31),
    population=st.integers(0, 1 << 31),
    feature=st.sampled_from("PACW"),
    aliases=st.lists(NAMES, max_size=3).map(tuple),
)
ENTRIES = st.builds(Entry, row=ROWS, curated=st.booleans(), folded=st.booleans(), own=st.just(frozenset()))


def written(folder: Path, entries: Iterable[Entry]) -> IndexFile:
    writer = IndexWriter(folder, buckets=64)
    for entry in entries:
        writer.add(entry)
    file = io.BytesIO()
    writer.write(file, "test")
    return IndexFile(file.getvalue())


@settings(max_examples=40, deadline=None)
@given(st.lists(ENTRIES, max_size=30))
def test_every_place_is_found_by_each_of_its_names(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]
) -> None:
    index = written(tmp_path_factory.getbasetemp(), entries)
    for number, entry in enumerate(entries):
        assert index.record(number) == (entry.row._replace(aliases=()), entry.curated)
        for name in (entry.row.name, *entry.row.aliases):
            key = key_n2(name)
            assert number in [found for found, _ in index.find(key)]
            assert index.longest(key.split()[0]) >= len(key.split())
            if entry.folded:
                assert number in [found for found, _ in index.find(FOLDED + entry.row.country + fold_key(key))]


def test_what_was_not_written_is_not_found(tmp_path: Path) -> None:
    index = written(tmp_path, [])
    assert index.find("homs") == []
    assert "homs" not in index
    assert index.longest("homs") == 0


def test_a_file_that_is_no_index_is_refused() -> None:
    with pytest.raises(ValueError, match="not an index"):
        IndexFile(b"something else")


def test_packed_rows_come_back() -> None:
    rows = [
        Row("Homs", 34.727, 36.714, "SY", "Homs", 169577, 775404, "P", ("Hims", "Emesa")),
        Row('A "b", c', -34.0, -70.123, "SY", "", 0, 0, "P", ()),
        Row("Z", 0.0, 0.0, "", "", 0, 0, "W", ()),
    ]
    assert list(unpack_rows(pack_rows(rows))) == rows


def test_a_mapped_index_is_read_again_after_its_memory_is_given_back(tmp_path: Path) -> None:
    """What was looked up before is found as it was."""
    row = Row("Homs", 34.73, 36.71, "SY", "Homs", 169577, 775404, "P", ("Hims",))
    writer = IndexWriter(tmp_path, buckets=64)
    writer.add(Entry(row=row, curated=True, folded=False, own=frozenset()))
    with (tmp_path / "index").open("w+b") as file:
        writer.write(file, "test")
        file.flush()
        index = map_file(file)
    for _ in range(2):
        assert [index.record(number) for number, _ in index.find("homs")] == [(row._replace(aliases=()), True)]
        index.let_go()
