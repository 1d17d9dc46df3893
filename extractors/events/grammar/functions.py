"""Who stands where around a word: its grammatical functions, the same for active, passive, shared and borrowed ones.

`subj` and `obj` are deep: of a passive the subject is its `by`, of "the rebels who fled" the subject of the verb is
the rebels, of "forced them to leave" it is them. Phrases with a preposition are named by it. A noun has besides `poss`
and `mod`, and what its governing verb gives it: with a light verb ("launched an attack") the verb's subject and
phrases; with a verb of happening ("the attack killed two") its object as `victim`.
"""

from collections.abc import Iterable

from extractors.events.grammar.labels import leaders_of, names_of, part_objects, relation_of
from extractors.events.grammar.nominals import DEPTH, SHARED_PHRASES, Functions, from_clauses, from_verb
from extractors.events.grammar.patterns import bare_pasts, words_of
from extractors.events.grammar.scene import Scene
from extractors.language.tree import Tree

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
# Verbs whose subject, not object, also acts in their infinitive: "promised the king to leave".
_SUBJECT_CONTROL = frozenset(
    "promise threaten vow use seek launch begin start send call phone telephone visit meet hold summon sign "
    "issue".split()
)
_LETTING = frozenset("allow permit authorise authorize urge ask order force enable press beg tell".split())
_INTRANSITIVE = frozenset("call appeal plead insist protest apologise apologize agree vote clash retreat".split())
# Things that no clause with `that` says the content of, as it does of a claim or a plan.
_THINGS = frozenset("sanction truce act violence weapon projectile bomb prisoner aid relief territory site".split())
_WRITTEN = frozenset("statement declaration letter communique message petition report communiqué note speech".split())
_WHERE = frozenset({"where", "when", "why", "passive", "comp"})


