"""A place inside the name of a body: one that opens it stands for the body, any other is only part of its name."""

import pytest

from extractors.places.finder import find_places
from extractors.places.gazetteer.lookup import open_gazetteer

GAZETTEER = open_gazetteer()


@pytest.mark.parametrize(
    ("text", "body", "kind"),
    [
        ("Homs’s riot squad baked.", "Homs’s riot squad", "metonym"),
        ("Bakers of Homs baked.", "Bakers of Homs", "organization"),
        ("Homs baked.", "Homs", "literal"),
        ("Bakers met in Homs.", "Bakers", "literal"),
    ],
)
def test_a_place_inside_a_body(text: str, body: str, kind: str) -> None:
    start = text.index(body)
    found = find_places(text, GAZETTEER, taken=[(start, start + len(body))])
    assert [(place.text, place.kind) for place in found] == [("Homs", kind)]
