"""Who is who in an event: the parties that the cast sees in its arguments, and those handed on by what came before."""

import dataclasses
import itertools
from collections.abc import Sequence

from extractors.actors.cast import Cast
from extractors.events.grammar.patterns import kinds_in
from extractors.events.grammar.trigger import Trigger
from extractors.language.tree import Tree
from extractors.places.placing.event_place import EventPlace
from schemas.mention import ActorMention, Party

SPEECH = kinds_in("speech")
ADDRESSED = SPEECH | kinds_in("sanction") | {"aid", "peace_talks", "agreement"}  # whose targets are parties, not sites
_PACTS = frozenset("truce_start truce_agreement truce_extension truce_end agreement".split())
_ANSWERS = frozenset({"rejection", "support"})
_ASKED = frozenset("demand offer accusation sanction_request truce_start truce_agreement threat agreement".split())
_ASKING = frozenset(
    "request demand appeal plea call offer proposal plan idea suggestion invitation ultimatum condition charge claim "
    "accusation criticism announcement vote decision it this that".split()
)
_DENYING = frozenset({"deny", "denial", "refute"})
_NEW = frozenset({"a", "an", "another", "first", "earlier", "previous", "new", "any", "no", "second"})
_PACT_NOUNS = frozenset("truce ceasefire cease-fire armistice agreement accord deal treaty pact cessation it".split())
_NEAR = 2  # sentences back to which an answer may speak


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Who is who in an event: the mentions that fill each role, and what was handed on by an event told before."""

    actors: tuple[ActorMention, ...] = ()
    targets: tuple[ActorMention, ...] = ()
    about: tuple[ActorMention, ...] = ()
    inherited: tuple[str, ...] = ()


class Casting:
    """Fills the roles of one article's events in their order."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._pact: tuple[ActorMention, ...] = ()
        self._asker: tuple[int, tuple[ActorMention, ...]] = (-1, ())

    def roles_of(self, tree: Tree, trigger: Trigger) -> Roles:
        """Who is who, from the event's own clause; what it leaves open of a pact or an answer, from the event before.

        "The truce" has the sides of the truce told before, and "rejected the plan" answers who proposed it: both are
        marked as inherited.
        """
        actors = _once((*self._parties(trigger, "actor"), *self._parties(trigger, "ally")))
        actors = actors or self._each_other(tree, trigger)
        thing = trigger.kind in _ANSWERS and _is_thing(tree, trigger)
        targets = () if thing else self._targets(trigger)
        inherited: list[str] = []
        if not actors and trigger.kind in _PACTS and not trigger.heads("target") and _is_known(tree, trigger):
            actors = self._pact
            inherited += ["actors"] if actors else []
        if not targets and self._is_answer(tree, trigger):
            targets = self._asker[1]
            inherited += ["targets"] if targets else []
        targets = _others(tree, trigger, actors, targets)
        roles = Roles(actors=actors, targets=targets, about=self._parties(trigger, "about"), inherited=tuple(inherited))
        self._remember(trigger, roles)
        return roles

    def _each_other(self, tree: Tree, trigger: Trigger) -> tuple[ActorMention, ...]:
        """Who acts in what two lay to each other: "accused each other of breaking it"."""
        head = next((head for head in trigger.heads("actor") if _is_mutual(tree, head)), None)
        subjects = tree.kids(tree.tokens[head].head, "nsubj") if head is not None else []
        return _once([m for at in subjects for m in self._cast.parties_at(trigger.sentence, at)])

    def _is_answer(self, tree: Tree, trigger: Trigger) -> bool:
        """Whether an act speaks to what was asked just before: "refused", "rejected the demand", "rejected it".

        A denial speaks to what is said, not to who says it, and "rejected the result" to neither.
        """
        if trigger.kind not in _ANSWERS or trigger.sentence - self._asker[0] > _NEAR:
            return False
        if tree.tokens[trigger.token].lemma.lower() in _DENYING:
            return False
        objects = tree.kids(trigger.token, "obj", "nsubj:pass")
        said = {tree.tokens[kid].lemma.lower() for kid in objects}
        return bool(said & _ASKING) if objects else not tree.kids(trigger.token, "ccomp", "xcomp", "obl")

    def _remember(self, trigger: Trigger, roles: Roles) -> None:
        if trigger.kind in _PACTS and len(roles.actors) > 1:
            self._pact = roles.actors
        if trigger.kind in _ASKED and roles.actors:
            self._asker = (trigger.sentence, roles.actors)

    def _parties(self, trigger: Trigger, role: str) -> tuple[ActorMention, ...]:
        return _once([m for head in trigger.heads(role) for m in self._cast.parties_at(trigger.sentence, head)])

    def _targets(self, trigger: Trigger) -> tuple[ActorMention, ...]:
        if trigger.kind in ADDRESSED:
            return self._parties(trigger, "target")
        for role in ("target", "harmed"):
            found = [m for head in trigger.heads(role) for m in self._cast.targets_at(trigger.sentence, head)]
            if found:
                return _once(found)
        return self._marchers(trigger) if trigger.kind == "crowd_dispersal" else ()

    def _marchers(self, trigger: Trigger) -> tuple[ActorMention, ...]:
        """Those whose gathering is broken up, where only the gathering is named."""
        spans = [self._cast.words_at(trigger.sentence, head) for head in trigger.heads("target")[:1]]
        return tuple(
            ActorMention(
                start=start, end=end, rule="who gathers", party=Party(name="demonstrators", text=text, sector="PRE")
            )
            for start, end, text in spans
        )


def _others(
    tree: Tree, trigger: Trigger, actors: tuple[ActorMention, ...], targets: tuple[ActorMention, ...]
) -> tuple[ActorMention, ...]:
    """The targets that do not act themselves; of what is done to "each other" the actors."""
    if len(actors) > 1 and any(_is_mutual(tree, head) for head in trigger.heads("target")):
        return actors
    names = {mention.party.name for mention in actors}
    return tuple(mention for mention in targets if mention.party.name not in names)


def _is_thing(tree: Tree, trigger: Trigger) -> bool:
    """Whether what is rejected or welcomed is a mere "it": what was said, nobody."""
    return {tree.tokens[head].text.lower() for head in trigger.heads("target")} in ({"it"}, {"this"}, {"that"})


def _is_mutual(tree: Tree, at: int) -> bool:
    pair = [tree.tokens[i].text.lower() for i in range(max(0, at - 1), min(len(tree.tokens), at + 2))]
    return any((a, b) in {("each", "other"), ("one", "another")} for a, b in itertools.pairwise(pair))


def _once(mentions: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    return tuple({mention.party.name: mention for mention in mentions}.values())


def _is_known(tree: Tree, trigger: Trigger) -> bool:
    """Whether the pact of a trigger is one told before: "the truce", "it", not "a truce" or "an earlier truce"."""
    for at, token in enumerate(tree.tokens):
        if token.lemma.lower() in _PACT_NOUNS and abs(at - trigger.token) <= len(tree.tokens):
            words = {tree.tokens[kid].text.lower() for kid in tree.kids(at, "det", "amod")}
            return not words & _NEW
    return False


def elsewhere(trigger: Trigger, places: tuple[EventPlace, ...], roles: Roles) -> tuple[EventPlace, ...]:
    """The places less the countries that take part themselves in what is said or agreed: "Chad met Niger"."""
    if trigger.kind not in ADDRESSED - {"aid"}:
        return places
    parties = {(mention.start, mention.end) for mention in (*roles.actors, *roles.targets)}
    return tuple(
        place for place in places if place.place_precision not in {"country", "admin1"} or place.span not in parties
    )
