"""Whether an act is one of public life: shoppers, firms and families make no demands, pacts or deployments of record.

Kinds of the group `civic` need a party of public life: a state, the armed, an official, a body, a movement. Those of
the group `official` need one that acts. Where who acts is not known, the words of the clause decide, and in an article
that tells little of war and politics nothing is taken on trust.
"""

from collections.abc import Iterable

from extractors.events.casting import Roles
from extractors.events.choice.topic import Topic
from extractors.events.grammar.functions import Grammar
from extractors.events.grammar.patterns import kinds_in
from extractors.events.grammar.scene import load_classes
from extractors.events.grammar.trigger import Trigger
from schemas.mention import ActorMention

# Sectors of those whose acts are their own affair unless a party of public life is on the other side.
PRIVATE = frozenset({"CVL", "BUS", "MED", "EDU", "AGR", "JRN", "MNC", "SOC", "LAB"})
_ANYBODY = frozenset({"we", "i", "you", "us", "me", "one", "everyone", "everybody", "anyone", "somebody", "someone"})
_UNIONS = frozenset({"union", "federation", "unions", "confederation"})
_FIRMS = frozenset({"BUS", "MNC", "JRN"})
_UNKNOWN = frozenset({None, "", "UNK"})
_PUBLIC = frozenset({"force", "cop", "court", "diplomat", "rioter"})  # classes of nouns that no list of actors knows


# Told without their sides in news of war.
_RAGING = frozenset({"clash", "siege", "offensive", "territory_gain", "aid_blocked"})
# Told without their sides in news of a war: "talks resumed in the capital", "food reached the camp".
_OF_WAR = frozenset(
    "peace_talks agreement aid withdrawal deployment repression investigation sanction_imposed sanction_lifted".split()
)
_LAID = frozenset({"lockdown", "protest"})
_GROUND = frozenset({"siege", "territory_gain"})
_FLIGHT = frozenset({"evacuation", "destruction"})
_TROOPS = frozenset({"MIL", "REB", "PRM", "UAF", "IGO"})
_DOERS = {
    "aid": _TROOPS,
    "withdrawal": _TROOPS,
    "deployment": _TROOPS,
    "investigation": frozenset({"JUD", "COP", "IGO"}),
    "resolution": frozenset({"IGO"}),
}
_KIN = frozenset(
    "family relative father mother parent uncle aunt grandmother grandfather son daughter brother sister "
    "husband wife cousin spouse widow friend".split()
)


def has_standing(grammar: Grammar, trigger: Trigger, roles: Roles, topic: Topic) -> bool:
    """Whether an event's parties can do what its kind says, in an article about this; no usual day takes towns."""
    official = trigger.kind in kinds_in("official")
    if topic.everyday and trigger.kind not in _GROUND and (official or trigger.kind in kinds_in("civic") | _FLIGHT):
        return _is_between_publics(roles) or _is_of_record(trigger, roles)
    if not official and trigger.kind not in kinds_in("civic"):
        return True
    parties = roles.actors if official else (*roles.actors, *roles.targets, *roles.about)
    if any(map(_is_public, parties)):
        return True
    if not any(map(_is_private, roles.actors)) and roles.actors and trigger.kind in _GROUND:
        return True  # "the Ottomans laid siege": nobody else takes towns, known or not
    travels = trigger.codes[1] == "visit" and bool(roles.actors)  # who holds no office only travels
    if travels or any(map(_is_private, roles.actors)) or (roles.actors and official and not topic.engaged):
        return False
    return _is_told_publicly(grammar, trigger, topic, named=bool(roles.actors))


def is_bare(trigger: Trigger, roles: Roles, topic: Topic, *, harm: bool) -> bool:
    """Whether violence that nobody does, suffers or dies of is told in news of everyday life: a figure of speech."""
    if not topic.everyday or trigger.kind not in kinds_in("violent") - {"protest"} or harm:
        return False
    return not (roles.actors or roles.targets or trigger.heads("harmed") or trigger.heads("target"))


