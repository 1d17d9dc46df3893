"""A tree answers from its parse alone."""

from extractors.language.parse import Parse, Token
from extractors.language.tree import Tree, tree_of

# "Police said rebels left."
WORDS = [
    ("Police", "police", "NOUN", 1, "nsubj"),
    ("said", "say", "VERB", 1, "root"),
    ("rebels", "rebel", "NOUN", 3, "nsubj:pass"),
    ("left", "leave", "VERB", 1, "ccomp"),
    (".", ".", "PUNCT", 1, "punct"),
]


def _tree() -> Tree:
    tokens, start = [], 0
    for text, lemma, pos, head, relation in WORDS:
        tokens.append(Token(start, start + len(text), text, lemma, pos, head, relation))
        start += len(text) + 1
    return Tree(Parse(start=0, end=start, tokens=tuple(tokens), entities=()))


def test_children_and_subtrees() -> None:
    tree = _tree()
    assert tree.children[1] == [0, 3, 4]
    assert tree.subtree(3) == [2, 3]
    assert tree.span(3) == (12, 23)
    assert list(tree.up(2)) == [3, 1]


def test_a_relation_takes_its_subtypes_but_a_subtype_only_itself() -> None:
    tree = _tree()
    assert tree.kids(3, "nsubj") == [2]
    assert tree.kids(1, "nsubj:pass") == []
    assert tree.kid(3, "obj") is None
    assert tree.relation(2) == "nsubj"


def test_a_circle_ends() -> None:
    tokens = (Token(0, 1, "a", "a", "X", 1, "dep"), Token(2, 3, "b", "b", "X", 0, "dep"))
    tree = Tree(Parse(start=0, end=3, tokens=tokens, entities=()))
    assert len(list(tree.up(0))) == 2
    assert tree.subtree(0) == [0, 1]


def test_a_tree_is_made_once_for_a_parse() -> None:
    parse = Parse(0, 5, (Token(0, 5, "Fired", "fire", "VERB", 0, "root"),), ())
    other = Parse(0, 4, (Token(0, 4, "Left", "leave", "VERB", 0, "root"),), ())
    assert tree_of(parse) is tree_of(parse)
    assert tree_of(other).words == ["left"]
