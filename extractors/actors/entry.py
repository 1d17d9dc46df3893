"""One row of a lexicon of names."""

from typing import NamedTuple


class Entry(NamedTuple):
    """One row of a lexicon of names, or one country: who it is, in which years, and where it says so."""

    name: str
    country: str | None
    sector: str | None
    kind: str  # body, leader, state, capital or people
    valid_from: str
    valid_to: str
    relation: str
    rule: str
