"""Rows of places of one rank: "Georgia, Alabama and Florida" are states, and none lies in the next."""

from collections.abc import Iterator, Sequence

from extractors.places.recognition.spotter import Spot

FEWEST = 3  # names of a row
JOINS = frozenset({", ", " and ", ", and ", " or ", ", or "})


def rank_rows(text: str, spots: Sequence[Spot]) -> None:
    """Tells the names of a row that all may be countries, or divisions of one country, that they are of that rank."""
    for row in _rows(text, spots):
        if all(_countries(spot, "C") for spot in row):
            rank = "C"
        elif set.intersection(*(_countries(spot, "A") for spot in row)):
            rank = "A"
        else:
            continue
        for spot in row:
            spot.rank = rank


def _rows(text: str, spots: Sequence[Spot]) -> Iterator[Sequence[Spot]]:
    first = 0
    for at in range(1, len(spots) + 1):
        if at < len(spots) and not spots[at].short and text[spots[at - 1].end : spots[at].start] in JOINS:
            continue
        if at - first >= FEWEST:
            yield spots[first:at]
        first = at


def _countries(spot: Spot, feature: str) -> set[str]:
    return {place.country for place in spot.candidates if place.feature == feature and place.own}
