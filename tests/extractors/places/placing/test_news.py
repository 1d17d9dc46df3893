"""Where an article's own news happened when its sentence does not say: by the title, else by the dateline."""

import pytest

from extractors.places.finder import find_places
from extractors.places.gazetteer.lookup import open_gazetteer
from extractors.places.placing.customs import customs
from extractors.places.placing.news import is_own_news, own_news, places_of_news
from schemas.mention import PlaceMention

GAZETTEER = open_gazetteer()


def read(text: str) -> tuple[PlaceMention, ...]:
    return find_places(text, GAZETTEER)


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Bakers march in Homs", "Bakers marched on Monday. Homs has forty bakers.", ["Homs"]),
        ("Bakers march in Homs and Hama", "Bakers marched. Homs and Hama have forty bakers.", []),
        (None, "HOMS (Wire) - Bakers marched. Syrian doctors joined them.", ["HOMS"]),
        (None, "NAIROBI (Wire) - Bakers marched. Somali doctors in Mogadishu joined them.", []),
        ("Somali bakers march", "Bakers marched. Mali has forty bakers.", []),
        (None, "Bakers marched. Homs has forty bakers.", []),
    ],
)
def test_the_title_tells_more_than_the_dateline(title: str | None, text: str, expected: list[str]) -> None:
    assert [place.text for place in places_of_news(text, read(text), title)] == expected


@pytest.mark.parametrize(
    ("sentence", "status", "precision", "expected"),
    [
        ((0, 16), "occurred", "day", True),
        ((0, 16), "ongoing", "unknown", True),
        ((0, 16), "planned", "day", False),
        ((0, 16), "occurred", "year", False),
        ((18, 40), "occurred", "day", False),
    ],
)
def test_own_news_is_what_the_first_paragraph_tells_of_these_days(
    sentence: tuple[int, int], status: str, precision: str, *, expected: bool
) -> None:
    text = "Bakers marched.\n\nDoctors joined them."
    assert is_own_news(text, sentence, status, precision) is expected


def test_a_sentence_that_names_another_country_is_not_placed_by_the_title() -> None:
    text = "Bakers marched. Homs wept. Turkish doctors marched too."
    homs, turkish = read(text)
    protest, threat = customs()["protest"], customs()["threat"]
    (found,) = own_news(text, protest, (homs,), ())
    assert (found.place, found.rule.partition(" (")[0]) == ("Homs", "place of the title")
    assert own_news(text, protest, (homs,), (turkish,)) == []
    assert own_news(text, threat, (homs,), ()) == []
