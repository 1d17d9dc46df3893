"""Reads the code lists in `vocabularies/`; an unknown code raises."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from schemas.errors import CodingError

FOLDER = Path(__file__).parent / "vocabularies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of event and its codes in the field's other vocabularies; an empty code is None."""

    kind: str
    plover_type: str | None
    plover_mode: str | None
    cameo: str | None
    acled: str


@cache
def load_kinds() -> dict[str, Kind]:
    """All kinds by name, in the order of the codebook."""
    with (FOLDER / "kinds.csv").open(encoding="utf-8", newline="") as lines:
        rows = [{name: value or None for name, value in row.items()} for row in csv.DictReader(lines)]
    return {str(row["kind"]): Kind(**row) for row in rows}  # type: ignore[arg-type]  # csv cells are untyped


def kind_of(code: str) -> Kind:
    """The kind with this name.

    Raises:
        CodingError: no kind has this name.
    """
    try:
        return load_kinds()[code]
    except KeyError:
        raise CodingError(f"unknown kind: {code!r}") from None
