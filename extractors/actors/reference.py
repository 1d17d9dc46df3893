"""Whom pronouns and general nouns mean within an article: "they", "the group", "the army"."""

from collections.abc import Callable, Collection

from extractors.actors.lexicon import load_references
from extractors.actors.mentioned import Mentioned
from extractors.actors.organs import resolve_organ
from extractors.actors.pairs import BANDS, resolve_pair
from extractors.actors.roster import Roster, distinct
from extractors.actors.scene import Scene

_SINGLE = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_THING = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
_JOINT = len(" and the ")
PRONOUNS = _SINGLE | _THING | _MANY


def resolve_pronoun(
    roster: Roster, scene: Scene, sentence: int, offset: int, word: str, beside: Collection[int] = ()
) -> tuple[Mentioned, ...]:
    """Whom a personal pronoun means: the nearest mention that it fits, subjects first.

    `beside` are the words that hang on the same verb: a pronoun there means somebody else.
    """
    fits = _is_person if word in _SINGLE else _is_thing if word in _THING else _is_many
    before = (one for one in roster.before(sentence, offset) if one.head not in beside)
    chosen = next((one for one in before if fits(one) and not roster.is_setting(one)), None)
    if chosen is None:
        return ()
    if chosen.key == "side":
        return resolve_pair(roster, scene, sentence, chosen.start, "side")
    if chosen.open:
        chosen = resolve_noun(roster, scene, sentence, chosen, definite=True) or chosen
    joined = _joined_to(roster, chosen) if word in _MANY else ()
    return tuple(one._replace(rule=f"pronoun: `{word}`") for one in distinct((*chosen.shared, chosen, *joined)))


def _joined_to(roster: Roster, one: Mentioned) -> tuple[Mentioned, ...]:
    """The bodies that the text joins to one, which "they" means with it: "the Front and the League said they ..."."""
    found: list[Mentioned] = []
    first, before = one, roster.previous(one)
    while before and before.kind == first.kind == "body" and roster.relation_of(first) == "conj":
        if not 0 < first.start - before.end <= _JOINT:
            break
        found.insert(0, before)
        first, before = before, roster.previous(before)
    last, after = one, roster.after(one)
    while after and after.kind == one.kind == "body" and 0 < after.start - last.end <= _JOINT:
        if roster.relation_of(after) != "conj":
            break
        found.append(after)
        last, after = after, roster.after(after)
    return tuple(found)


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
        return _band(roster, sentence, one)
    if definite and one.key in uses["league"]:
        found = _nearest(roster, sentence, one, lambda other: other.sector in {"IGO", "IMG"}, "body of states")
        if found:
            return found
    if one.key in uses["organ"]:
        return resolve_organ(roster, scene, sentence, one)
    if definite and one.key in uses["land"]:
        return _nearest(roster, sentence, one, lambda other: other.kind == "state", "country")
    return None


def resolve_namesake(roster: Roster, sentence: int, one: Mentioned, *, same: bool) -> Mentioned | None:
    """The body whose name ends with the noun: "the council" after "Hill Council".

    An organ of a state is its own, unless the text says that it is the same.
    """
    uses = load_references()
    if (one.agent and one.agent.plural) or (one.key in uses["organ"] and not same):
        return None
    armed = one.key in uses["band"]
    return _nearest(roster, sentence, one, lambda other: _is_namesake(other, one.key, armed=armed), "body")


def _is_namesake(other: Mentioned, key: str, *, armed: bool) -> bool:
    return other.kind == "body" and _ends_with(other, key) and not (armed and other.sector in {"MIL", "GOV", "IGO"})


def _band(roster: Roster, sentence: int, one: Mentioned) -> Mentioned | None:
    """The armed group that "the group" means: the nearest. "The rebels" mean it only where no other was named."""
    found = _nearest(roster, sentence, one, _is_band, "group")
    if found is None or one.key in load_references()["league"]:
        return None if one.agent and one.agent.plural else found  # "the groups" are several
    named = {other.name for other in roster.before(sentence, one.start, reach=sentence) if _is_band(other)}
    beside = any(other.name == found.name for other in roster.before(sentence, one.start, reach=1))
    return found._replace(text=one.text) if len(named) == 1 or beside else None


def _ends_with(other: Mentioned, key: str) -> bool:
    return any(name.lower().endswith(" " + key) for name in (other.name, other.text))


def _is_band(other: Mentioned) -> bool:
    of_body = other.owner is not None and other.owner.kind == "body" and other.owner.name == other.name
    return other.sector in BANDS and (other.kind == "body" or of_body)


def _nearest(
    roster: Roster, sentence: int, one: Mentioned, fits: Callable[[Mentioned], bool], what: str
) -> Mentioned | None:
    for other in roster.before(sentence, one.start, reach=sentence):
        if fits(other):
            return other._replace(rule=f"`{one.text}`: the {what} named before")
    return None
