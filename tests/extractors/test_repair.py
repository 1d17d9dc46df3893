"""Damage is mended; what is not damaged is not touched."""

# ruff: noqa: RUF001 - the marks of newspapers are what is tested here

import json
import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.repair import repair_text

MENDED = [
    ("forces near\ufffdthe town moved to\ufffdHama", "forces near the town moved to Hama"),
    ("The army left.\ufffdThen it moved to\ufffdHoms", "The army left. Then it moved to Homs"),
    ("GENEVA (Agency) \ufffd The envoy arrived", "GENEVA (Agency)   The envoy arrived"),
    ("some 40\ufffdkilometres away, on April\ufffd5", "some 40 kilometres away, on April 5"),
    ("Turkey\ufffds army doesn\ufffdt say", "Turkey's army doesn't say"),
    ("The caf\u00c3\u00a9 in Bogot\u00c3\u00a1 was hit", "The café in Bogotá was hit"),
    ("\u00e2\u20ac\u0153We hold the town\u00e2\u20ac\u009d, he said", "“We hold the town”, he said"),
    ("the city\u00e2\u20ac\u2122s mayor", "the city’s mayor"),
    ("\u00d0\u0178\u00d1\u20ac\u00d0\u00b8\u00d0\u00b2\u00d0\u00b5\u00d1\u201a", "Привет"),
    ("guns &amp; shells, the city&#8217;s east", "guns & shells, the city’s east"),
    ("double &amp;amp; treble &amp;amp;amp; &amp;#8217;", "double & treble & ’"),
    ("10&nbsp;km", "10\u00a0km"),
    ("a\x00b\x07c", "abc"),
    ("page one\x0cpage two", "page one\npage two"),
    ("\ufeffThe army", "The army"),
    ("half \ud83d a pair", "half  a pair"),
]

SOUND = [
    "The army’s “fifth corps” – 40\u00a0km away – didn’t move… it cost €5\u202f000.",
    "Der Außenminister sagte: „Wir verhandeln“, während in Köln Äpfel fielen.",
    "L’armée a repris Palmyre, a déclaré le porte-parole à l’Élysée. «\u00a0Bien sûr\u00a0»",
    "El ejército tomó Nariño, ¿según quién? ¡Según el capitán Núñez!",
    "São Paulo: a nação não irá à guerra; ÂMBITO NACIONAL, CORAÇÃO",
    "Cumhurbaşkanı Erdoğan İstanbul'da konuştu: ÇOCUK, ĞÜŞ",
    "Армия взяла город Пальмира, сообщил Сергей Иванов.",
    "سيطر الجيش السوري على مدينة تدمر، بحسب بيان.",
    "صدای آمریکا: می‌خواهیم",
    "叙利亚军队收复了巴尔米拉古城。",
    "सेना ने शहर पर कब्ज़ा किया।",
    "Đặng Văn Lâm nói ở Hà Nội; Łódź, Kraków, Plzeň, Škoda, Győr, Čačak",
    "AT&T and R&D; a < b && c > d; see ?a=1&b=2 &unknownentity;",
    "Erdo\ufffdan",
    "line one\r\nline two\ttabbed\n\n",
    "Ã is a letter, and so is Â. ÃO, PÃO, NÃO: MÃE",
    "",
]


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_damage_is_mended(text: str, expected: str) -> None:
    assert repair_text(text) == expected


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_comes_back_to_the_character(text: str) -> None:
    assert repair_text(text) == text


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_what_is_mended_needs_no_mending(text: str, expected: str) -> None:
    assert repair_text(repair_text(text)) == repair_text(text)


@pytest.mark.parametrize("text", ["&amp;" * 200_000 + "x;", "\ufffd" * 500_000, "&" * 500_000, "\u00c3" * 200_000])
def test_hostile_text_costs_time_in_proportion(text: str) -> None:
    assert len(repair_text(text)) <= len(text)


LETTERS = string.ascii_letters + string.digits + " \n.,;:!?()’“”–—…«»\u00a0áéíñöüßçşğ"


@given(st.text(alphabet=LETTERS))
def test_text_of_letters_and_typographic_marks_is_never_changed(text: str) -> None:
    assert repair_text(text) == text


@given(st.text())
def test_no_text_raises_and_the_result_can_be_written(text: str) -> None:
    mended = repair_text(text)
    json.dumps(mended, ensure_ascii=False).encode("utf-8")
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", mended)


@given(st.text(alphabet=string.ascii_lowercase + " ", min_size=1).map(str.split).filter(bool))
def test_lost_spaces_keep_every_offset(words: list[str]) -> None:
    text = " ".join(["in", "the", "town", *words])
    assert len(repair_text(text.replace(" ", "\ufffd"))) == len(text)
