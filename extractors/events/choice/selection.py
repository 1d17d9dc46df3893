"""Which of the triggers of a sentence are events of their own, and which only fill, repeat or serve another one."""

import dataclasses
from collections.abc import Mapping, Sequence

from extractors.events.choice.companions import accompanies
from extractors.events.choice.deeds import tell_the_deed
from extractors.events.grammar.functions import Grammar
from extractors.events.grammar.patterns import kinds_in
from extractors.events.grammar.trigger import Trigger
from extractors.language.tree import Tree

VIOLENT = kinds_in("violent")
WISHES = kinds_in("wish")  # what these acts ask, threaten or offer is not an event of its own
HARM = frozenset("kill die wound injure hurt leave slay perish shoot lose find hit strike destroy damage".split())
_HURT = frozenset({"injure", "wound", "hurt"})
_HARMING = frozenset({"attack", "bombing", "shelling", "airstrike", "crowd_dispersal"})
_TELLERS = frozenset({"accusation", "support", "investigation", "responsibility_claim"})
_INSIDE = frozenset({"xcomp", "ccomp", "obj", "obl", "nmod", "advcl", "acl", "nsubj", "compound", "csubj"})
_AFTER = frozenset({"after", "when", "as", "since", "because", "once"})
_CAUSES = frozenset({"for", "against", "over"})  # what a protest is about
_REASONS = frozenset({"as", "in", "after", "because", "since", "by"})
_DENIALS = frozenset({"deny", "refuse", "decline", "rule"})
_MEASURES = frozenset({"sanction_imposed", "repression"})
_SAID = frozenset({"support", "offer", "demand", "accusation"})


