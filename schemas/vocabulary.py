"""Reads the code lists in `vocabularies/`; an unknown code raises."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from schemas.errors import CodingError

FOLDER = Path(__file__).parent / "vocabularies"
LISTS = ("kinds", "statuses", "date_precisions", "date_bases", "place_precisions", "place_kinds", "sectors")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of event and its codes in the field's other vocabularies; an empty code is None."""

    kind: str
    meaning: str
    plover_type: str | None
    plover_mode: str | None
    cameo: str | None
    acled: str
    example: str


@cache
def read_list(name: str) -> dict[str, dict[str, str]]:
    """Rows of the code list `name`, by code (the first column), in the file's order.

    Raises:
        CodingError: there is no such list, or a code stands twice.
    """
    if name not in LISTS:
        raise CodingError(f"unknown code list: {name!r}")
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    key = next(iter(rows[0]))
    found = {row[key]: row for row in rows}
    if len(found) < len(rows):
        raise CodingError(f"{name}.csv: a code stands twice")
    return found


def check_code(name: str, code: str) -> str:
    """The code itself, if the list `name` holds it.

    >>> check_code("statuses", "planned")
    'planned'

    Raises:
        CodingError: the list does not hold the code.
    """
    if code not in read_list(name):
        raise CodingError(f"{name}.csv does not hold {code!r}")
    return code


@cache
def load_kinds() -> dict[str, Kind]:
    """All kinds by name, in the order of the codebook."""
    return {code: _kind(row) for code, row in read_list("kinds").items()}


def kind_of(code: str) -> Kind:
    """The kind with this name.

    Raises:
        CodingError: no kind has this name.
    """
    return load_kinds()[check_code("kinds", code)]


def _kind(row: dict[str, str]) -> Kind:
    return Kind(
        kind=row["kind"],
        meaning=row["meaning"],
        plover_type=row["plover_type"] or None,
        plover_mode=row["plover_mode"] or None,
        cameo=row["cameo"] or None,
        acled=row["acled"],
        example=row["example"],
    )
