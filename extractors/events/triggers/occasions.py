"""Whether a noun that names an event tells one, or only speaks of it: "launched an attack" against "feared attacks"."""

from extractors.events.grammar.functions import Grammar
from extractors.events.grammar.light_verbs import side_of
from extractors.events.grammar.nominals import Functions
from extractors.events.triggers.entries import Entry

# Phrases that make a bare mention tell an event: who did it, to whom, where, when.
_TELLING = ("by", "on", "against", "between", "with", "time", "victim", "beside", "patient", "of", "poss")
_STOPPED = frozenset({"truce", "halting"})  # a cessation of hostilities tells of no fighting
_LONG = frozenset({"week", "month", "year", "decade", "century", "generation"})
_GENERIC = frozenset({"any", "no", "such", "every", "more", "another", "all"})
_CALLING = frozenset({"call", "describe", "term", "label", "brand"})
_BLAMING = frozenset({"condemn", "denounce", "criticise", "criticize", "decry", "deplore", "slam", "protest"})
_POINTING = frozenset({"this", "that", "these", "those"})


def is_told(grammar: Grammar, at: int, entry: Entry, functions: Functions) -> bool:
    """Whether the noun at a token tells an event.

    It does as the object of a light verb, as the subject of a verb of happening, after `there is`, as the root of a
    headline, and in a phrase that says who, whom or when. Elsewhere it only refers to one.
    """
    tree = grammar.tree
    token = tree.tokens[at]
    if _is_label(grammar, at) or _is_said_of_it(grammar, at):
        return False
    if any(need.keys[0] in {"gov", "root", "case"} for need in entry.needs):
        return True
    base = token.relation.partition(":")[0]
    if base == "nmod" and (_sums_up(grammar, token.head) or _STOPPED & grammar.scene.classes_at(token.head)):
        return False
    if (
        token.head == at
        or base in {"parataxis", "appos", "advcl", "ccomp"}
        or _is_carried(grammar, at, base, functions)
    ):
        return True
    if _is_generic(grammar, at):
        return False
    return any(functions.get(name) for name in _TELLING if name != "victim" or _is_new(grammar, at))


def _sums_up(grammar: Grammar, at: int) -> bool:
    """Whether a noun measures what lasted up to an event: "after four decades of bombings"."""
    tokens = grammar.tree.tokens
    if grammar.tree.lemmas[at] not in _LONG:
        return False
    return any(tokens[kid].text.lower() in {"after", "following", "despite"} for kid in grammar.tree.kids(at, "case"))


def _is_carried(grammar: Grammar, at: int, base: str, functions: Functions) -> bool:
    """Whether a light verb, a verb of happening or `there is` carries the noun."""
    tokens = grammar.tree.tokens
    if base == "nsubj" and "there" in grammar.of(tokens[at].head):
        return True
    return any(side_of(tokens[governor].lemma.lower()) for governor in functions.get("gov", ())[:1])


def _is_new(grammar: Grammar, at: int) -> bool:
    """Whether the noun brings its event in ("in an attack"); "in the attack" points back at one told before."""
    words = {grammar.tree.tokens[kid].text.lower() for kid in grammar.tree.kids(at, "det")}
    return not words & _POINTING


def _is_label(grammar: Grammar, at: int) -> bool:
    """Whether it is a word of abuse for what is told elsewhere: "condemned what he called a massacre"."""
    tokens = grammar.tree.tokens
    calls = tokens[at].head
    what = tokens[calls].head
    labels = tokens[calls].lemma.lower() in _CALLING and grammar.tree.words[what] == "what"
    return labels and tokens[tokens[what].head].lemma.lower() in _BLAMING


def _is_said_of_it(grammar: Grammar, at: int) -> bool:
    """Whether it says what an event told before was: "It was the first raid of the group in the delta"."""
    tree = grammar.tree
    subjects = {tree.words[kid] for kid in tree.kids(at, "nsubj")}
    return bool(tree.kids(at, "cop")) and bool(subjects & {"it", "this", "that"})


def _is_generic(grammar: Grammar, at: int) -> bool:
    return any(grammar.tree.tokens[kid].lemma.lower() in _GENERIC for kid in grammar.tree.kids(at, "det"))
