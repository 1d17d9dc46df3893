"""Dates in other languages and odd orders; dateparser stays out of English text and never sees a clock."""

import subprocess
import sys

import pytest

from extractors.dates.finder import find_dates


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Le pont est tombé le 3 mai 2016.", "2016-05-03"),
        ("es", "El puente cayó el 3 de mayo de 2016.", "2016-05-03"),
        ("pt", "A ponte caiu em 3 de maio de 2016.", "2016-05-03"),
        ("de", "Die Brücke fiel am 3. Mai 2016.", "2016-05-03"),
        ("it", "Il ponte è caduto il 3 maggio 2016.", "2016-05-03"),
        ("ru", "Мост упал 3 мая 2016 года.", "2016-05-03"),
        ("uk", "Міст упав 3 травня 2016 року.", "2016-05-03"),
        ("tr", "Köprü 3 Mayıs 2016 günü çöktü.", "2016-05-03"),  # noqa: RUF001  # that is how Turkish writes it
        ("ar", "سقط الجسر في 3 مايو 2016.", "2016-05-03"),
        ("fr", "Le siège a commencé en mai 2016.", "2016-05"),
        ("de", "Die Brücke fiel am 03.05.2016.", "2016-05-03"),
        ("en", "Filed 2016 May 3 at the port.", "2016-05-03"),
        ("en", "Log of Tue May 3 14:05:00 2016 follows.", "2016-05-03"),
        ("en", "Done on the 3rd day of May, 2016.", "2016-05-03"),
    ],
)
def test_a_date_in_another_way(language: str, text: str, value: str) -> None:
    (told,) = find_dates(text, None, language)
    assert (told.value, text[told.start : told.end], told.basis) == (value, told.text, "explicit")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Une résolution 2254 et les 300 morts de 2016."),
        ("de", "Am Dienstag fielen Schüsse."),
        ("ru", "Погибли 2016 человек."),
        ("xx", "Le 3 mai 2016."),
    ],
)
def test_what_is_no_full_date_is_left(language: str, text: str) -> None:
    assert find_dates(text, None, language) == ()


def test_english_text_does_not_pay_for_the_import() -> None:
    code = (
        "import sys; from extractors.dates.finder import find_dates; find_dates('It fell on 3 May 2016 or on Friday.');"
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
