"""The names of grammatical functions: what a word is to the word it hangs on."""

from collections.abc import Mapping, Sequence

from extractors.events.grammar.scene import Scene
from extractors.language.parse import Token

SUBJECTS = frozenset({"nsubj", "csubj"})
_PHRASES = frozenset({"obl", "nmod", "advcl", "acl"})
_MODALS = frozenset({"will", "would", "shall", "'ll", "’ll"})
_NEGATIONS = frozenset({"not", "never", "no", "n't", "n’t", "neither", "nor", "hardly"})
_PLAIN: dict[str, tuple[str, ...]] = {
    "obj": ("obj",),
    "iobj": ("iobj",),
    "compound": ("mod",),
    "amod": ("mod",),
    "nmod:poss": ("poss",),
    "compound:prt": ("prt",),
    "nummod": ("number",),
    "expl": ("there",),
    "cop": ("be",),
    "conj": ("conj",),
    "flat": ("flat",),
    "appos": ("appos",),
}


_GIVING = frozenset("give offer grant send hand pay promise deny refuse award lend show sell bring deal".split())
_LED = frozenset("led brokered mediated sponsored backed convened facilitated".split())


def relation_of(token: Token, found: Mapping[str, Sequence[int]]) -> tuple[str, str]:
    """A verb's relation to its governor, and its subtype; of "..., he said, ruling out talks" that of manner."""
    base, _, subtype = token.relation.partition(":")
    manner = base == "ccomp" and token.text.lower().endswith("ing") and not found.keys() & {"aux", "subj"}
    return ("advcl" if manner else base), subtype


def part_objects(scene: Scene, at: int, found: dict[str, list[int]]) -> None:
    """Of two objects of a verb of giving the first is who gets the second: "offered the militants a pardon"."""
    objects = found.get("obj", [])
    if len(objects) == 2 and "iobj" not in found and scene.tree.lemmas[at] in _GIVING:
        found["iobj"], found["obj"] = objects[:1], objects[1:]


def leaders_of(scene: Scene, kid: int) -> list[int]:
    """Who leads or brokers what a modifier stands before: "UN-led talks", "a US-Kenya-brokered truce"."""
    tokens = scene.tree.tokens
    if tokens[kid].relation != "amod":
        return []
    name, _, word = tokens[kid].text.lower().rpartition("-")
    if word not in _LED:
        return []
    return [kid] if name else [at for at in scene.tree.kids(kid, "compound", "nmod", "obl", "amod") if at < kid]


def names_of(scene: Scene, kid: int) -> tuple[str, ...]:
    """The functions that a word has towards its governor, by its relation and its prepositions."""
    token = scene.tree.tokens[kid]
    base, _, subtype = token.relation.partition(":")
    if base in _PHRASES or (base == "advmod" and scene.tree.kid(kid, "case") is not None):
        return _phrase(scene, kid, base, subtype)
    if base in SUBJECTS:
        return ("psubj",) if subtype == "pass" else ("subj",)
    if base == "aux":
        return _auxiliary(token.lemma.lower(), subtype)
    if base in {"xcomp", "ccomp"}:
        named = base == "xcomp" and token.pos in {"NOUN", "PROPN", "ADJ"}  # "called him a liar"
        return ("comp", base, "named") if named else ("comp", base)
    if base in {"advmod", "det", "cc"}:
        lemma = token.lemma.lower()
        return ("neg",) if lemma in _NEGATIONS or token.text.lower() in _NEGATIONS else (lemma,)
    return _PLAIN.get(token.relation, _PLAIN.get(base, ()))


def _auxiliary(lemma: str, subtype: str) -> tuple[str, ...]:
    if subtype == "pass" or lemma == "get":
        return ("passive",)
    return ("future",) if lemma in _MODALS else ("aux",)


def _phrase(scene: Scene, kid: int, base: str, subtype: str) -> tuple[str, ...]:
    """The names of a phrase: its prepositions; `poss`; for a clause with `to` a complement."""
    if subtype == "poss":
        return ("poss",)
    if subtype == "agent":
        return ("by",)
    cases = [scene.tree.tokens[mark].lemma.lower() for mark in scene.tree.kids(kid, "case", "mark")]
    if kid in scene.dated:
        return ("time", "until") if "until" in cases else ("time",)
    if base in {"advcl", "acl"}:
        if scene.tree.tokens[kid].pos in {"VERB", "AUX"}:
            return ("comp", "purpose") if "to" in cases else (f"clause-{base}", *cases)
        return tuple(cases) or ("bare",)
    return tuple(cases) or ("bare",)
