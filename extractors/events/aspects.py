"""Which tenses tell an event as under way or still to come."""

from extractors.events.clauses import BE_NOW, HAVE_NOW, aspect, helpers, inside_phrases, is_present, low
from extractors.events.patterns import kinds_in, words_of
from extractors.language.tree import Tree

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
    if still is not None and (seen or is_present(tree, at)):
        return "ongoing", "still", still
    return _of_tense(tree, at, kind, seen)


def _of_tense(tree: Tree, at: int, kind: str, seen: str) -> Effect | None:
    now = is_present(tree, at) or any(low(tree, k) in BE_NOW for k in helpers(tree, at))
    habit = next((kid for kid in tree.kids(at, "advmod") if low(tree, kid) in words_of("habit")), None)
    if now and habit is not None:
        return "ongoing", "a habit", habit
    lasts = kind in kinds_in("lasting") or tree.tokens[at].lemma in words_of("lasting verb")
    if lasts and now:
        return "ongoing", "present tense of what lasts", at
    if lasts and seen == "perfect" and _since(tree, at) is not None:
        return "ongoing", "since then", _since(tree, at) or at
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
    verbs = [*tree.kids(at, "acl"), *[up for up in tree.up(at) if tree.tokens[up].pos == "VERB"][:1]]
    for verb in verbs:
        perfect = any(low(tree, kid) in HAVE_NOW for kid in tree.kids(verb, "aux"))
        since = _since(tree, verb)
        if perfect and since is not None:
            return "ongoing", "since then", since
    return None


def _since(tree: Tree, at: int) -> int | None:
    """The `since` of a time in the clause headed by `at`."""
    return next((kid for kid in inside_phrases(tree, at) if low(tree, kid) == "since" and kid > at), None)


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
