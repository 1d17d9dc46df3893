"""Words that change what is told below them: `lexicon/operators.csv`.

A row names a word by its lemma (with its particle: "rule out"), the part of speech it is one in (V verb, P verb in the
passive, A adjective, N noun, J adjective before a noun, R adverb), what it takes below it (a clause, a noun as its
object or as its subject), and what it makes of that: the effect, and the effect where the word itself is denied.
"""

from dataclasses import dataclass
from functools import cache

from extractors.events.grammar.patterns import read_lexicon, verb_forms
from extractors.language.tree import Tree

EFFECTS = frozenset(
    {"keep", "carry", "planned", "decided", "unconfirmed", "soft", "attempted", "negated", "ongoing", "ended"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """One row: what the word takes, and what it makes of it, affirmed and denied."""

    word: str
    takes: frozenset[str]
    effect: str
    denied: str

    @property
    def rule(self) -> str:
        """How `explain` names the row."""
        return f"operators.csv: {self.word}"


@cache
def _operators() -> dict[tuple[str, str], list[Operator]]:
    found: dict[tuple[str, str], list[Operator]] = {}
    for row in read_lexicon("operators"):
        takes = frozenset(row["takes"].split())
        operator = Operator(word=row["word"], takes=takes, effect=row["effect"], denied=row["denied"])
        rows = found.setdefault((row["part"], row["word"]), [])
        rows.insert(len(rows) if "clause" in takes else 0, operator)  # what takes one kind of clause comes first
    return found


@cache
def _verb_of() -> dict[str, str]:
    """Every form of the verbs in the table, for words that were not read as verbs."""
    lemmas = [word.split()[0] for part, word in _operators() if part in "VP"]
    return {form: lemma for lemma in lemmas for form in verb_forms(lemma)}


@cache
def _with_particle() -> frozenset[str]:
    return frozenset(word.split()[0] for part, word in _operators() if part in "VA" and " " in word)


def operator_at(tree: Tree, at: int, *takes: str) -> Operator | None:
    """The row of a verb, adjective or noun that takes one of these (clause, doing, object, subject) below it."""
    for part in _parts(tree, at):
        for word in _names(tree, at, part):
            for row in _operators().get((part, word), ()):
                if row.takes.intersection(takes):
                    return row
    return None


def modifier_at(tree: Tree, at: int, part: str) -> Operator | None:
    """The row of an adjective before a noun (J) or of an adverb (R)."""
    return next(iter(_operators().get((part, tree.tokens[at].text.lower()), ())), None)


def is_passive(tree: Tree, at: int) -> bool:
    """Whether a verb stands in the passive."""
    return any(
        tree.tokens[kid].relation in {"aux:pass", "nsubj:pass", "csubj:pass", "cop"} for kid in tree.children[at]
    )


def _parts(tree: Tree, at: int) -> tuple[str, ...]:
    pos, kids = tree.tokens[at].pos, tree.children[at]
    if pos in {"VERB", "AUX"}:
        return ("P", "V", "A") if is_passive(tree, at) or tree.relation(at) == "acl" else ("V", "A")
    if pos in {"ADJ", "ADP", "ADV"}:
        return ("A", "P", "V")
    relations = {tree.relation(kid) for kid in kids}
    if relations & {"det", "amod", "case", "nummod"}:
        return ("N", "A")
    return ("V", "N", "A") if relations & {"nsubj", "obj", "xcomp", "ccomp", "compound"} else ("N", "A", "V")


def _names(tree: Tree, at: int, part: str) -> list[str]:
    """The names under which a word may stand: with its particle or noun first ("take place", "under way")."""
    token = tree.tokens[at]
    word = token.text.lower()
    lemma = _verb_of().get(word, token.lemma.lower()) if part in "VP" else token.lemma.lower()
    if part == "A":
        cases = [tree.tokens[kid].text.lower() for kid in tree.kids(at, "case")]
        return [*(f"{case} {word}" for case in cases), word, lemma]
    if lemma not in _with_particle():
        return [lemma, word]
    return [*(f"{lemma} {particle}" for particle in _particles(tree, at)), lemma]


def _particles(tree: Tree, at: int) -> list[str]:
    """What follows a verb and may be its particle, wherever the parse hangs it."""
    after = [
        kid for kid in range(at + 1, min(at + 4, len(tree.tokens))) if kid == at + 1 or tree.tokens[kid].head == at
    ]
    return [tree.tokens[kid].text.lower() for kid in after]
