"""Bytes are read in the encoding they are in; what is no text is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.decoding import decode_page, decode_text
from schemas.errors import SourceError

TEXT = "Le général a déclaré « nous tenons la ville » – « enfin »."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_common_encodings_are_read(encoding: str) -> None:
    assert decode_text(TEXT.encode(encoding)) == TEXT


def test_utf8_with_a_cut_end_is_still_utf8() -> None:
    assert decode_text((TEXT + "é").encode()[:-1]) == TEXT + "\ufffd"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"\x89PNG\r\n\x1a\n" + bytes(200),
        b"\x7fELF" + bytes(60),
        "Армия взяла город".encode("cp1251"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="not a text"):
        decode_text(data)


def test_a_page_is_read_in_the_encoding_it_declares() -> None:
    markup = '<html><head><meta charset="windows-1251"></head><body>Армия взяла город</body></html>'
    assert decode_page(markup.encode("cp1251")) == markup


@pytest.mark.parametrize("declared", ["none-such", "idna", "hex", "undefined"])
def test_a_page_that_declares_nonsense_is_read_all_the_same(declared: str) -> None:
    markup = f'<meta charset="{declared}"><p>Ein schöner Tag'
    assert decode_page(markup.encode("cp1252")) == markup


@given(st.text())
def test_utf8_text_comes_back_as_it_is_unless_it_is_full_of_controls(text: str) -> None:
    try:
        found = decode_text(text.encode())
    except SourceError:
        assert any(character < " " or character == "\x7f" for character in text)
    else:
        assert found == text.removeprefix("\ufeff")
