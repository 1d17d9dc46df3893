"""The code lists hold what the codebook says, and nothing unknown passes."""

from itertools import pairwise

import pytest

from schemas.errors import AnnalistError, CodingError
from schemas.vocabulary import LISTS, check_code, kind_of, load_kinds, read_list

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


@pytest.mark.parametrize("name", LISTS)
def test_every_code_says_what_it_means_and_shows_an_example(name: str) -> None:
    rows = read_list(name)
    assert all(row["meaning"] and row["example"] for row in rows.values())
    assert len({row["meaning"] for row in rows.values()}) == len(rows)


def test_truce_start_is_an_implemented_ceasefire() -> None:
    truce = kind_of("truce_start")
    assert (truce.plover_type, truce.plover_mode, truce.cameo) == ("RETREAT", "ceasefire", "0871")


def test_days_of_the_date_precisions_join_without_a_gap() -> None:
    rows = [row for row in read_list("date_precisions").values() if row["days_low"]]
    for shorter, longer in pairwise(rows):
        assert int(longer["days_low"]) == int(shorter["days_high"]) + 1


def test_unknown_codes_raise() -> None:
    with pytest.raises(CodingError, match="'parade'"):
        kind_of("parade")
    with pytest.raises(CodingError, match=r"statuses.csv does not hold 'done'"):
        check_code("statuses", "done")
    with pytest.raises(CodingError, match="unknown code list"):
        read_list("colours")
    assert issubclass(CodingError, AnnalistError)
