"""Which tenses tell an event as under way or still to come."""

from extractors.events.grammar.clauses import (
    BE_NOW,
    BE_THEN,
    HAVE_NOW,
    aspect,
    helpers,
    inside_phrases,
    is_present,
    low,
)
from extractors.events.grammar.patterns import kinds_in, words_of
from extractors.language.tree import Tree

_SINCE = 10  # tokens after a verb in which its `since` stands
Effect = tuple[str, str, int]


def own_aspect(tree: Tree, at: int, kind: str) -> Effect | None:
    """The effect of a verb's (or a verbal noun's) own tense, its rule and the word that shows it."""
    if tree.tokens[at].pos in {"NOUN", "PROPN"}:
        return _of_noun(tree, at, kind)
    seen = aspect(tree, at)
    ahead = _ahead(tree, at)
    if ahead is not None:
        return "planned", "present tense of what is still to come", ahead
    if seen == "now" or (seen == "then" and _is_main(tree, at)):
        return "ongoing", "progressive", at
    still = next((kid for kid in helpers(tree, at) if low(tree, kid) == "still"), None)
    was = any(low(tree, kid) in BE_NOW | BE_THEN for kid in helpers(tree, at))
    if still is not None and (seen or was or is_present(tree, at)):
        return "ongoing", "still", still
    return _of_tense(tree, at, kind)


def _of_tense(tree: Tree, at: int, kind: str) -> Effect | None:
    now = is_present(tree, at) or any(low(tree, k) in BE_NOW for k in helpers(tree, at))
    habit = next((kid for kid in tree.kids(at, "advmod") if low(tree, kid) in words_of("habit")), None)
    if now and habit is not None:
        return "ongoing", "a habit", habit
    lasts = kind in kinds_in("lasting") or tree.tokens[at].lemma in words_of("lasting verb")
    if lasts and now:
        return "ongoing", "present tense of what lasts", at
    since = _since_above(tree, at) if lasts else None
    if since is not None:
        return "ongoing", "since then", since
    if low(tree, at).endswith("ing") and tree.tokens[at].head == at and not helpers(tree, at):
        return "ongoing", "participle of a headline", at
    return None


def _of_noun(tree: Tree, at: int, kind: str) -> Effect | None:
    """`in a siege that has lasted since April`, `killed in the fighting since then`, `a truce is in force`."""
    if kind not in kinds_in("lasting"):
        return None
    cop = next((kid for kid in tree.kids(at, "cop") if low(tree, kid) in BE_NOW | {"been", "remains"}), None)
    if cop is not None:
        return "ongoing", "present tense of what lasts", cop
    since = _since_above(tree, at)
    return ("ongoing", "since then", since) if since is not None else None


def _since_above(tree: Tree, at: int) -> int | None:
    """The `since` of what lasts: with the verb itself, with its clause's, or in a clause about the noun."""
    for verb in [at, *tree.kids(at, "acl"), *[up for up in tree.up(at) if tree.tokens[up].pos in {"VERB", "ADJ"}][:2]]:
        told = {"had"} if tree.relation(verb) == "ccomp" else set()
        perfect = any(low(tree, kid) in HAVE_NOW | told for kid in [*tree.kids(verb, "aux"), *helpers(tree, verb)])
        since = _since(tree, verb) if perfect else None
        inside = since is not None and tree.tokens[since].relation == "mark"  # "fled since fighting erupted"
        if since is not None and not (inside and tree.tokens[since].head in {at, *tree.up(at)}):
            return since
    return None


def _since(tree: Tree, at: int) -> int | None:
    """The `since` of a time in the clause headed by `at`."""
    marks = [mark for clause in tree.kids(at, "advcl") for mark in tree.kids(clause, "mark", "advmod", "case")]
    found = next((kid for kid in [*inside_phrases(tree, at), *marks] if low(tree, kid) == "since" and kid > at), None)
    return _since_after(tree, at) if found is None else found


def _since_after(tree: Tree, at: int) -> int | None:
    """`since Friday` a few words after the verb, wherever the parse hangs it."""
    for i in range(at + 1, min(at + _SINCE, len(tree.tokens) - 1)):
        if low(tree, i) in {",", ";", ":"}:
            return None
        if low(tree, i) == "since" and low(tree, i + 1) in words_of("day") | {"that", "then", "last"}:
            return i
    return None


def _ahead(tree: Tree, at: int) -> int | None:
    """The day named beside a verb in the present tense: `the talks open on Monday`, `leave next week`."""
    now = aspect(tree, at) == "now"
    if not now and not is_present(tree, at):
        return None
    for kid in inside_phrases(tree, at):
        soon = {low(tree, small) for small in tree.children[kid]} & words_of("ahead")
        if low(tree, kid) == "tomorrow" or (low(tree, kid) in words_of("day") and soon):
            return kid
        dated = low(tree, kid) in words_of("day") and tree.kids(kid, "case") and not _since_or_for(tree, kid)
        if dated and not now:
            return kid
    return None


def _since_or_for(tree: Tree, at: int) -> bool:
    return any(low(tree, small) in {"since", "for", "until", "till"} for small in tree.kids(at, "case"))


def _is_main(tree: Tree, at: int) -> bool:
    """Whether a verb stands in no subordinate clause of time or relation."""
    marks = {low(tree, kid) for kid in tree.kids(at, "mark", "advmod")}
    return tree.relation(at) in {"root", "ccomp", "conj", "parataxis"} and not marks & {"when", "while", "as"}