def _is_told_publicly(grammar: Grammar, trigger: Trigger, topic: Topic, *, named: bool) -> bool:
    """Whether somebody of public life stands in the clause, or in the sentence of an article of war or politics."""
    if not named and _is_told_of_nobody(grammar, trigger, topic):
        return True
    if not named and _is_anybody(grammar, trigger):
        return False  # "we are going to fight it", whoever that is
    within = range(len(grammar.tree.tokens)) if topic.engaged else grammar.tree.subtree(_clause(grammar, trigger.verb))
    return any(_stands_for_public(grammar, within))


def _is_told_of_nobody(grammar: Grammar, trigger: Trigger, topic: Topic) -> bool:
    """Whether an act need not say who did it: only a state lays a curfew on a town or bans its marches."""
    if trigger.kind == "repression" and _LAID & _object(grammar, trigger):
        return True
    at_war = topic.warlike and trigger.kind in _OF_WAR and not _is_anybody(grammar, trigger)
    return at_war or (topic.engaged and trigger.kind in _RAGING)


def _object(grammar: Grammar, trigger: Trigger) -> frozenset[str]:
    """The classes of what the verb of an event is done to."""
    heads = grammar.of(trigger.verb).get("obj", ())
    return frozenset().union(*(grammar.scene.classes_at(head) for head in heads))


def _is_between_publics(roles: Roles) -> bool:
    """Whether two of public life stand on its two sides: in news of everyday life nothing less is of record."""
    actors = {actor.party.name for actor in roles.actors if _is_public(actor)}
    targets = {target.party.name for target in (*roles.targets, *roles.about) if _is_public(target)}
    return bool(actors) and len(actors | targets) > 1


def _is_of_record(trigger: Trigger, roles: Roles) -> bool:
    """Whether troops and bodies of states do by themselves what nobody else does: bring tents, open an inquiry."""
    doers = _DOERS.get(trigger.kind, frozenset())
    return any(actor.party.sector in doers and not _is_lay(_head(actor)) for actor in roles.actors)


def _is_public(mention: ActorMention) -> bool:
    return mention.party.sector not in PRIVATE | _UNKNOWN and not _is_lay(_head(mention))


def _head(mention: ActorMention) -> str:
    return mention.party.text.lower().rstrip(".").split()[-1]


def _is_lay(word: str) -> bool:
    """Whether a word names somebody who speaks for himself or a client, whatever sector he is counted with."""
    classes = load_classes()
    return any("laity" in classes.get(form, ()) for form in (word, word.removesuffix("s"), word[:-3] + "y"))


def _is_private(mention: ActorMention) -> bool:
    """Whether somebody acts for himself: a firm, a doctor, a woman; people in numbers may act in public."""
    head = _head(mention)
    if mention.party.sector in _UNKNOWN:
        return "company" in load_classes().get(head, ())
    if mention.party.sector not in PRIVATE:
        return False
    if mention.party.sector == "LAB" and (head in _UNIONS or mention.party.text[:1].isupper()):
        return False
    many = head.endswith("s") or head in {"people", "men", "women", "children"}
    return mention.party.sector in _FIRMS or not many or head.removesuffix("s") in _KIN


def _is_anybody(grammar: Grammar, trigger: Trigger) -> bool:
    """Whether only pronouns say who acts, and these could be anybody."""
    heads = trigger.heads("actor")
    return bool(heads) and all(grammar.tree.words[at] in _ANYBODY for at in heads)


def _clause(grammar: Grammar, at: int) -> int:
    """The verb of the clause in which a word stands."""
    tokens = grammar.tree.tokens
    return next((up for up in (at, *grammar.tree.up(at)) if tokens[up].pos in {"VERB", "AUX"}), at)


def _stands_for_public(grammar: Grammar, tokens: Iterable[int]) -> Iterable[bool]:
    scene = grammar.scene
    for at in tokens:
        sector = scene.sectors.get(at)
        known = sector is not None and sector not in PRIVATE | _UNKNOWN and not _is_lay(grammar.tree.words[at])
        yield (
            known
            or at in scene.countries
            or bool(_PUBLIC & scene.classes_at(at) and grammar.tree.tokens[at].pos != "PRON")
        )
