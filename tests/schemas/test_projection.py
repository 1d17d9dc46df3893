"""Codes of other vocabularies: by the kind, by finer words, and by what has not happened yet."""

from dataclasses import dataclass

import pytest

from schemas.projection import PLANNED, Codes, project_codes, type_of_violence
from schemas.vocabulary import load_kinds


@dataclass(frozen=True)
class Side:
    sector: str | None


def sides(*sectors: str | None) -> list[Side]:
    return [Side(sector) for sector in sectors]


@pytest.mark.parametrize("kind", load_kinds().values(), ids=lambda kind: kind.kind)
def test_what_happened_has_the_codes_of_its_kind(kind) -> None:
    assert project_codes(kind.kind, "occurred") == (kind.plover_type, kind.plover_mode, kind.cameo)


@pytest.mark.parametrize(
    ("kind", "plover"),
    [("peace_talks", "AGREE"), ("aid", "AGREE"), ("withdrawal", "AGREE"), ("sanction_imposed", "THREATEN"),
     ("shelling", "ASSAULT"), ("demand", "REQUEST")],
)  # fmt: skip
def test_a_promise_is_not_the_deed(kind: str, plover: str) -> None:
    assert project_codes(kind, "planned").plover_type == plover


def test_what_is_refused_is_a_rejection() -> None:
    assert project_codes("prisoner_release", "negated").plover_type == "REJECT"
    assert project_codes("attack", "negated").plover_type == "ASSAULT"


def test_a_finer_type_drops_the_mode_of_the_kind() -> None:
    assert project_codes("repression", "occurred", Codes("CONCEDE", None, "081")) == ("CONCEDE", None, "081")
    assert project_codes("attack", "occurred", Codes(None, None, "1822")) == ("ASSAULT", None, "1822")


@pytest.mark.parametrize("codes", [*PLANNED.values(), Codes("SUPPORT", None, "057")])
def test_projecting_twice_changes_nothing(codes: Codes) -> None:
    once = project_codes("agreement", "planned", codes)
    assert project_codes("agreement", "planned", once) == once


def test_the_sides_say_what_violence_it_is() -> None:
    """UCDP: 1 a state fights, 2 groups fight each other, 3 the armed strike the unarmed."""
    assert type_of_violence("attack", sides("REB"), sides("MIL")) == 1
    assert type_of_violence("clash", sides("REB", "REB"), []) == 2
    assert type_of_violence("attack", sides("MIL"), sides("CVL")) == 3
    assert type_of_violence("attack", sides("REB"), sides(None)) is None
    assert type_of_violence("attack", sides("CVL"), sides("MIL")) is None
    assert type_of_violence("protest", sides("REB"), sides("MIL")) is None
