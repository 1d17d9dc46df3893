"""Bytes are read in the encoding they are in; what is no text is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.sources.decoding import decode_page, decode_text
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
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="not a text"):
        decode_text(data)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Армия взяла город в понедельник, сообщил губернатор.", "cp1251"),
        ("Армия взяла город в понедельник, сообщил губернатор.", "koi8-r"),
        ("دخلت القوات المدينة يوم الاثنين بعد حصار دام ثلاثة أسابيع", "cp1256"),
        ("軍隊は月曜日に町に入った。二人が死亡した。", "shift_jis"),
    ],
)
def test_what_nobody_declares_is_read_as_what_it_looks_like(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("charset", "meta", "encoding"),
    [
        ("windows-1251", "", "cp1251"),
        ("utf-8", "windows-1251", "cp1251"),  # a wrong header, a right page
        ("iso-8859-1", "windows-1251", "utf-8"),  # sound UTF-8 is UTF-8, whatever is declared
        ("none-such", "", "cp1251"),
    ],
)
def test_a_page_is_read_by_its_header_its_meta_element_or_its_looks(charset: str, meta: str, encoding: str) -> None:
    markup = f'<meta charset="{meta}"><p>Армия взяла город в понедельник, сообщил губернатор.' * 3
    assert decode_page(markup.encode(encoding), charset) == markup


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