def select_triggers(grammar: Grammar, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers that tell events, in order.

    Left out: the noun that a verb of its own kind governs, the harm that another act of the sentence did, and what a
    demand, an offer or a threat merely wishes. Who claims an attack acts in it.
    """
    triggers = tell_the_deed(grammar.tree, triggers)
    by_token = {trigger.verb: trigger for trigger in triggers if trigger.kind in WISHES}  # "renewed its demand that"
    by_token |= {trigger.token: trigger for trigger in triggers}
    kept = [trigger for trigger in triggers if not _is_listed(grammar, trigger, by_token)]
    kept = [trigger for trigger in kept if not _is_content(grammar, trigger, by_token)]
    harms = {trigger.token: _doer_of(grammar, trigger, kept) for trigger in kept}
    for trigger in kept:  # of two that seem each other's harm, the more particular is the act
        doer = harms[trigger.token]
        if doer is not None and harms.get(doer) == trigger.token:
            harms[trigger.token if trigger.kind != "attack" else doer] = None
    kept = [_with_harm(trigger, kept, harms) for trigger in kept if harms[trigger.token] is None]
    return [_claimed(grammar, trigger, kept) for trigger in kept if not accompanies(grammar, trigger, kept)]


def _with_harm(trigger: Trigger, others: Sequence[Trigger], harms: Mapping[int, int | None]) -> Trigger:
    """A violent act with those whom its harm struck, after its own target: "shelled the district, wounding three"."""
    struck = [head for other in others if harms[other.token] == trigger.token for head in other.heads("target")]
    if not struck:
        return trigger
    return dataclasses.replace(trigger, arguments={**trigger.arguments, "harmed": (*struck, *trigger.heads("harmed"))})


def _is_content(grammar: Grammar, trigger: Trigger, others: dict[int, Trigger]) -> bool:
    """Whether another trigger governs this one and takes it as its content."""
    tokens = grammar.tree.tokens
    at = trigger.token
    aim = trigger.kind == "territory_gain" and tokens[at].relation == "acl" and _infinitive(grammar, at)
    if aim or _is_listed(grammar, trigger, others):
        return True  # the aim of an operation, which is the event
    for above in grammar.tree.up(at):
        relation = tokens[at].relation
        base = relation.partition(":")[0]
        other = others.get(above)
        if other and other is not trigger and base in _INSIDE and _takes(grammar, other, trigger, relation):
            return True
        if (other and other is not trigger and other.kind == "investigation") or _is_looked_into(grammar, at, above):
            return False  # what is looked into has happened, whoever asks for the inquiry
        joined = base == "conj" and above in others and others[above].kind in WISHES and not _has_subject(grammar, at)
        clause = base == "acl" and tokens[at].pos == "VERB" and not _infinitive(grammar, at)
        if clause or relation == "acl:relcl" or (base in {"conj", "parataxis"} and not joined):
            return False
        at = above
    return False


def _is_listed(grammar: Grammar, trigger: Trigger, others: dict[int, Trigger]) -> bool:
    """What being on a list means is no measure of its own: "added to the list of those whose assets are frozen"."""
    above = grammar.tree.up(trigger.token) if trigger.kind in _MEASURES else ()
    listing = any(up in others and others[up].kind == "sanction_imposed" for up in above)
    return listing and any("sanctionlist" in grammar.scene.classes_at(up) for up in grammar.tree.up(trigger.token))


def _has_subject(grammar: Grammar, at: int) -> bool:
    """Whether a clause says who acts in it: "urged caution; the rebels offered talks"."""
    return bool(grammar.tree.kids(at, "nsubj"))


def _is_looked_into(grammar: Grammar, at: int, above: int) -> bool:
    return "inquiry" in grammar.scene.classes_at(above) and _says(grammar, at, frozenset({"into"}))


def _takes(grammar: Grammar, other: Trigger, trigger: Trigger, relation: str) -> bool:
    tokens = grammar.tree.tokens
    noun = tokens[trigger.token].pos in {"NOUN", "PROPN"}
    lemma = tokens[other.token].lemma.lower()
    whose = lemma in HARM and trigger.heads("actor") and not other.heads("actor")  # "nine died in a raid by rebels"
    if lemma in _DENIALS or whose:  # what is denied is told beside its denial, unless it is only said
        return lemma in _DENIALS and trigger.kind in _SAID and _infinitive(grammar, trigger.token)
    if other.kind == "arrest" and tokens[trigger.token].lemma.lower() == "raid":
        return True
    if other.kind == "protest" and relation in {"obl", "nmod", "advcl"}:
        return _says(grammar, trigger.token, _CAUSES) or _infinitive(grammar, trigger.token)
    if other.kind in WISHES and other.kind != "support":
        return relation not in {"nsubj", "advcl"} or _infinitive(grammar, trigger.token)
    direct = tokens[trigger.token].head == other.token and relation in {"obj", "nsubj:pass", "compound"}
    if noun and direct and (other.kind not in _TELLERS or not trigger.arguments):
        return True
    aim = tokens[other.token].pos == "VERB" and _infinitive(grammar, trigger.token)  # "fired tear gas to disperse"
    return other.kind == trigger.kind and (
        aim or (noun and (direct or trigger.verb == other.token or tokens[trigger.token].head == other.token))
    )


def _says(grammar: Grammar, at: int, words: frozenset[str]) -> bool:
    return any(
        grammar.tree.tokens[kid].lemma.lower() in words for kid in grammar.tree.kids(at, "case", "mark", "advmod")
    )


def _infinitive(grammar: Grammar, at: int) -> bool:
    return any(grammar.tree.tokens[kid].lemma.lower() == "to" for kid in grammar.tree.kids(at, "mark"))


def _doer_of(grammar: Grammar, trigger: Trigger, others: Sequence[Trigger]) -> int | None:
    """The token of the violent act of the sentence whose harm is all that a trigger tells; None if it tells more."""
    tokens = grammar.tree.tokens
    token = tokens[trigger.token]
    if token.lemma.lower() not in HARM or trigger.kind not in _HARMING:
        return None
    functions = grammar.of(trigger.token)
    near = {
        head for name in ("subj", "in", "by", "during", "from", "after", "when") for head in functions.get(name, ())
    }
    near |= {head for head in functions.get("clause-advcl", ()) if _says(grammar, head, _AFTER)}
    if trigger.heads("actor"):  # "soldiers killed 44 people after an attack by rebels"
        near -= {head for name in ("after", "from", "when") for head in functions.get(name, ())}
    near |= {kid for head in list(near) for kid in grammar.tree.children[head]}
    near |= {kid for head in list(near) for kid in grammar.tree.children[head]}
    for other in others:
        if other is not trigger and other.kind in VIOLENT and _did(grammar, other, trigger, near):
            return other.token
    return None


def _did(grammar: Grammar, other: Trigger, trigger: Trigger, near: set[int]) -> bool:
    tokens = grammar.tree.tokens
    token, act = tokens[trigger.token], tokens[other.token]
    if token.head == other.token and token.relation == "advcl" and _says(grammar, trigger.token, _AFTER):
        return False  # "people were killed after a bomb struck": what comes first did the harm
    joined = token.relation == "conj" and token.head in {other.token, act.head}
    if other.token in near or (joined and token.lemma.lower() in _HURT and not trigger.heads("actor")):
        return True  # "a blast left one dead and three injured"
    if (
        token.head == other.token
    ):  # what has another subject is another's act: "a bomb killed two, and rebels shot dead"
        return not (token.relation == "conj" and grammar.tree.kids(trigger.token, "nsubj"))
    return act.head == trigger.token and act.relation == "advcl" and act.lemma.lower() not in HARM


def _claimed(grammar: Grammar, trigger: Trigger, others: Sequence[Trigger]) -> Trigger:
    """The attack that a group claims, with the group as its actor; whom "no group has claimed" has none."""
    if trigger.kind not in VIOLENT:
        return trigger
    for other in others:
        if other.kind == "responsibility_claim" and _is_claimed(grammar, trigger.token, other.token):
            actor = other.arguments.get("actor", ())
            if any(_is_none(grammar.tree, head) for head in actor):
                actor = ()
            elif trigger.arguments.get("actor"):
                return trigger
            return dataclasses.replace(trigger, arguments={**trigger.arguments, "actor": actor})
    return trigger


def _is_none(tree: Tree, at: int) -> bool:
    """Whether a noun phrase is of nobody: "no group"."""
    return any(tree.tokens[kid].text.lower() in {"no", "neither"} for kid in (at, *tree.children[at]))


def _is_claimed(grammar: Grammar, at: int, claim: int) -> bool:
    """Whether an act stands in what is claimed, not in a reason given for it: "claimed it as revenge for the raid"."""
    for above in grammar.tree.up(at):
        if above == claim:
            return not (grammar.tree.relation(at) in {"obl", "advcl"} and _says(grammar, at, _REASONS))
        at = above
    return False
