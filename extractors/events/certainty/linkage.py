"""How a clause or a noun hangs on the word above it: what opens it, what form it has, what the two share."""

from extractors.events.certainty.operators import Operator, operator_at
from extractors.events.grammar.clauses import denial, first_word, helpers, is_infinitive, is_past, low, no_of
from extractors.events.grammar.patterns import words_of
from extractors.language.tree import Tree

OBLIQUES = frozenset({"of", "for", "to", "on", "about", "against", "with", "from", "at", "over"})
OPENERS = words_of("condition") | words_of("time of plan") | words_of("instead")
_INTO = frozenset({"in", "into", "to", "with"})


def apart(tree: Tree, at: int, above: int) -> bool:
    """A semicolon ends what a word governs."""
    return any(low(tree, i) == ";" for i in range(min(at, above), max(at, above)))


def opening_words(tree: Tree, at: int) -> set[str]:
    """The words that open a clause, also where the parse hangs them on its subject."""
    opening = {first_word(tree, at)} & OPENERS
    subject = tree.kid(at, "nsubj", "nsubj:pass")
    that = first_word(tree, at) == "that" and (subject is None or low(tree, subject) != "that")
    opening |= {"that"} if that else set()
    return opening | {low(tree, kid) for kid in tree.kids(at, "mark", "case", "cc", "advmod") if kid < at}


def clause_at(tree: Tree, at: int) -> tuple[str, ...]:
    """What kind of complement a clause is: `stopped shelling` is not `stopped to shell`."""
    if low(tree, at).endswith("ing"):
        return ("clause", "doing", "from") if "from" in opening_words(tree, at) else ("clause", "doing")
    if is_infinitive(tree, at):
        return ("clause", "to")
    bare = is_past(tree, at) and "that" not in opening_words(tree, at) and not tree.kids(at, "aux")
    return ("clause", "done", "finite") if bare else ("clause", "done")


def noun_denied(tree: Tree, at: int) -> int | None:
    """`no plan to`, `there is not a plan to`, `has no plans to`."""
    none = no_of(tree, at)
    if none is not None:
        return none
    above = tree.tokens[at].head
    held = tree.tokens[above].lemma in {"be", "have"} and above != at
    return denial(tree, above) if held else None


def planned_subject(tree: Tree, above: int) -> bool:
    """A headline's participle: in `Truce Expected Monday` the truce expects nothing."""
    row = operator_at(tree, above, "object")
    objects = [kid for kid in tree.kids(above, "obj", "ccomp", "xcomp") if low(tree, kid) not in words_of("day")]
    return row is not None and row.effect == "planned" and is_past(tree, above) and not objects


def governs(row: Operator, cases: set[str]) -> bool:
    """Whether an oblique noun is what the word takes: `prepares for`, not `prepares in`."""
    return " " in row.word or bool(cases & (_INTO if row.effect == "carry" else OBLIQUES))


def shares(tree: Tree, at: int, above: int) -> bool:
    """Whether a conjunct may stand after the auxiliaries of the first verb."""
    own = [kid for kid in helpers(tree, at) if tree.tokens[kid].pos == "AUX" or low(tree, kid) == "to"]
    if own or tree.kids(at, "nsubj"):
        return False
    forms = [_form(tree, at), _form(tree, above)]
    return forms[0] == forms[1]


def _form(tree: Tree, at: int) -> str:
    word, lemma = low(tree, at), tree.tokens[at].lemma.lower()
    if word.endswith("ing"):
        return "ing"
    return "base" if word == lemma else "past" if is_past(tree, at) else "third"


def is_definite(tree: Tree, at: int) -> bool:
    """Whether a noun points at something known: `the attack`, `their attack`."""
    kids = tree.children[at]
    return tree.tokens[at].pos == "PRON" or any(
        low(tree, kid) in {"the", "this", "that", "these", "those"} or tree.tokens[kid].relation == "nmod:poss"
        for kid in kids
        if kid < at
    )
