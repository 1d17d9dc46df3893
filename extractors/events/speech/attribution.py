"""The source at the end of a sentence, by its place alone: `..., the Red Cross said on Monday.`"""

from extractors.events.grammar.clauses import low
from extractors.events.grammar.patterns import words_of
from extractors.language.tree import Tree

_MARKS = frozenset({",", '"', "”", "’", "''"})
_CLOSING = frozenset(
    {".", ",", "on", "in", "at", "late", "early", ";", "after", "reporters", "journalists", "by", "–", "—"}
)
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_LONGEST = 14  # tokens of a source's noun phrase


def closing_attribution(tree: Tree, at: int) -> tuple[int, int] | None:
    """The comma before the source and the head of the source, where a verb of saying closes what stands before it."""
    following = low(tree, at + 1) if at + 1 < len(tree.tokens) else "."
    if not (following in _CLOSING or following in words_of("day")) or any(kid > at for kid in tree.kids(at, "ccomp")):
        return None
    comma = _mark_before(tree, at)
    if comma is not None and comma == at - 1:  # "..., an aide, Ivo Marak, said"
        comma = _mark_before(tree, comma)
        comma = _mark_before(tree, comma) if comma is not None else None
    if comma is None or comma < 2 or not _is_noun_phrase(tree, comma + 1, at):
        return None
    return comma, _head(tree, comma + 1, at)


def _mark_before(tree: Tree, at: int) -> int | None:
    return next((i for i in range(at - 1, max(-1, at - _LONGEST), -1) if low(tree, i) in _MARKS), None)


def _is_noun_phrase(tree: Tree, first: int, end: int) -> bool:
    """Whether nothing but one noun phrase (with its appositions) stands between two tokens."""
    tokens = [tree.tokens[i] for i in range(first, end)]
    if not tokens or any(token.pos == "AUX" or token.text.lower() in _RELATIVES for token in tokens):
        return False
    finite = any(token.pos == "VERB" and token.relation not in {"amod", "compound", "acl"} for token in tokens)
    return not finite and any(token.pos in {"NOUN", "PROPN", "PRON"} for token in tokens)


def _head(tree: Tree, first: int, end: int) -> int:
    """The head of the first noun phrase between two tokens."""
    stop = next((i for i in range(first, end) if tree.tokens[i].pos == "ADP" or low(tree, i) == ","), end)
    nouns = [i for i in range(first, stop) if tree.tokens[i].pos in {"NOUN", "PROPN", "PRON"}]
    return nouns[-1] if nouns else end - 1
