"""What is only supposed: imagined, taught, told under a condition, guessed, or what an attack would do."""

from extractors.events.grammar.clauses import helpers, low
from extractors.events.grammar.light_verbs import side_of
from extractors.events.grammar.patterns import words_of
from extractors.events.grammar.trigger import Trigger
from extractors.language.tree import Tree

_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = ("nsubj", "nsubj:pass")
_OPEN = frozenset({"would", "could", "might", "may", "can"})
_ARTICLES = frozenset({"a", "an"})


def is_supposed(tree: Tree, trigger: Trigger) -> bool:
    """Whether it is only supposed: "imagine that", "should they take it,", "an attack would", "in the event of"."""
    at = trigger.token
    for up in (at, *tree.up(at)):
        above = tree.tokens[up].head
        lemma = tree.tokens[above].lemma.lower() if above != up else ""
        if lemma in words_of("supposing verb") and not _is_told(tree, above):
            return True
        if lemma in words_of("teaching") and tree.relation(up) in {"xcomp", "ccomp", "advcl"}:
            return True
        if _is_condition(tree, up) or (lemma in words_of("musing") and _is_mused(tree, up)):
            return True
        if low(tree, up) in {"event", "case"} and any(low(tree, kid) == "in" for kid in tree.kids(up, "case")):
            return up != at
    return _is_inverted(tree, at) or _is_only_thought(tree, at) or _is_guess(tree, trigger.first)


def _is_guess(tree: Tree, at: int) -> bool:
    """Whether `must` or `should` only guesses: "he must have written it", "they must be dreaming"."""
    if tree.tokens[at].pos != "AUX":
        return False
    verb = tree.tokens[at].head
    small = {low(tree, kid) for kid in tree.kids(verb, "aux", "aux:pass")}
    return "have" in small or ("be" in small and low(tree, verb).endswith("ing"))


def _is_mused(tree: Tree, at: int) -> bool:
    """Whether a gerund says what is talked or thought of: "heard him talk about killing the mayor"."""
    marks = {low(tree, kid) for kid in tree.kids(at, "mark", "case")}
    return low(tree, at).endswith("ing") and bool(marks & {"about", "of"})


def _is_condition(tree: Tree, at: int) -> bool:
    """Whether a clause opens with `if`, whatever else is said in it: "if talks fail to make them yield"."""
    marks = [kid for kid in tree.kids(at, "mark") if low(tree, kid) in {"if", "unless"}]
    even = any(mark and low(tree, mark - 1) in {"even", "as", "what", "only", "asked"} for mark in marks)
    return bool(marks) and not even and tree.relation(at) == "advcl"


def _is_told(tree: Tree, at: int) -> bool:
    """Whether somebody supposes it in earnest: "the police supposed that he had fled"."""
    return any(tree.kids(at, *_SUBJECTS)) and low(tree, at) != tree.tokens[at].lemma.lower()


def _is_inverted(tree: Tree, at: int) -> bool:
    """Whether it stands in a condition without `if`: "should the rebels take the port, prices will rise"."""
    first = next((i for i, token in enumerate(tree.tokens) if token.pos != "PUNCT"), 0)
    verb = tree.tokens[first].head
    asked = low(tree, first) not in {"should", "were", "had"} or "?" in tree.words[-2:]
    if asked or verb == first or not (at == verb or verb in tree.up(at)):
        return False
    return tree.relation(verb) == "advcl" or any(kid > verb for kid in tree.kids(verb, "parataxis"))


def _is_only_thought(tree: Tree, at: int) -> bool:
    """Whether an indefinite noun is the subject of what it would do: "an attack on the dam would flood it"."""
    verb = tree.tokens[at].head
    if tree.tokens[at].pos not in _NOUNS or tree.tokens[at].relation != "nsubj" or verb == at:
        return False
    if {low(tree, kid) for kid in tree.kids(at, "det", "nmod:poss")} - _ARTICLES:
        return False
    opened = {low(tree, kid) for kid in helpers(tree, verb)}
    return bool(opened & _OPEN) and "have" not in opened and side_of(tree.tokens[verb].lemma.lower()) is None
