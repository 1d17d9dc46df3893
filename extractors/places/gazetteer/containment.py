"""Which places lie in which, by their countries and divisions."""

from collections.abc import Sequence

from extractors.places.gazetteer.lookup import Place


def lies_in(inner: Place, outer: Place) -> bool:
    """Whether a place lies in a country or first-level division."""
    if inner is outer or inner.country != outer.country or outer.feature not in {"C", "A", "D"}:
        return False
    if outer.feature == "C":
        return inner.feature != "C"
    if inner.feature in {"C", "A"} or outer.feature == "D":
        return False
    return same_division(inner, outer)


def same_division(one: Place, other: Place) -> bool:
    """Whether two places name the same first-level division as theirs."""
    return bool(one.admin1) and one.country == other.country and one.admin1 == (other.admin1 or other.name)


def can_hold(outer: Sequence[Place], inner: Sequence[Place]) -> bool:
    """Whether some candidate of one name can hold some candidate of the other."""
    return any(lies_in(place, wide) for wide in outer if wide.feature in "CA" for place in inner)
