"""Whom pronouns and general nouns mean within an article: "they", "the group", "the two sides", "the army"."""

from collections.abc import Callable

from extractors.actors.lexicon import Entry, countries_by_code, load_references
from extractors.actors.mentioned import Mentioned
from extractors.actors.naming import name_owned
from extractors.actors.roster import NAMED, Roster, distinct
from extractors.actors.scene import Scene

BANDS = frozenset({"REB", "ISM", "PRM", "CRM", "UAF"})
_SINGLE = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_THING = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = _SINGLE | _THING | _MANY


def resolve_pronoun(roster: Roster, sentence: int, offset: int, word: str) -> tuple[Mentioned, ...]:
    """Whom a personal pronoun means: the nearest mention that it fits, subjects first."""
    fits = _is_person if word in _SINGLE else _is_thing if word in _THING else _is_many
    chosen = next((one for one in roster.before(sentence, offset) if fits(one) and not roster.is_setting(one)), None)
    if chosen is None:
        return ()
    if chosen.key == "side":
        return resolve_pair(roster, sentence, chosen.start, "side")
    return tuple(one._replace(rule=f"pronoun: `{word}`") for one in (*chosen.shared, chosen))


def _is_person(one: Mentioned) -> bool:
    single = one.agent is not None and one.agent.sort == "person" and not one.agent.plural
    return one.kind in {"person", "leader"} or (one.kind == "agent" and single)


def _is_thing(one: Mentioned) -> bool:
    if one.kind == "agent" and one.agent is not None:
        return one.agent.sort in {"body", "force"} and not one.agent.plural
    return one.kind in {"body", "state", "capital"}


def _is_many(one: Mentioned) -> bool:
    if one.kind == "agent" and one.agent is not None:
        return one.agent.plural or one.agent.sort == "crowd"
    return one.kind == "body"


def resolve_noun(roster: Roster, scene: Scene, sentence: int, one: Mentioned, *, definite: bool) -> Mentioned | None:
    """Whom a general noun means that nothing beside it names; None if it means nobody told before."""
    uses = load_references()
    if definite and one.key in uses["band"]:
        return _nearest(roster, sentence, one, lambda other: other.sector in BANDS and other.kind == "body", "group")
    if definite and one.key in uses["league"]:
        found = _nearest(roster, sentence, one, lambda other: other.sector in {"IGO", "IMG"}, "body of states")
        if found:
            return found
    if one.key in uses["organ"]:
        return _organ(roster, scene, sentence, one)
    if definite and one.key in uses["land"]:
        return _nearest(roster, sentence, one, lambda other: other.kind == "state", "country")
    return None


def _nearest(
    roster: Roster, sentence: int, one: Mentioned, fits: Callable[[Mentioned], bool], what: str
) -> Mentioned | None:
    for other in roster.before(sentence, one.start, reach=sentence):
        if fits(other):
            return other._replace(rule=f"`{one.text}`: the {what} named before")
    return None


def _organ(roster: Roster, scene: Scene, sentence: int, one: Mentioned) -> Mentioned | None:
    """An organ of a state: that of the same kind named before, else that of the country the article is about."""
    wanted = one.agent
    for other in roster.before(sentence, one.start, reach=sentence):
        same = other.agent is not None and wanted is not None and other.key == one.key
        if same and other.owner is not None and other.country:
            return other._replace(text=one.text, rule=f"`{one.text}`: named with its country before")
    country = countries_by_code().get(scene.home or "")
    if country is None or wanted is None:
        return None
    owner = Entry(country.name, country.alpha3, "GOV", "state", "", "", "", "")
    named = name_owned(wanted, one.text, owner, country.name, plain=True)
    return one._replace(
        name=scene.canonical(named.name),
        country=named.country,
        sector=named.sector,
        rule=f"`{one.text}`: of the article's country",
    )


def resolve_pair(roster: Roster, sentence: int, offset: int, key: str) -> tuple[Mentioned, ...]:
    """The two whom "the two sides" or "both countries" mean: the nearest sentence that names two such."""
    fits = _is_state if key in load_references()["land"] else _is_party
    for inside in roster.pairs(sentence, offset):
        found = distinct(as_state(one) if fits is _is_state else one for one in inside for one in (*one.shared, one))
        found = [one for one in found if fits(one)]
        if len(found) >= 2:
            return tuple(one._replace(rule=f"two `{key}`: the two named before") for one in found[:2])
    return ()


def _is_state(one: Mentioned) -> bool:
    return one.kind in {"state", "capital"}


def _is_party(one: Mentioned) -> bool:
    return one.kind in NAMED - {"person", "leader"} or (one.kind == "agent" and one.owner is not None)


def as_state(one: Mentioned) -> Mentioned:
    """The state that an organ, official or people belongs to; the mention itself if it belongs to none."""
    owner = one.owner or (one.entry if one.kind == "people" else None)
    country = countries_by_code().get(owner.country or "") if owner and owner.kind != "body" else None
    if country is None:
        return one
    return one._replace(kind="state", name=country.name, country=country.alpha3, sector="GOV")
