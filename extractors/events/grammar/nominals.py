"""What a noun that tells an event has from the verb above it and from the clauses on it."""

from typing import TYPE_CHECKING

from extractors.events.grammar.light_verbs import side_of
from extractors.events.grammar.patterns import words_of

if TYPE_CHECKING:
    from extractors.events.grammar.functions import Grammar

Functions = dict[str, list[int]]
DEPTH = 4  # clauses through which functions are borrowed
SHARED_PHRASES = frozenset(
    "on against at between with in into of over to for from among toward towards outside near through out".split()
)
_TRIED = frozenset({"charge", "convict", "acquit", "indict", "implicate", "suspect", "try"})
_LAID_BY = frozenset({"of", "for", "over", "with"})
_REACTIONS = frozenset("condemn denounce deplore criticise criticize report describe reject deny investigate".split())
_BESIDE = frozenset({"for", "under", "in", "of", "over", "about", "from", "because"})
_APART = frozenset({"after", "before", "amid", "following", "despite", "since", "until"})


def from_verb(grammar: "Grammar", governor: int, base: str, relation: str, found: Functions, depth: int) -> None:
    """Adds what the governing verb gives a noun that tells an event."""
    if base == "obl" and any(grammar.tree.tokens[kid].text.lower() in _APART for kid in found["case"]):
        return  # "fled their homes after an attack": what came before is told apart
    above = grammar.of(governor, depth + 1)
    side = side_of(grammar.tree.tokens[governor].lemma.lower())
    if side == "actor" and _has_another(grammar, governor, above, found, base):
        found |= {"gov": [governor], "apart": [governor]} if base == "nsubj" else {}  # it is told, and nobody's
        return
    carried = relation in {"obj", "nsubj:pass"} or (base == "nsubj" and "passive" in above)
    if carried or base in {"nsubj", "obl", "xcomp"}:
        found["gov"] = [governor]
    if base == "xcomp" and "obj" not in above:
        found.setdefault("subj", list(above.get("subj", ())))  # "stood ready to send engineers"
    if base == "obl" and _is_laid(grammar, governor, found):
        found.setdefault("subj", list(above.get("obj", ())))
    elif carried or side or _does_harm(grammar, governor):
        _from_side(above, base, side, found, carried=carried)
    else:
        found["beside"] = _victims(above, base)  # who is told beside it: it happened, but to whom nobody says
    if carried or base == "nsubj" or (base == "obl" and side in {"actor", "target"}):
        _share({name: heads for name, heads in above.items() if carried or name != "of"}, found)


def _has_another(grammar: "Grammar", verb: int, above: Functions, found: Functions, base: str) -> bool:
    """Whether a light verb carries another noun out.

    "Issued a warrant in the shooting", "held him to account for it", "the bombing set back the talks".
    """
    if "passive" in above or not above.get("obj"):
        return False
    cases = {grammar.tree.words[at] for at in found.get("case", ())}
    led = grammar.tree.tokens[verb].lemma.lower() in words_of("leading")  # "led his men in an attack"
    return base == "nsubj" or (base == "obl" and not led and bool(cases & _BESIDE))


def _from_side(above: Functions, base: str, side: str | None, found: Functions, *, carried: bool) -> None:
    """Who acts in a noun or suffers it, by what its verb says of its subject."""
    if (carried and side in {"actor", "occur"}) or (base == "obl" and side == "actor"):
        found.setdefault("subj", list(above.get("subj", ())))
    elif side == "target" and base in {"obj", "obl"}:
        found["patient"] = list(above.get("obj" if "passive" in above else "subj", ()))
    elif not carried:
        found["victim"] = _victims(above, base)
        _harmers(above, base, side, found)


def _share(other: Functions, found: Functions) -> None:
    for name, heads in other.items():
        if name in SHARED_PHRASES:
            found.setdefault(name, heads)


def _is_laid(grammar: "Grammar", verb: int, found: Functions) -> bool:
    """Whether a verb lays the deed of a noun to its object: "accused them of an attack", "jailed for murder"."""
    cases = {grammar.tree.tokens[at].lemma.lower() for at in found.get("case", ())}
    lemma = grammar.tree.tokens[verb].lemma.lower()
    return (bool(cases & _LAID_BY) and lemma in words_of("laid to the object")) or ("in" in cases and lemma in _TRIED)


def _does_harm(grammar: "Grammar", verb: int) -> bool:
    """Whether a verb tells of harm or seizure, so that an event beside it befell those whom it names."""
    return grammar.tree.tokens[verb].lemma.lower() in words_of("befalls")


def from_clauses(grammar: "Grammar", at: int, found: Functions, depth: int) -> None:
    """Adds what clauses on the noun say of it: "an attack launched by rebels", "a raid that killed nine"."""
    for kid in grammar.tree.kids(at, "acl"):
        told = grammar.tree.lemmas[kid] in _REACTIONS  # "the attack, condemned by the council"
        if told or not grammar.is_verbal(kid) or depth >= DEPTH:
            continue
        below = grammar.of(_told_deed(grammar, kid, at, depth), depth + 1)
        if "passive" in below:
            found.setdefault("by", list(below.get("by", ())))
            found.setdefault("gov", [kid])
            _share(below, found)
        elif below.get("obj") and below["obj"] != [at]:
            found.setdefault("victim", list(below["obj"]))
            found.setdefault("gov", [kid])
        elif below.get("obj") == [at]:  # "the offensive that the army launched", "sanctions they put on the bank"
            found.setdefault("subj", list(below.get("subj", ())))
            found.setdefault("gov", [kid])
            _share(below, found)
        elif "to" in {grammar.tree.words[mark] for mark in grammar.tree.kids(kid, "mark")}:  # "talks to resume in May"
            found.setdefault("gov", [kid])
            _share(below, found)


def _told_deed(grammar: "Grammar", clause: int, noun: int, depth: int) -> int:
    """The verb of what a relative clause tells of its noun: "a raid that police said [killed] five"."""
    if grammar.of(clause, depth + 1).get("obj") != [noun]:
        return clause
    return next((kid for kid in grammar.tree.kids(clause, "ccomp") if grammar.is_verbal(kid)), clause)


def _victims(above: Functions, base: str) -> list[int]:
    """Who a verb of harm says the event struck: "the raid killed two", "two were killed in the raid"."""
    if base == "nsubj":
        return list(above.get("obj", ()))
    found = above.get("obj") or (above.get("subj") if "passive" not in above else None)
    return list(found or ()) if base == "obl" else []


def _harmers(above: Functions, base: str, side: str | None, found: Functions) -> None:
    """Who a verb of harm says made the event: "gunmen killed six in an attack on the camp"."""
    if base == "obl" and side == "occur" and "passive" not in above:
        found.setdefault("subj", list(above.get("subj", ())))
