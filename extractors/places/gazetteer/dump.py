"""The full GeoNames dump as an index: read as a stream through DuckDB, so that the world needs little memory."""

import csv
import re
import tempfile
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import duckdb

from extractors.countries import load_countries
from extractors.places.gazetteer.indexwriter import Entry, IndexWriter
from extractors.places.gazetteer.shipped import DATA, DUMP, ladder_countries
from extractors.places.gazetteer.tables import Row
from schemas.errors import ConfigurationError

PLACES, NAMES, DIVISIONS = "allCountries.txt", "alternateNamesV2.txt", "admin1CodesASCII.txt"
LANGUAGES = ("en", "ar", "ku", "fa", "tr", "he", "ru", "uk", "fr", "es", "pt", "my", "ps", "ur", "so", "am")
_FETCHED = 10_000  # rows at a time
_FORM = "delim = '\t', header = false, quote = '', escape = '', nullstr = '', auto_detect = false, strict_mode = false"
_MOST_KEYS = 1 << 25


class Installed(NamedTuple):
    """How many places an index holds, and how many rows of the dump are not in it: told twice, or without a point."""

    places: int
    left_out: int


def install_dump(folder: Path, home: Path, countries: Collection[str] = ()) -> Installed:
    """Builds the index of a dump in the home folder; `countries`: only the places of these.

    Raises:
        ConfigurationError: a file of the dump is missing or not in its form.
    """
    missing = [name for name in (PLACES, NAMES, DIVISIONS) if not (folder / name).is_file()]
    if missing:
        raise ConfigurationError(f"{folder}: no {', '.join(missing)} (the files of the GeoNames dump, unpacked)")
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home) as spool, duckdb.connect() as connection:
        try:
            connection.execute("SET temp_directory = $folder", {"folder": spool})
            _stage(connection, folder, sorted(countries))
            return _write(connection, Path(spool), home / DUMP)
        except (duckdb.Error, OSError) as error:
            raise ConfigurationError(f"{folder}: not installed ({' '.join(str(error).split())[:120]})") from error


def _read(connection: duckdb.DuckDBPyConnection, statement: str, path: Path, **values: list[str]) -> None:
    """Reads one file of the dump."""
    try:
        connection.execute(statement, {"path": str(path), **values})
    except duckdb.Error as error:
        raise ConfigurationError(f"{path}{_told(str(error))} (not a file of the GeoNames dump, or damaged)") from error


def _told(error: str) -> str:
    """What DuckDB says of a row that it cannot read, in one line: its number, and what is wrong."""
    line = re.search(r"Line: (\d+)", error)
    where = f":{line[1]}: " if line else ": "
    columns = re.search(r"Expected Number of Columns: (\d+) Found: (\d+)", error)
    if "nvalid unicode" in error or "not utf-8" in error.lower():
        return f"{where}not UTF-8"
    if columns:
        return f"{where}{columns[2]} cells instead of {columns[1]}"
    column = re.search(r'converting column "(\w+)"', error)
    return f"{where}{column[1]} is not what it should be" if column else where + " ".join(error.split())[:120]


def _stage(connection: duckdb.DuckDBPyConnection, folder: Path, countries: list[str]) -> None:
    """The tables `place`, `division` and `other_name` of what the index needs."""
    connection.execute("CREATE TABLE feature (code VARCHAR, letter VARCHAR)")
    connection.executemany("INSERT INTO feature VALUES (?, ?)", [list(pair) for pair in _features().items()])
    _read(connection, _ROWS_SQL, folder / PLACES, countries=countries)
    connection.execute(_PLACES_SQL)
    _read(connection, _DIVISIONS_SQL, folder / DIVISIONS)
    _read(connection, _NAMES_SQL, folder / NAMES, languages=list(LANGUAGES))


def _write(connection: duckdb.DuckDBPyConnection, spool: Path, path: Path) -> Installed:
    (count,) = connection.execute("SELECT count(*) FROM place").fetchone() or (0,)
    (rows,) = connection.execute("SELECT count(*) FROM row").fetchone() or (0,)
    if not count:
        raise ConfigurationError("the dump holds no place of the countries asked for")
    writer = IndexWriter(spool, _buckets(count))
    for entry in _entries(connection):
        writer.add(entry)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        writer.write(file, f"geonames-dump ({count} places, {_last_change(connection)})")
    Path(file.name).replace(path)
    return Installed(int(count), int(rows) - int(count))


def _buckets(count: int) -> int:
    buckets = 1 << 10
    while buckets < min(4 * count, _MOST_KEYS):
        buckets *= 2
    return buckets


def _last_change(connection: duckdb.DuckDBPyConnection) -> str:
    (day,) = connection.execute("SELECT max(modification_date) FROM place").fetchone() or ("",)
    return f"changed until {day}"


