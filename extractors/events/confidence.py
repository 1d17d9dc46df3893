"""How sure a coded event is, from 0 to 1."""

from schemas.mention import Mention


def confidence_of(event: Mention) -> float:
    """A first, uncalibrated weight: a half for the words, a tenth for each role, date and place."""
    said = bool(event.actors) + bool(event.targets) + (event.date_basis in {"explicit", "relative"})
    return round(0.5 + 0.1 * (said + (event.place is not None)), 2)
