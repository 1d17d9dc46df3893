"""Whether what a row asks for stands around a word: by the grammar, and where the parse is torn, by the words near."""

from collections.abc import Sequence

from extractors.events.grammar.functions import Grammar
from extractors.events.grammar.nominals import Functions
from extractors.events.triggers.entries import Need

# Classes so plain that a word of them right beside the verb counts even where the parse hangs it elsewhere.
_PLAIN = frozenset(
    "truce halting hostilities sanction sanctioning sanctionlist accord talks measure protest resolution prisoner "
    "chemical explosive projectile aircraft weapon arms control inquiry aid relief lawsuit ties diplomat claim "
    "proposal money concern backing base mandate violence".split()
)
_ASKED = frozenset({"sanctioning", "listing"})
_LOOSE = frozenset({"to", "into", "on", "as", "of", "from", "for", "under", "in"})
_BEFORE = 14
_FAR = 25
_AFTER = 7
_STOPS = frozenset({".", ";", ":", '"', "”", "“"})
_NOT = frozenset({"not", "n't", "n’t", "never", "no"})


def hold(grammar: Grammar, at: int, needs: Sequence[Need], functions: Functions) -> bool:
    """Whether all needs hold around the word at a token."""
    for need in needs:  # noqa: SIM110 - nothing is asked more often, and a generator takes twice the time
        if _filled(grammar, at, need, functions) == need.absent:
            return False
    return True


def _filled(grammar: Grammar, at: int, need: Need, functions: Functions) -> bool:
    if need.keys == ("comp-of",):
        return lemma_of(grammar, grammar.tree.tokens[at].head) in need.values
    if need.test == "filled":
        return any(_has(grammar, at, key, functions) for key in need.keys)
    for key in need.keys:
        for head in heads_of(grammar, at, key, functions):
            if _is_meant(grammar, head, need):
                return True
    return _stands_near(grammar, at, need, functions)


def _has(grammar: Grammar, at: int, key: str, functions: Functions) -> bool:
    tokens = grammar.tree.tokens
    if heads_of(grammar, at, key, functions):
        return True
    if key == "root":
        return tokens[at].head == at
    return key == "neg" and any(tokens[i].text.lower() in _NOT for i in range(max(0, at - 2), at))


def heads_of(grammar: Grammar, at: int, key: str, functions: Functions) -> list[int]:
    """The heads that fill a function, or a path of functions from the word (`obj.of`, `up.there`)."""
    if "." not in key and key != "up":
        return functions.get(key, [])
    first, _, rest = key.partition(".")
    found = grammar.path(at, ("up",)) if first == "up" else functions.get(first, [])
    return [head for start in found for head in grammar.path(start, rest.split("."))] if rest else found


def _is_meant(grammar: Grammar, head: int, need: Need) -> bool:
    if need.test == "class":
        return grammar.scene.is_one(head, need.values)
    word, values = grammar.tree.words[head], need.values
    return grammar.tree.lemmas[head] in values or word in values or word.removesuffix("s") in values


def lemma_of(grammar: Grammar, at: int) -> str:
    """The lemma of a token in lower case."""
    return grammar.tree.lemmas[at]


def _stands_near(grammar: Grammar, at: int, need: Need, functions: Functions) -> bool:
    """Whether the wanted word stands beside the verb in the same clause, where the parse does not connect the two."""
    if need.absent or not (need.test == "lemma" or need.values <= _PLAIN):
        return False
    if need.keys == ("mod",):
        return (
            at > 0 and grammar.tree.tokens[at - 1].pos in {"NOUN", "ADJ", "PROPN"} and _is_meant(grammar, at - 1, need)
        )
    passive = "passive" in functions
    free = [key for key in need.keys if key == "comp" or key not in functions]
    return any(_near(grammar, at, key, need, passive=passive) for key in free)


def _near(grammar: Grammar, at: int, key: str, need: Need, *, passive: bool) -> bool:
    if key in {"obj", "subj"}:
        back = (key == "obj") == passive
        return any(_is_meant(grammar, i, need) for i in _clause(grammar, at, back=back))
    if key == "comp":
        return bool(need.values & _ASKED) and _speaks_of_sanctions(grammar, at)
    return key in _LOOSE and _follows(grammar, at, key, need)


def _clause(grammar: Grammar, at: int, *, back: bool) -> list[int]:
    """The nouns beside a verb, as far as the next verb or stop; after the verb, also as far as the next preposition."""
    tokens = grammar.tree.tokens
    found = []
    span = range(at - 1, max(-1, at - _BEFORE), -1) if back else range(at + 1, min(len(tokens), at + _AFTER))
    for i in span:
        token = tokens[i]
        if token.text in _STOPS or (token.pos == "VERB" and token.relation not in {"amod", "acl"}):
            break
        if not back and token.pos in {"ADP", "SCONJ"}:
            break
        whole = tokens[token.head].pos in {"NOUN", "PROPN"}
        if token.pos in {"NOUN", "PROPN"} and not (token.relation == "compound" and whole):
            found.append(i)
    return found


def _speaks_of_sanctions(grammar: Grammar, at: int) -> bool:
    """Whether sanctions are named in what a verb of asking asks for, wherever the parse hangs them."""
    tokens = grammar.tree.tokens
    for i in range(at + 1, min(len(tokens), at + _FAR)):
        if tokens[i].text in _STOPS:
            return False
        joined = tokens[i - 1].text == "-" or "-" in tokens[i].text  # "the minister-designate" lists nobody
        if not joined and tokens[i].pos in {"NOUN", "PROPN", "VERB"} and "sanction" in grammar.scene.classes_at(i):
            return True
    return False


def _follows(grammar: Grammar, at: int, preposition: str, need: Need) -> bool:
    tokens = grammar.tree.tokens
    for i in range(at + 1, min(len(tokens), at + _BEFORE)):
        if tokens[i].text in _STOPS:
            return False
        if grammar.tree.words[i] == preposition:
            return any(_is_meant(grammar, j, need) for j in range(i + 1, min(len(tokens), i + 6)))
    return False
