"""What is only thought of: acts in a condition, for a purpose, that could or must be, are no events of their own."""

import dataclasses
from functools import cache

from extractors.events.certainty.outcome import Status
from extractors.events.grammar.clauses import BE_NOW, helpers, is_infinitive, is_past, modal
from extractors.events.grammar.functions import Grammar
from extractors.events.grammar.patterns import kinds_in, read_lexicon, words_of
from extractors.events.grammar.scene import load_classes
from extractors.events.grammar.trigger import Trigger
from extractors.language.tree import Tree

_SPEECH = kinds_in("speech")
# What could be said, or what somebody works at, is no speech act: "monitors that could warn", "its work to support".
_UNSPOKEN = frozenset({"modal: could", "modal: can", "modal: might", "an infinitive after a noun"})
_KEEPING = frozenset(
    "prevent stop keep bar block deter discourage refrain ban protect prohibit dissuade forbid".split()
)
_NAMING = frozenset({"call", "term", "label", "brand", "dub", "deem"})
_UTTERED = frozenset({"accusation", "demand", "threat"})
_VERBS_ONLY = "an infinitive after a noun"  # "a meeting to be held" is planned


@cache
def _unreal() -> dict[str, frozenset[str]]:
    """Rules of status under which nothing is told, with the kinds that are told all the same."""
    groups = {"violent": kinds_in("violent")}
    return {
        row["rule"]: frozenset().union(*(groups.get(kind, {kind}) for kind in row["but"].split("|")))
        for row in read_lexicon("unreal")
    }


# Whoever tries to kill somebody has killed nobody.
_TRIED = frozenset(f"operators.csv: {word}" for word in ("attempt", "try", "bid", "attempted"))


def is_unreal(tree: Tree, trigger: Trigger, status: Status) -> bool:
    """Whether the words that gave an event its status tell that nobody did it, or plans it, or is said to have."""
    if status.status == "negated" and (
        trigger.kind in _UTTERED or (trigger.kind == "rejection" and status.rule == "denied")
    ):
        return True  # "does not rule out" rejects nothing
    if trigger.kind in _SPEECH and status.rule in _UNSPOKEN:
        return True
    if status.rule == _VERBS_ONLY and tree.tokens[trigger.token].pos != "VERB":
        return False
    if trigger.kind in kinds_in("violent") - {"protest", "truce_violation"} and _is_name(tree, trigger.token):
        return True
    if _is_kept_from(tree, trigger.token) or _is_awaited(tree, trigger.token) or _is_fiction(tree, trigger.token):
        return True
    kept = _unreal().get(status.rule)
    return kept is not None and trigger.kind not in kept


def _is_kept_from(tree: Tree, at: int) -> bool:
    """Whether a clause says what somebody is kept from: "prevented the rebels from entering"."""
    marks = {tree.words[kid] for kid in tree.kids(at, "mark", "case")}
    if "from" not in marks:
        return False
    above = tree.lemmas[tree.tokens[at].head]
    guarded = above in words_of("guarding") and not tree.kids(at, "det", "nmod:poss")  # "protect them from attacks"
    return guarded or (tree.words[at].endswith("ing") and above in _KEEPING)


def _is_name(tree: Tree, at: int) -> bool:
    """Whether it is only what somebody calls something: "what he called a massacre"."""
    named = tree.relation(at) in {"xcomp", "obj"} and tree.lemmas[tree.tokens[at].head] in _NAMING
    return named and not is_infinitive(tree, at)


def _is_awaited(tree: Tree, at: int) -> bool:
    """Whether something lasts until it is done: "stays until they retreat, open talks and the captives are freed"."""
    for clause in (at, *tree.up(at)):
        marks = {tree.words[kid] for near in _clauses_to(tree, clause) for kid in tree.kids(near, "mark", "case")}
        if marks & {"until", "till", "unless"}:
            return not _is_told(tree, clause) or modal(tree, tree.tokens[clause].head) is not None
        if tree.relation(clause).startswith("acl") or _is_told(tree, clause):
            return False
    return False


def _is_told(tree: Tree, at: int) -> bool:
    return is_past(tree, at) and not any(tree.words[kid] in BE_NOW for kid in helpers(tree, at))


def _clauses_to(tree: Tree, at: int) -> list[int]:
    """A clause and the one that it goes on, wherever the parse hangs it: until they leave and [he is freed]."""
    joined = any(tree.kids(at, "cc"))
    above = tree.tokens[at].head
    return [at, *(kid for kid in tree.kids(above, "advcl") if joined and kid < at), *([above] if joined else [])]


def _is_fiction(tree: Tree, at: int) -> bool:
    """Whether a film, a novel or a poem tells it."""
    classes = load_classes()
    above = [at, *tree.up(at)]
    return any(
        "fiction" in classes.get(tree.tokens[kid].lemma.lower(), ()) for up in above for kid in tree.kids(up, "nsubj")
    )


def has_happened(status: Status) -> bool:
    """Whether a status leaves room for dead and injured: nobody dies in what is planned, tried or did not happen."""
    return status.status not in {"planned", "negated"} and status.rule not in _TRIED


def as_planned(trigger: Trigger, status: Status) -> Trigger:
    """A trigger under its status: whoever plans to take ground plans an offensive, and gains nothing yet."""
    if trigger.kind == "territory_gain" and status.status == "planned":
        return dataclasses.replace(trigger, kind="offensive")
    return trigger


def _would_harm(trigger: Trigger) -> bool:
    return trigger.kind in kinds_in("violent") and trigger.token == trigger.verb and bool(trigger.heads("actor"))


def as_threat(grammar: Grammar, trigger: Trigger, status: Status) -> tuple[Trigger, Status]:
    """A plan that only another can avert is a threat to him: "will leave the talks unless the army withdraws"."""
    functions = grammar.of(trigger.verb)
    clauses = functions.get("unless", ())
    if not clauses and "future" in functions and _would_harm(trigger):
        clauses = functions.get("if", ())  # "would kill the captives if no ransom was paid"
    ahead = status.status == "planned" or "future" in functions
    if not clauses or not ahead or trigger.kind in _SPEECH or not grammar.is_verbal(trigger.verb):
        return trigger, status
    told = {"actor": trigger.heads("actor"), "target": tuple(grammar.of(clauses[0]).get("subj", ()))}
    arguments = {name: heads for name, heads in told.items() if heads}
    threat = dataclasses.replace(trigger, kind="threat", codes=(None, None, None), arguments=arguments)
    return threat, dataclasses.replace(status, status="occurred", rule=f"a threat; {status.rule}")
