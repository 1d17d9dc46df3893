"""Counts are what the clause says, no more."""

import pytest

from extractors.events.patterns import tokenize
from extractors.events.surface_counts import Bounds, read_surface_counts

NONE: Bounds = (None, None)


@pytest.mark.parametrize(
    ("text", "deaths", "injured"),
    [
        ("The raid killed four farmers.", (4, 4), NONE),
        ("At least 12 people were killed and 30 wounded.", (12, None), (30, 30)),
        ("Up to 40 fighters died.", (None, 40), NONE),
        ("Dozens were injured in the blast.", NONE, (24, None)),
        ("A blast killed 1,200 people.", (1200, 1200), NONE),
        ("It killed two soldiers, wounding three others.", (2, 2), (3, 3)),
        ("Shells landed in a field without casualties.", (0, 0), (0, 0)),
        ("Nobody spoke of the dead.", NONE, NONE),
        ("Thirty-five bodies were found, leaving 20 houses burnt.", (35, 35), NONE),
        ("He was killed on 12 May.", NONE, NONE),
        ("Two rockets hit the market.", NONE, NONE),
        ("A bomb left seven dead.", (7, 7), NONE),
    ],
)
def test_counts(text: str, deaths: Bounds, injured: Bounds) -> None:
    counts = read_surface_counts(text, tokenize(text))
    assert (counts.deaths, counts.injured) == (deaths, injured)
