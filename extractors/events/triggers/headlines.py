"""Where a past form without auxiliary is no headline's passive."""

from extractors.events.grammar.functions import Grammar
from extractors.events.grammar.nominals import Functions


def is_whole(grammar: Grammar, at: int, functions: Functions) -> bool:
    """Whether a verb is active in a sentence written out in full."""
    return _goes_on(grammar, at) or _has_article(grammar, at, functions)


def _has_article(grammar: Grammar, at: int, functions: Functions) -> bool:
    """Whether a whole sentence has a subject with an article: "the riders attacked." is no headline's passive."""
    tree = grammar.tree
    whole = tree.words[-1] == "." and tree.tokens[at].head == at
    return whole and any(tree.words[kid] == "the" for head in functions["subj"] for kid in tree.kids(head, "det"))


def _goes_on(grammar: Grammar, at: int) -> bool:
    """Whether a verb goes on with what its subject does: "the driver pulled a gun and [shot] at them"."""
    token, first = grammar.tree.tokens[at], grammar.of(grammar.tree.tokens[at].head)
    return token.relation == "conj" and "obj" in first and "passive" not in first
