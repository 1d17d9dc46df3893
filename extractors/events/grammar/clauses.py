"""What a clause says of its own verb: denial, modals, tense and aspect, read from its small words."""

from functools import cache

from extractors.events.grammar.patterns import words_of
from extractors.language.tree import Tree

NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
NOBODY = frozenset({"nobody", "none", "neither", "nothing", "noone"})
BE_NOW = frozenset({"is", "are", "'s", "’s", "'re", "’re", "am"})
BE_THEN = frozenset({"was", "were"})
HAVE_NOW = frozenset({"has", "have", "'ve", "’ve"})
_SUBJECTS = ("nsubj", "nsubj:pass", "obj")
_HIDDEN = frozenset({"may", "might", "could", "will", "would", "must", "to", "not"})
_SMALL = ("aux", "cop", "advmod", "mark", "cc", "discourse", "det", "expl", "dep")
_NOT_DENYING = frozenset({"only", "just", "merely", "least", "until", "surprisingly"})


def low(tree: Tree, at: int) -> str:
    """A word in lower case."""
    return tree.words[at]


def first_word(tree: Tree, at: int) -> str:
    """The word that opens the clause headed by `at`, in lower case."""
    first = at
    while True:
        lowest = min(tree.children[first], default=first)
        if lowest >= first:
            return low(tree, first)
        first = lowest


def inside_phrases(tree: Tree, at: int) -> list[int]:
    """What hangs below a verb in phrases alone, clauses left out: `takes effect [at noon on Friday]`."""
    found, waiting = [], list(tree.children[at])
    while waiting:
        top = waiting.pop()
        if tree.relation(top) in {"obj", "obl", "nmod", "advmod", "case", "mark", "amod", "det", "iobj", "compound"}:
            found.append(top)
            waiting += tree.children[top]
    return sorted(found)


def helpers(tree: Tree, at: int) -> list[int]:
    """The auxiliaries, particles and adverbs of a verb: its small children, and such words right before it."""
    known = tree.helped.get(at)
    if known is None:
        known = tree.helped[at] = _helpers(tree, at)
    return known


def _helpers(tree: Tree, at: int) -> list[int]:
    found = {kid for kid in tree.children[at] if tree.relation(kid) in _SMALL}
    left = at - 1
    while left >= 0 and (tree.tokens[left].pos in {"AUX", "PART", "ADV"} or left in found or _capital(tree, left, at)):
        if _capital(tree, left, at) or (not tree.children[left] and tree.tokens[left].head >= left):
            found.add(left)
        left -= 1
    return sorted(found)


def _capital(tree: Tree, left: int, at: int) -> bool:
    """A modal of a headline that its capital hides: `Rebels May Leave`."""
    bare = low(tree, at) == tree.tokens[at].lemma.lower() and left == at - 1
    return bare and tree.tokens[left].pos == "PROPN" and low(tree, left) in _HIDDEN


def denial(tree: Tree, at: int) -> int | None:
    """The word that denies a clause headed by `at`: not, never, no longer, or a subject or object with `no`."""
    for kid in helpers(tree, at):
        if low(tree, kid) in NOT and not _excepted(tree, kid):
            return kid
        if low(tree, kid) == "longer" and kid and low(tree, kid - 1) == "no":
            return kid - 1
    for kid in tree.kids(at, *_SUBJECTS):
        if low(tree, kid) in NOBODY:
            return kid
        none = no_of(tree, kid)
        if none is not None:
            return none
    return _never_at_all(tree, at) or _no_object(tree, at)


def no_of(tree: Tree, at: int) -> int | None:
    """The `no` (or `neither`) before a noun, or before the noun that it is coordinated with."""
    for kid in tree.children[at]:
        if low(tree, kid) in {"no", "neither", "zero"} and tree.relation(kid) in {"det", "cc", "advmod", "nummod"}:
            return kid
    return None


def _excepted(tree: Tree, at: int) -> bool:
    after = low(tree, at + 1) if at + 1 < len(tree.tokens) else ""
    return after in _NOT_DENYING


def _never_at_all(tree: Tree, at: int) -> int | None:
    """`at no point`, `under no circumstances`."""
    for kid in tree.kids(at, "obl"):
        if tree.tokens[kid].lemma in words_of("never"):
            return no_of(tree, kid)
    return None


def _no_object(tree: Tree, at: int) -> int | None:
    """`agreed on no truce`."""
    for kid in tree.kids(at, "obl"):
        if any(low(tree, small) in {"on", "to", "upon"} for small in tree.kids(kid, "case")):
            return no_of(tree, kid)
    return None


@cache
def modals() -> dict[str, str]:
    """What each modal makes of its verb."""
    groups = {"planned": "modal of plan", "would": "modal of would", "unconfirmed": "modal of doubt"}
    return {word: effect for effect, name in groups.items() for word in words_of(name)}


def modal(tree: Tree, at: int) -> int | None:
    """The modal of a clause."""
    for kid in helpers(tree, at):
        if low(tree, kid) in modals() and tree.tokens[kid].pos in {"AUX", "VERB", "PROPN"}:
            return kid
    return None


def is_infinitive(tree: Tree, at: int) -> bool:
    """Whether `to` stands before the verb."""
    return to_of(tree, at) is not None


def to_of(tree: Tree, at: int) -> int | None:
    """The `to` of an infinitive."""
    return next((kid for kid in helpers(tree, at) if low(tree, kid) == "to" and kid < at), None)


def word_before_to(tree: Tree, at: int) -> int | None:
    """The word before the `to` of an infinitive, adverbs left out: `are [also] to leave`."""
    to = to_of(tree, at)
    left = to - 1 if to is not None else -1
    while left >= 0 and (low(tree, left) in words_of("before to") or tree.tokens[left].pos == "ADV"):
        if low(tree, left) == "yet":
            return left
        left -= 1
    return left if left >= 0 else None


def is_present(tree: Tree, at: int) -> bool:
    """Whether the verb stands in the simple present, and cannot be anything else."""
    token = tree.tokens[at]
    word, lemma = token.text.lower(), token.lemma.lower()
    if token.pos not in {"VERB", "AUX"} or any(tree.relation(kid) == "aux" for kid in tree.children[at]):
        return False
    third = word != lemma and word.endswith("s")
    if word.endswith("ed") or lemma.endswith("ed"):  # a past form whose lemma was not known
        return False
    bare = word == lemma and lemma not in words_of("same past") and not is_infinitive(tree, at)
    return third or (bare and any(kid < at for kid in tree.kids(at, "nsubj")))


def is_past(tree: Tree, at: int) -> bool:
    """Whether a verb is finite and in the past, or a participle."""
    word, lemma = low(tree, at), tree.tokens[at].lemma.lower()
    return word != lemma and not word.endswith("ing") and not (word.endswith("s") and word.startswith(lemma[:-1]))


def aspect(tree: Tree, at: int) -> str:
    """`now` (is doing, has been doing), `then` (was doing), `perfect` (has done), else nothing."""
    words = [low(tree, kid) for kid in helpers(tree, at)]
    be_now, been = bool(BE_NOW & set(words)), "been" in words
    doing = low(tree, at).endswith("ing") or "being" in words
    has = bool(HAVE_NOW & set(words)) or ("'s" in words and been)
    if doing and ((be_now and not been) or (been and has)):
        return "now"
    if doing and BE_THEN & set(words):
        return "then"
    return "perfect" if has and not doing else ""
