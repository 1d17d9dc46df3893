"""Whom a word of harm befell: `lexicon/harm.csv` over the parse."""

from functools import cache

from extractors.events.certainty.operators import is_passive
from extractors.events.grammar.clauses import low
from extractors.events.grammar.patterns import read_lexicon
from extractors.events.speech.speakers import noun_phrase
from extractors.language.tree import Tree

_WHO = frozenset({"who", "that", "which", "whom"})


@cache
def harm_words() -> dict[tuple[str, str], str]:
    """The harm (deaths, injured) that a word tells, by the part of speech that it stands in."""
    return {(row["part"], row["word"]): row["harm"] for row in read_lexicon("harm")}


@cache
def _of_harm() -> frozenset[str]:
    """Words and lemmas that may tell harm at all: most of a sentence is no more than looked up here."""
    return frozenset({"shoot", "toll", *(word for _, word in harm_words())})


def may_tell_harm(tree: Tree) -> bool:
    """Whether a sentence has a word that may tell harm."""
    return not (_of_harm().isdisjoint(tree.words) and _of_harm().isdisjoint(tree.lemmas))


def victims_of(tree: Tree, at: int) -> tuple[str, list[int]]:
    """What kind of harm a word tells, and the heads of the noun phrases that it befell."""
    token, lemma, word = tree.tokens[at], tree.lemmas[at], low(tree, at)
    if lemma not in _of_harm() and word not in _of_harm():
        return "", []
    wounded = any(low(tree, kid) in {"injury", "injured", "wounded"} for kid in tree.children[at])
    if token.pos == "VERB" and lemma == "shoot" and _dead_beside(tree, at):
        return "deaths", _suffering(tree, at)
    if lemma == "toll" and not wounded:
        return "deaths", _risen(tree, at)
    readers = (
        ("own verb", lemma, token.pos == "VERB", _subjects),
        ("verb", lemma, token.pos == "VERB", _suffering),
        ("adjective", word, True, _described),
        ("noun", lemma, token.pos == "NOUN", _of),
    )
    for part, name, fits, read in readers:
        if fits and (part, name) in harm_words():
            return harm_words()[part, name], read(tree, at)
    return "", []


def doers_of(tree: Tree, at: int) -> list[int]:
    """The words that name who does the harm: `[three gunmen] killed worshippers`, `[two men] shot dead an imam`."""
    verb = tree.tokens[at].head if tree.relation(at) == "xcomp" else at
    if tree.tokens[verb].pos != "VERB" or is_passive(tree, verb) or not tree.kids(verb, "obj"):
        return []
    return [word for kid in tree.kids(verb, "nsubj") for word in noun_phrase(tree, kid)]


def _dead_beside(tree: Tree, at: int) -> bool:
    near = [low(tree, i) for i in range(at + 1, min(at + 2, len(tree.tokens)))]
    return "dead" in near


def _subjects(tree: Tree, at: int) -> list[int]:
    found = tree.kids(at, "nsubj")
    if not found and tree.relation(at) == "xcomp":  # "two were said to have died"
        found = tree.kids(tree.tokens[at].head, "nsubj", "nsubj:pass")
    return [_antecedent(tree, at, kid) for kid in found] or _above(tree, at)


def _antecedent(tree: Tree, at: int, subject: int) -> int:
    """For `people who died` the people."""
    clause = tree.tokens[at].relation == "acl:relcl"
    return tree.tokens[at].head if clause and low(tree, subject) in _WHO else subject


def _suffering(tree: Tree, at: int) -> list[int]:
    objects = tree.kids(at, "obj")
    if objects and not is_passive(tree, at):
        return objects
    sufferers = tree.kids(at, "nsubj:pass") or ([] if low(tree, at).endswith("ing") else tree.kids(at, "nsubj"))
    return [_antecedent(tree, at, kid) for kid in sufferers] or objects or _above(tree, at)


def _above(tree: Tree, at: int) -> list[int]:
    """The noun before a participle (`12 people killed in`), or the subject of the verb that it is joined to."""
    head = tree.tokens[at].head
    if tree.relation(at) in {"acl", "amod"} and head != at and not low(tree, at).endswith("ing"):
        return [head]
    return []


def _described(tree: Tree, at: int) -> list[int]:
    """Who is dead: `two farmers dead`, `left two dead`, `two were dead`, `two dead`."""
    token = tree.tokens[at]
    found = [at, *tree.kids(at, "nsubj", "obl", "nsubj:pass", "obj")]
    above = tree.tokens[token.head]
    if token.relation in {"amod", "acl", "appos"}:
        found.append(token.head)
    if above.lemma == "leave":
        found += [kid for kid in tree.kids(token.head, "obj") if kid != at]
    return found


def _of(tree: Tree, at: int) -> list[int]:
    """The noun of harm itself (`two deaths`), and whose it was (`the death of two farmers`)."""
    return [at, *tree.kids(at, "nmod")[:1]]


def _risen(tree: Tree, at: int) -> list[int]:
    """`the death toll rose to 15`, `a toll of 15`, `the toll stood at 15`."""
    verb = tree.tokens[at].head
    return [*tree.kids(at, "nmod"), *tree.kids(verb, "obl", "obj", "xcomp"), *tree.kids(at, "appos")]
