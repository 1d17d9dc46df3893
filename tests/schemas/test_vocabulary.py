"""The code lists hold what the codebook says, and nothing unknown passes."""

import pytest

from schemas.errors import AnnalistError, CodingError
from schemas.vocabulary import kind_of, load_kinds

PLOVER_TYPES = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def test_every_kind_has_known_codes() -> None:
    assert len(load_kinds()) == 50
    for kind in load_kinds().values():
        assert kind.plover_type in PLOVER_TYPES | {None}
        assert kind.cameo is None or kind.cameo.isdigit()
        assert kind.acled


def test_truce_start_is_an_implemented_ceasefire() -> None:
    truce = kind_of("truce_start")
    assert (truce.plover_type, truce.plover_mode, truce.cameo) == ("RETREAT", "ceasefire", "0871")


def test_unknown_kind_raises() -> None:
    with pytest.raises(CodingError, match="'parade'"):
        kind_of("parade")
    assert issubclass(CodingError, AnnalistError)