def _entries(connection: duckdb.DuckDBPyConnection) -> Iterator[Entry]:
    ladder = ladder_countries()
    codes = {country.alpha2 for country in load_countries()}
    found = connection.execute(_ENTRIES_SQL)
    while rows := found.fetchmany(_FETCHED):
        for name, latitude, longitude, country, admin1, geonameid, population, letter, others in rows:
            aliases = tuple(other for other in others or () if other != name and len(other) < 200)
            people = min(population, (1 << 32) - 1)
            code = country if country in codes else ""
            row = Row(name[:200], latitude, longitude, code, admin1 or "", geonameid, people, letter, aliases)
            yield Entry(row, curated=False, folded=code in ladder, own=frozenset((row.name,)))


@cache
def _features() -> dict[str, str]:
    with (DATA / "geonames_features.csv").open(encoding="utf-8", newline="") as lines:
        return {row["code"]: row["feature"] for row in csv.DictReader(lines)}


_ROWS_SQL = f"""
CREATE TABLE row AS
SELECT geonameid, name, asciiname, latitude, longitude, country_code AS country, admin1_code, population, letter,
       modification_date
FROM read_csv($path, {_FORM}, columns = {{
    'geonameid': 'BIGINT', 'name': 'VARCHAR', 'asciiname': 'VARCHAR', 'alternatenames': 'VARCHAR', 'latitude': 'DOUBLE',
    'longitude': 'DOUBLE', 'feature_class': 'VARCHAR', 'feature_code': 'VARCHAR', 'country_code': 'VARCHAR',
    'cc2': 'VARCHAR', 'admin1_code': 'VARCHAR', 'admin2_code': 'VARCHAR', 'admin3_code': 'VARCHAR',
    'admin4_code': 'VARCHAR', 'population': 'BIGINT', 'elevation': 'INTEGER', 'dem': 'INTEGER',
    'timezone': 'VARCHAR', 'modification_date': 'DATE'}})
JOIN feature ON feature.code = feature_class || '.' || feature_code
WHERE len($countries) = 0 OR list_contains($countries, country_code)
"""  # noqa: S608 - the form of the files, no value from outside

# A number that stands twice counts once, as it was changed last; a point where the zero lines cross is one not known.
_PLACES_SQL = """
CREATE TABLE place AS
SELECT DISTINCT ON (geonameid)
    geonameid,
    replace(name, chr(0), '') AS name,
    asciiname, latitude, longitude, country, admin1_code,
    greatest(coalesce(population, 0), 0) AS population,
    letter, modification_date
FROM row
WHERE geonameid BETWEEN 1 AND 4294967295
    AND trim(replace(name, chr(0), '')) <> ''
    AND latitude BETWEEN -90 AND 90
    AND longitude BETWEEN -180 AND 180
    AND (latitude <> 0 OR longitude <> 0)
ORDER BY geonameid, modification_date DESC NULLS LAST, name, latitude, longitude
"""

_DIVISIONS_SQL = f"""
CREATE TABLE division AS
SELECT code, name FROM read_csv($path, {_FORM}, columns = {{
    'code': 'VARCHAR', 'name': 'VARCHAR', 'asciiname': 'VARCHAR', 'geonameid': 'BIGINT'}})
"""  # noqa: S608 - the form of the files, no value from outside

_NAMES_SQL = f"""
CREATE TABLE other_name AS
SELECT geonameid, list_distinct(list(alternate_name)) AS names
FROM read_csv($path, {_FORM}, columns = {{
    'alternate_name_id': 'BIGINT', 'geonameid': 'BIGINT', 'language': 'VARCHAR', 'alternate_name': 'VARCHAR',
    'is_preferred': 'VARCHAR', 'is_short': 'VARCHAR', 'is_colloquial': 'VARCHAR', 'is_historic': 'VARCHAR',
    'valid_from': 'VARCHAR', 'valid_to': 'VARCHAR'}})
SEMI JOIN place USING (geonameid)
WHERE (language IS NULL OR list_contains($languages, language)) AND is_historic IS DISTINCT FROM '1'
  AND regexp_matches(alternate_name, '^[\\p{{Latin}}\\p{{M}}\\p{{P}} ]{{3,}}$')
GROUP BY geonameid
"""  # noqa: S608 - the form of the files, no value from outside

_ENTRIES_SQL = """
SELECT place.name, latitude, longitude, country, division.name, place.geonameid, population, letter,
       list_distinct(list_append(coalesce(other_name.names, []), asciiname))
FROM place
LEFT JOIN other_name USING (geonameid)
LEFT JOIN division ON division.code = country || '.' || admin1_code
ORDER BY place.geonameid
"""
