"""The codes of other vocabularies for one event: those of its kind, of finer words, and of what has not happened yet.

PLOVER tells a promise from a deed by its type: what is planned of consultation, support, cooperation and aid is AGREE,
what is planned of yielding a promise (AGREE), of coercion and sanctions a THREATEN, and what is refused of cooperation
a REJECT. In the codebook the kind stays
and `status` says it. UCDP tells violence apart by who fights whom.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from schemas.vocabulary import kind_of


class Codes(NamedTuple):
    """PLOVER type and mode, and CAMEO code; None where a vocabulary has none."""

    plover_type: str | None
    plover_mode: str | None
    cameo: str | None


class Side(Protocol):
    """A party, as far as its sector says what it is."""

    @property
    def sector(self) -> str | None:
        """Its PLOVER sector."""
        ...


PLAIN = Codes(None, None, None)  # no finer code than the kind's
PLANNED = {
    "CONSULT": Codes("AGREE", None, "036"),
    "SUPPORT": Codes("AGREE", None, "030"),
    "COOPERATE": Codes("AGREE", None, "031"),
    "AID": Codes("AGREE", None, "033"),
    "RETREAT": Codes("AGREE", None, "035"),
    "CONCEDE": Codes("AGREE", None, "035"),
    "SANCTION": Codes("THREATEN", "restrict", "131"),
    "COERCE": Codes("THREATEN", "restrict", "132"),
    "PROTEST": Codes("THREATEN", None, "133"),
}
REFUSED = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_FOUGHT_FOR = frozenset({"territory_gain", "siege"})
_STATE = frozenset({"MIL", "GOV", "COP", "SPY"})
_GROUP = frozenset({"REB", "ISM", "PRM", "UAF", "CRM"})
_CIVIL = frozenset("CVL REF LAB AGR EDU BUS JRN MED REL ELI PRE".split())


def project_codes(kind: str, status: str, finer: Codes = PLAIN) -> Codes:
    """The codes of an event of this kind and status; `finer` are those that its words give.

    >>> project_codes("peace_talks", "planned").plover_type
    'AGREE'
    """
    row = kind_of(kind)
    told = Codes(finer.plover_type or row.plover_type, finer.plover_mode, finer.cameo or row.cameo)
    if not finer.plover_type:
        told = told._replace(plover_mode=finer.plover_mode or row.plover_mode)
    if status == "planned" and told.plover_type in PLANNED:
        return PLANNED[told.plover_type]
    conceded = kind == "protest" and told.cameo == "080"  # a strike that is called off
    if status == "negated" and told.plover_type in REFUSED and not conceded:
        return Codes("REJECT", None, "120")
    return told


def type_of_violence(kind: str, actors: Sequence[Side], targets: Sequence[Side]) -> int | None:
    """UCDP's type of violence: 1 state-based, 2 non-state, 3 one-sided; None where the sides do not say it.

    A symmetric act has both sides among its actors.
    """
    if kind_of(kind).plover_type != "ASSAULT" and kind not in _FOUGHT_FOR:
        return None
    sides = [_body(side) for side in (*actors[:1], *(targets[:1] or actors[1:2]))]
    if len(sides) < 2 or None in sides or sides[0] == "civilians":
        return None
    if sides[1] == "civilians":
        return 3
    return 1 if "state" in sides else 2


def _body(side: Side) -> str | None:
    for body, sectors in (("state", _STATE), ("group", _GROUP), ("civilians", _CIVIL)):
        if side.sector in sectors:
            return body
    return None
