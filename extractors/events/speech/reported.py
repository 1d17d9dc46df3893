"""What a verb of saying reports and who says it, by the parse and by the places of words."""

from extractors.events.certainty.operators import is_passive
from extractors.events.grammar.clauses import low
from extractors.events.grammar.patterns import words_of
from extractors.events.speech.speakers import noun_phrase
from extractors.language.tree import Tree


def is_noun_head(tree: Tree, at: int) -> bool:
    """Whether a token may head the noun phrase of a speaker."""
    return tree.tokens[at].pos in {"NOUN", "PROPN", "PRON"} and tree.relation(at) not in {"compound", "flat", "amod"}


def subject_of(tree: Tree, at: int) -> int | None:
    """Who speaks: the subject, the agent of a passive, the subject that a participle or a second verb shares."""
    passive = is_passive(tree, at)
    agents = [kid for kid in tree.kids(at, "obl") if any(low(tree, small) == "by" for small in tree.kids(kid, "case"))]
    if passive:
        return agents[0] if agents else None
    head = tree.kid(at, "nsubj")
    if head is None:
        return _shared_subject(tree, at)
    clause = tree.tokens[at].relation == "acl:relcl" and low(tree, head) in {"who", "which", "that"}
    return tree.tokens[at].head if clause else head


def _shared_subject(tree: Tree, at: int) -> int | None:
    relation, above = tree.relation(at), tree.tokens[at].head
    before = low(tree, at - 1) if at else ""
    if before in {",", '"', "”", "’"} and not low(tree, at).endswith(
        "ing"
    ):  # "..., said a spokesman", wherever the parse hangs him
        after = (i for i in range(at + 1, min(at + 9, len(tree.tokens))) if is_noun_head(tree, i))
        return next(after, None)
    if tree.tokens[at].pos == "NOUN" and tree.kids(at, "xcomp", "acl", "ccomp"):  # "the army claims to have"
        return tree.kid(at, "compound")
    if relation in {"conj", "advcl", "xcomp"} and above != at and low(tree, at - 1 if at else 0) in {"and", "but", ","}:
        return tree.kid(above, "nsubj", "nsubj:pass")
    if relation in {"acl", "amod"} and tree.tokens[at].lemma.lower() not in words_of("not over speech"):
        return None
    beside = at > 0 and tree.tokens[at - 1].pos in {"NOUN", "PROPN"} and not tree.kids(at - 1, "case")
    return at - 1 if beside else None


def content_of(tree: Tree, at: int, head: int, content: frozenset[str]) -> set[int]:
    """The tokens that a verb of saying reports."""
    clauses = tree.kids(at, "ccomp", "xcomp", "csubj", *(("acl",) if tree.tokens[at].pos == "NOUN" else ()))
    if "object" in content:
        clauses += tree.kids(at, "obj", "obl", "nsubj:pass")
    if "of" in content:
        of = next((i for i in range(at + 1, len(tree.tokens)) if low(tree, i) == "of"), None)
        end = next((i for i in range(at, len(tree.tokens)) if low(tree, i) == ";"), len(tree.tokens))
        return set(range(of + 1, end)) if of is not None else set()
    found = {i for clause in clauses for i in tree.subtree(clause)}
    token = tree.tokens[at]
    if token.relation.startswith("parataxis") and "clause" in content:
        found |= set(tree.subtree(token.head)) - set(tree.subtree(at))
    if not found and "clause" in content:
        found |= _by_position(tree, at, head)
    return found - {at}


def _by_position(tree: Tree, at: int, head: int) -> set[int]:
    """What is said, where the parse hangs nothing on the verb: all before `..., X said`, or all after `X said that`."""
    first = min(*noun_phrase(tree, head), at)
    marks = {low(tree, i) for i in range(max(0, first - 2), first)}
    if any(low(tree, i) in {"who", "which", "whose", "whom"} for i in range(first, at)):
        return set()
    if first > 2 and marks & {",", '"', "”", "’"}:
        return set(range(first))
    following = low(tree, at + 1) if at + 1 < len(tree.tokens) else ""
    objects = [kid for kid in tree.kids(at, "obj") if tree.tokens[at].lemma != "tell"]
    inside = (tree.relation(at) == "root" and not objects) or following in {"that", ":", '"', "“"}
    return set(range(at + 1, len(tree.tokens))) if inside else set()
