"""The two whom "the two sides", "both groups" or "the two countries" mean."""

from collections.abc import Iterator

from extractors.actors.lexicon import countries_by_code, load_references
from extractors.actors.mentioned import Mentioned
from extractors.actors.organs import as_state, resolve_organ
from extractors.actors.roster import NAMED, Roster, distinct
from extractors.actors.scene import Scene

BANDS = frozenset({"REB", "ISM", "PRM", "CRM", "UAF"})
_OUTSIDE = frozenset({"IGO", "IMG", "NGO", "JRN", "REL", "CVL", "MED"})
_PERSONS = frozenset({"person", "leader"})


def resolve_pair(roster: Roster, scene: Scene, sentence: int, offset: int, key: str) -> tuple[Mentioned, ...]:
    """Two countries or groups are those of the nearest sentence that names two; two sides those of the first."""
    states, bands = (key in load_references()[use] for use in ("land", "band"))
    inside = list(roster.pairs(sentence, offset))
    for told in inside if states or bands else inside[::-1]:
        camps = _camps(_as_party(roster, scene, sentence, one, states=states) for one in _spread(roster, told))
        if bands:
            camps = {name: one for name, one in camps.items() if one.sector in BANDS}
        if len(camps) >= 2:
            two = list(camps.values())[:2]
            return tuple(one._replace(rule=f"two `{key}`: the two named before") for one in two)
    return ()


def resolve_these(roster: Roster, sentence: int, offset: int, key: str) -> tuple[Mentioned, ...]:
    """The groups that "these groups" means: all of the nearest sentence before that names two or more."""
    if key not in load_references()["band"]:
        return ()
    for told in roster.pairs(sentence, offset):
        named = distinct(one for one in told if one.kind == "body" and one.sector in BANDS)
        if len(named) > 1:
            return tuple(one._replace(rule=f"these `{key}`: those named before") for one in named)
        if named:
            return ()
    return ()


def _spread(roster: Roster, told: list[Mentioned]) -> Iterator[Mentioned]:
    for one in told:
        if not roster.is_setting(one):
            yield from (*one.shared, one)


def _camps(found: Iterator[Mentioned | None]) -> dict[str, Mentioned]:
    """The first party of each camp; unnamed armed groups are one camp, the organs of a state another."""
    camps: dict[str, Mentioned] = {}
    for one in distinct(one for one in found if one is not None):
        unnamed = one.kind == "agent" and one.owner is None
        own = one.country if one.country and one.sector not in BANDS else one.name
        camps.setdefault("an armed group" if unnamed else own, one)
    return camps


def _as_party(roster: Roster, scene: Scene, sentence: int, one: Mentioned, *, states: bool) -> Mentioned | None:
    """The party that a mention stands for: the body of its supporters, the state of its police; None for others."""
    if states:
        state = as_state(one)
        return state if state.kind in {"state", "capital"} else None
    if one.kind == "agent" and one.owner is not None and one.owner.kind == "body":
        owner = one.owner
        one = one._replace(kind="body", name=owner.name, text=owner.name, country=owner.country, sector=owner.sector)
        return one if _takes_sides(one) else None
    if one.open and one.key in load_references()["organ"]:
        one = resolve_organ(roster, scene, sentence, one) or one
    if one.kind in _PERSONS and one.country and one.sector not in BANDS:
        country = countries_by_code().get(one.country)
        return one._replace(kind="state", name=country.name, sector="GOV") if country else None
    if one.agent is not None and (one.sector == "COP" or not one.agent.canonical):
        one = as_state(one)
    return one if _takes_sides(one) else None


def _takes_sides(one: Mentioned) -> bool:
    if one.sector in _OUTSIDE or one.kind not in {*NAMED, "agent"}:
        return False
    if one.kind in _PERSONS:
        return one.sector in BANDS
    general = one.key in load_references()["league"]
    return one.kind != "agent" or one.owner is not None or (one.sector in BANDS and not general)
