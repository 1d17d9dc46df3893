"""A table of places is read whole, or refused with the line and what is wrong in it."""

import pytest

from extractors.places.gazetteer.tables import read_table
from schemas.errors import ConfigurationError

HEAD = "name,latitude,longitude,country,feature,population,aliases\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "t.csv:1: no column name, latitude, longitude, country"),
        ("name,latitude,longitude,country,colour\n", "t.csv:1: unknown column 'colour'"),
        (HEAD + ",1,2,SY,P,,\n", "t.csv:2: name is empty"),
        (HEAD + "A,x,2,SY,P,,\n", "t.csv:2: latitude is not a number: 'x'"),
        (HEAD + "A,1,2,SY,P,,\nB,1,200,SY,P,,\n", "t.csv:3: longitude lies outside -180 to 180: 200"),
        (HEAD + "A,1,2,XX,P,,\n", "t.csv:2: unknown country 'XX' (two letters, ISO 3166-1)"),
        (HEAD + "A,1,2,,P,,\n", "t.csv:2: unknown country '' (two letters, ISO 3166-1)"),
        (HEAD + "A,1,2,SY,Z,,\n", "t.csv:2: unknown feature 'Z'"),
        (HEAD + "A,1,2,SY,P,many,\n", "t.csv:2: population is not a whole number: 'many'"),
        (HEAD + "A,1,2,SY,P,,a,b\n", "t.csv:2: more cells than columns"),
        (HEAD + '"A,1,2,SY,P,,\n', "t.csv:2: unexpected end of data"),
        (HEAD + "A,nan,2,SY,P,,\n", "t.csv:2: latitude lies outside -90 to 90: nan"),
    ],
)
def test_what_cannot_be_a_place_is_told_by_its_line(text: str, told: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        list(read_table(text.encode(), "t.csv"))
    assert str(error.value).startswith(told)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ConfigurationError, match="not UTF-8"):
        list(read_table(b"\xff\xfe", "t.csv"))


def test_waters_may_lie_in_no_country_and_columns_may_be_missing() -> None:
    rows = list(read_table(b"\xef\xbb\xbfname,latitude,longitude,country,feature\nAral,45,60,,W\n", "t.csv"))
    assert (rows[0].name, rows[0].country, rows[0].aliases) == ("Aral", "", ())