class Grammar:
    """The functions of the words of one sentence, worked out when they are asked for."""

    __slots__ = ("_found", "scene", "tree")

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tree: Tree = scene.tree
        self._found: dict[int, Functions] = {}

    def of(self, at: int, depth: int = 0) -> Functions:
        """The functions of a word: each a list of the heads of the phrases that fill it."""
        known = self._found.get(at)
        if known is None:
            verbal = self.tree.tokens[at].pos in {"VERB", "AUX"}
            known = self._verb(at, depth) if verbal else self._noun(at, depth)
            self._found[at] = known
        return known

    def path(self, at: int, steps: Iterable[str]) -> list[int]:
        """The heads at the end of a path of functions: `obj.of` is what hangs on the object with `of`."""
        heads = [at]
        for step in steps:
            if step == "up":
                heads = [self.tree.tokens[head].head for head in heads if self.tree.tokens[head].head != head]
            else:
                heads = [found for head in heads for found in self._reach(head, step)]
        return heads

    def _reach(self, at: int, step: str) -> list[int]:
        """What fills a function of a noun, or of what it measures: "most of the sanctions on the bank"."""
        found = self.of(at).get(step, [])
        if found or step == "of" or not {"quantity", "share"} & self.scene.classes_at(at):
            return found
        return [lower for whole in self.of(at).get("of", ()) for lower in self.of(whole).get(step, ())]

    def _own(self, at: int) -> Functions:
        """What hangs on the word itself."""
        found: Functions = {}
        for kid in self.tree.children[at]:
            for name in names_of(self.scene, kid):
                found.setdefault(name, []).append(kid)
            led = leaders_of(self.scene, kid)
            if led:
                found.setdefault("led", []).extend(led)
        return found

    def _verb(self, at: int, depth: int) -> Functions:
        found = self._own(at)
        self._unwrap_relatives(at, found)
        for spare in ("iobj", "bare"):  # "asked the council to", and an object that the parse takes for a measure
            if "obj" not in found and "psubj" not in found and spare in found:
                found["obj"] = found[spare]
        self._share_object(at, found)
        part_objects(self.scene, at, found)
        self._mend_subjects(at, found)
        token, governor = self.tree.tokens[at], self.tree.tokens[at].head
        base, subtype = relation_of(token, found)
        if self._is_passive(at, found):
            found["passive"] = found.get("passive") or [at]
            found["retained"] = found.get("obj", []) if "psubj" in found else []  # "was handed [a sentence]"
            found["obj"] = found.pop("psubj", []) or found.get("subj", []) or found.get("obj", [])
            found["subj"] = list(found.get("by", ()))
            if base == "acl" and subtype != "relcl" and not found["obj"]:
                found["obj"] = [governor]
        if not found.get("subj"):
            self._borrow_subject(at, base, subtype, found, depth)
        elif (
            (subtype == "relcl" or (base == "acl" and self._lacks_object(at, governor)))
            and "obj" not in found
            and governor not in found["subj"]
            and not _WHERE & found.keys()
        ):
            found["obj"] = [governor]
        if token.lemma.lower() in _LETTING:
            found["lets"] = [at]
        self._lower_phrases(found, "obj", depth)
        return {name: heads for name, heads in found.items() if heads}

    def _share_object(self, at: int, found: Functions) -> None:
        """The object of two verbs side by side is that of both: "shot and wounded a priest"."""
        tree, pair = self.tree, at + 2
        joined = pair in found.get("conj", ()) and tree.words[at + 1] in {"and", "or"} and self.is_verbal(pair)
        bare = tree.lemmas[at] in words_of("done to") and not found.keys() & {"obj", "psubj", "passive", "comp", "by"}
        if joined and bare and "subj" in found:
            found["obj"] = list(tree.kids(pair, "obj"))

    def _lacks_object(self, at: int, noun: int) -> bool:
        """Whether `that` opens no content of its noun but stands for it: "the sanctions that it put on the bank"."""
        thing = bool(self.scene.classes_at(noun) & _THINGS)
        return thing and any(self.tree.words[kid] == "that" for kid in self.tree.kids(at, "mark"))

    def _mend_subjects(self, at: int, found: Functions) -> None:
        """Of two subjects on both sides of an active verb the second is its object; "called for" has no passive."""
        lone = self.tree.tokens[at].lemma.lower() in _INTRANSITIVE and not found.keys() & {"passive", "by"}
        if lone and "psubj" in found:
            found["subj"] = found.pop("psubj")
        subjects = found.get("subj", [])
        before, after = [head for head in subjects if head < at], [head for head in subjects if head > at]
        if before and after and "obj" not in found and "there" not in found:
            found["subj"], found["obj"] = before, after

    def _lower_phrases(self, found: Functions, name: str, depth: int) -> None:
        """Phrases on the object that may as well hang on the verb ("gave money to the clinic"), and its `no`."""
        counted = [
            at for head in found.get(name, ()) if self.tree.tokens[head].pos == "NUM" for at in self._wholes(head)
        ]
        for head in (*found.get(name, ()), *counted):
            if depth >= DEPTH or self.is_verbal(head):
                continue
            for lower, heads in self._own(head).items():
                lets = lower == "comp" and "lets" in found  # "allowed the exiles [to return]"
                if lets or lower in SHARED_PHRASES or lower in {"by", "neg"}:
                    found.setdefault(lower, heads)

    def _wholes(self, at: int) -> list[int]:
        """What is counted: "sixty of the wounded"."""
        return [kid for kid in self.tree.kids(at, "nmod") if "of" in names_of(self.scene, kid)]

    def _unwrap_relatives(self, at: int, found: Functions) -> None:
        """`who`, `which` and `that` stand for the noun that the clause hangs on."""
        token = self.tree.tokens[at]
        if not token.relation.startswith("acl"):
            return
        for name, heads in found.items():
            if name not in {"comp", "conj"}:
                found[name] = [token.head if self._is_relative(head) else head for head in heads]

    def _is_relative(self, at: int) -> bool:
        token = self.tree.tokens[at]
        return token.pos in {"PRON", "DET", "SCONJ"} and token.lemma.lower() in _RELATIVE

    def _is_passive(self, at: int, found: Functions) -> bool:
        if "psubj" in found or "passive" in found:
            return True
        token = self.tree.tokens[at]
        word = token.text.lower()
        finite = word.endswith("ing") or word == token.lemma.lower() or word in bare_pasts()
        if finite or found.keys() & {"subj", "aux", "obj"}:
            return False
        if token.relation == "acl" and "future" not in found:  # "The envoy on Friday called for": no passive
            return token.lemma.lower() not in _INTRANSITIVE or "by" in found
        if token.relation == "conj":  # "was captured and killed"
            return "passive" in self.of(token.head, DEPTH - 1) if self.is_verbal(token.head) else False
        return token.relation in {"advcl", "xcomp", "ccomp", "parataxis", "root"} and "by" in found

    def is_verbal(self, at: int) -> bool:
        """Whether a token is a verb or an auxiliary."""
        return self.tree.tokens[at].pos in {"VERB", "AUX"}

    def _borrow_subject(self, at: int, base: str, subtype: str, found: Functions, depth: int) -> None:
        governor = self.tree.tokens[at].head
        if governor == at or depth >= DEPTH:
            return
        passive = "passive" in found
        missing = "obj" if passive else "subj"
        if found.get(missing):
            return
        if base in {"acl", "nmod"} and "moment" in self.scene.classes_at(governor):  # "after hours of fighting with"
            above = self.tree.tokens[governor].head
            found[missing] = list(self.of(above, depth + 1).get("subj", ())) if self.is_verbal(above) else []
        elif base == "acl":
            made = subtype != "relcl" and (self._is_purpose(at) or self._is_written(governor))
            found[missing] = (self._maker(governor, depth) if made else []) or (
                [] if made and self._is_purpose(at) else [governor]
            )
        elif base == "ccomp" and self._told_of(governor, depth):
            found[missing] = [self.tree.tokens[governor].head]
        elif base in {"conj", "xcomp", "advcl", "ccomp"} and self._can_share(at, base, found):
            found[missing] = self._shared(at, governor, base, depth)
        elif base == "conj" and not self.is_verbal(governor):
            found[missing] = list(self.of(governor, depth + 1).get("subj", ()))

    def _told_of(self, governor: int, depth: int) -> bool:
        """Whether a relative clause only says who tells what its noun did: "a raid that police said killed five"."""
        token = self.tree.tokens[governor]
        return token.relation.startswith("acl") and self.of(governor, depth + 1).get("obj") == [token.head]

    def _is_purpose(self, at: int) -> bool:
        return any(self.tree.tokens[kid].lemma == "to" for kid in self.tree.kids(at, "mark"))

    def _is_written(self, noun: int) -> bool:
        """Whether a noun speaks for who wrote it: "issued a statement demanding their release"."""
        return self.tree.tokens[noun].lemma.lower() in _WRITTEN

    def _maker(self, noun: int, depth: int) -> list[int]:
        """Who an infinitive after a noun speaks of: "the army's plan to retake", "began an operation to clear"."""
        functions = self.of(noun, depth + 1)
        return list(functions.get("subj") or functions.get("by") or functions.get("poss") or ())

    def _can_share(self, at: int, base: str, found: Functions) -> bool:
        if "by" in found and "passive" in found and base != "conj":
            return True
        return base != "ccomp" or self._is_purpose(at)

    def _is_laid_to(self, at: int, base: str) -> bool:
        """Whether a clause says what is laid to the object: "accused them of shelling", "kept them from leaving"."""
        marks = {self.tree.tokens[kid].lemma.lower() for kid in self.tree.kids(at, "mark", "case")}
        return base == "advcl" and bool(marks & {"of", "for", "from"}) and self.tree.words[at].endswith("ing")

    def _shared(self, at: int, governor: int, base: str, depth: int) -> list[int]:
        """The subject of the governing clause; its object where that is who is to act."""
        above = self.of(governor, depth + 1)
        lemma = self.tree.tokens[governor].lemma.lower()
        bidden = lemma in _LETTING and base == "advcl" and self._is_purpose(at)  # "ordered many of them to leave"
        told_of_object = base in {"xcomp", "ccomp"} or bidden or self._is_laid_to(at, base)
        moved = above.get("obj") if told_of_object and lemma not in _SUBJECT_CONTROL else None
        if "passive" in above and base in {"conj", "advcl"}:
            return list(above.get("obj", ()))
        asked = above.get("on") if base in {"xcomp", "ccomp"} and lemma in {"call", "prevail"} else None
        return list(moved or asked or above.get("subj", []))

    def _noun(self, at: int, depth: int) -> Functions:
        found = self._own(at)
        token = self.tree.tokens[at]
        self._unwrap_relatives(at, found)
        found["case"] = list(self.tree.kids(at, "case"))
        base = token.relation.partition(":")[0]
        governor = token.head
        if base == "nmod" and "moment" in self.scene.classes_at(governor):  # "in the first hours of the fighting"
            base, governor = self.tree.relation(governor), self.tree.tokens[governor].head
        if base == "conj" and not self.is_verbal(governor):
            for name, heads in self.of(governor, depth + 1).items():
                if name not in {"case", "mod", "neg"}:
                    found.setdefault(name, heads)
        elif governor != at and self.is_verbal(governor) and depth < DEPTH:
            from_verb(self, governor, base, token.relation, found, depth)
        from_clauses(self, at, found, depth)
        self._lower_phrases(found, "of", depth)
        return {name: heads for name, heads in found.items() if heads}
