"""The way from the words of an event up to the root of its sentence, and what each word on it makes of the event."""

from extractors.events.certainty.aspects import own_aspect
from extractors.events.certainty.linkage import (
    OBLIQUES,
    OPENERS,
    apart,
    clause_at,
    governs,
    is_definite,
    noun_denied,
    opening_words,
    planned_subject,
    shares,
)
from extractors.events.certainty.operators import Operator, operator_at
from extractors.events.certainty.outcome import OCCURRED, Status
from extractors.events.certainty.readings import Reading
from extractors.events.grammar.clauses import (
    aspect,
    denial,
    first_word,
    is_infinitive,
    is_past,
    is_present,
    low,
    modal,
    modals,
    no_of,
)
from extractors.events.grammar.patterns import kinds_in, words_of

_LINKS = frozenset({"to", "from", "of", "for", "in", "about", "on", "against", "with", "that", "by", "into", "off"})
_WILLED = frozenset({"planned", "attempted", "decided"})  # what is willed is told in no bare past tense
_ASKED = frozenset({"who", "whom", "whose", "what", "which", "why", "how", "when", "where"})
_VERBAL = frozenset({"xcomp", "ccomp", "csubj", "acl", "advcl", "parataxis"})


class Climb(Reading):
    """Reads one event from its own words to the root, or to a word that takes what is below it for granted."""

    def read(self) -> Status:
        """The status when the root, or a word that takes what is below it for granted, is reached."""
        at: int | None = self._at
        if self._is_noun(self._at):
            self._noun(self._at)
        elif not self._over_noun():
            self._clause(self._at, own=True)
            self._inside(self._at)
        for _ in self.tree.tokens:
            if at is None:
                break
            at = self._step(at)
        return self.status

    def _over_noun(self) -> bool:
        """Whether the verb of a noun's event is itself a word with a row: `shelling continued`, `an attack planned`."""
        if self._at in self.words or not self._is_noun(self._token):
            return False
        subject = self.tree.tokens[self._token].relation == "nsubj"
        takes = ["subject"] if subject and not planned_subject(self.tree, self._at) else ["object"]
        row = operator_at(self.tree, self._at, *takes)
        if row is None or row.effect == "carry":
            return False
        self._take(self._at, *takes)
        self._above(self._at)
        return True

    def is_open(self, at: int) -> bool:
        """Whether the clause does not stand in the past."""
        return not is_past(self.tree, at)

    def _step(self, at: int) -> int | None:
        relation, above = self.tree.relation(at), self.tree.tokens[at].head
        near = self._beside(at)
        if near is not None and near != above:
            self._take(near, "object" if self._is_noun(at) else "clause")
            if near not in self.tree.subtree(at):
                return near
        asked = relation in {"ccomp", "csubj", "xcomp"} and first_word(self.tree, at) in _ASKED
        if above == at or apart(self.tree, at, above) or asked:  # "unclear who attacked": somebody did
            return None
        if relation == "conj":
            return self._from_conjunct(at, above)
        if self._is_noun(at) and not (relation in _VERBAL and self.tree.kids(at, "cop")):
            return self._from_noun(at, relation, above)
        if relation in _VERBAL and opening_words(self.tree, at) & OPENERS:
            return self._from_advcl(at, above)
        steps = {"acl": self._from_acl, "advcl": self._from_advcl, "csubj": self._from_subject}
        return steps.get(relation, self._from_complement)(at, above)

    def _beside(self, at: int) -> int | None:
        """A word with a row right before `for a truce`, `to leave`, `that they left`, wherever the parse hangs it."""
        noun = self._is_noun(at)
        small = self.tree.kids(at, "case", "mark") if noun else self.tree.kids(at, "mark")
        words = OBLIQUES if noun else {"to", "that"}
        for kid in small:
            if 0 < kid < at and low(self.tree, kid) in words:
                row = operator_at(self.tree, kid - 1, "object" if noun else "clause")
                return kid - 1 if row and row.effect not in {"keep", "carry"} and kid - 1 not in self.heads else None
        return None

    def _take(self, at: int, *takes: str) -> Operator | None:
        """Applies the row of a governor and its own clause."""
        row = operator_at(self.tree, at, *takes)
        if row is None or (row.effect in _WILLED and "finite" in takes):
            return None
        deny = denial(self.tree, at) if not self._is_noun(at) else noun_denied(self.tree, at)
        deny = None if deny in self._used else deny
        self._used |= {deny} if deny is not None else set()
        effect = self._effect(row, deny)
        if row.effect == "attempted" and (is_present(self.tree, at) or aspect(self.tree, at) == "now"):
            effect = "planned"
        self._apply(effect, row.rule, at)
        return row

    def _from_complement(self, at: int, above: int) -> int | None:
        relation = self.tree.relation(at)
        if relation not in {"xcomp", "ccomp", "parataxis"}:
            return above
        row = self._take(above, *clause_at(self.tree, at))
        if row is None and relation == "xcomp":
            self._unknown(at, above)
        if relation == "xcomp" or (row and row.effect not in {"keep", "soft"}):
            self._above(above)
        else:
            self.heads.append(above)
        return above

    def _unknown(self, at: int, above: int) -> None:
        """`had to leave`, `is to leave`, `went to leave`: a verb without a row takes its complement for done."""
        lemma, deny = self.tree.tokens[above].lemma, denial(self.tree, above)
        if operator_at(self.tree, above, "order") and is_infinitive(self.tree, at):
            self._apply("planned", "told to", above)
        elif deny is not None:
            self._apply("negated", "denied", deny)
        elif lemma == "have" and low(self.tree, above) != "had" and is_infinitive(self.tree, at):
            self._apply("unconfirmed", "has to", above)
        elif lemma == "be" and is_infinitive(self.tree, at):
            self._apply("planned", "be to", above)

    def _from_acl(self, at: int, above: int) -> int | None:
        if self.tree.tokens[at].relation == "acl:relcl" and not opening_words(self.tree, at) & {"to", "that"}:
            return None
        if self._take(above, *clause_at(self.tree, at)):
            return above
        over = self.tree.tokens[above].head  # "forced [the rebels to leave]", "accused [the army of shelling]"
        held = (
            over < above
            and self.tree.relation(above) in {"obj", "nsubj", "obl"}
            and opening_words(self.tree, at) <= _LINKS
        )
        if held and self._take(over, *clause_at(self.tree, at)):
            self._above(over)
            return over
        if is_infinitive(self.tree, at):
            self._apply("planned", "an infinitive after a noun", at)
        return None

    def _from_advcl(self, at: int, above: int) -> int | None:
        tree = self.tree
        marks = opening_words(self.tree, at)
        if words_of("condition") & marks and "even" not in marks:
            self._apply("unconfirmed", "in a condition", at)
            return None
        if words_of("instead") & marks:
            self._apply("negated", "without or instead of", at)
            return None
        free = set(marks) <= _LINKS
        if free and self._take(above, *clause_at(self.tree, at)):
            self._above(above)
            return above
        if "to" in marks and is_infinitive(tree, at):
            return self._from_purpose(at, above)
        if free:
            self._inherit(above)
            return above
        self._from_time(at, above, marks)
        return None

    def _from_purpose(self, at: int, above: int) -> int | None:
        if self.kind in kinds_in("speech"):
            self._inherit(above)
            return above
        self._apply("planned", "for a purpose", at)
        return None

    def _from_time(self, at: int, above: int, marks: set[str]) -> None:
        """`will stay until they leave`: what has not come yet when the main clause is planned."""
        word = modal(self.tree, above)
        ahead = (word is not None and modals()[low(self.tree, word)] == "planned") or is_infinitive(self.tree, above)
        if ahead and words_of("time of plan") & marks and not is_past(self.tree, at):
            self._apply("planned", "when a plan comes due", at)

    def _from_subject(self, at: int, above: int) -> int | None:
        if not self._take(above, "subject", *clause_at(self.tree, at)):
            self._modal(above, denied=False)
        return above

    def _from_conjunct(self, at: int, above: int) -> int | None:
        """A conjunct shares what stands before the first, if its form can: `will storm and hold`, not `and held`."""
        if self._is_noun(at):
            none = no_of(self.tree, above)
            if none is not None:
                self._deny(none)
            return above
        above = self._verb_over(above)
        if shares(self.tree, at, above):
            self._clause(above, own=False)
            if self.status == OCCURRED:
                found = own_aspect(self.tree, above, self.kind) if low(self.tree, at).endswith("ing") else None
                if found:
                    self._apply(*found)
            return above
        while is_past(self.tree, at) and is_infinitive(self.tree, above) and self.tree.tokens[above].head != above:
            above = self.tree.tokens[above].head
        return above

    def _verb_over(self, at: int) -> int:
        """The first verb from `at` upwards: a verb is no conjunct of a noun, whatever the parse says."""
        return next((up for up in (at, *self.tree.up(at)) if self.tree.tokens[up].pos in {"VERB", "AUX"}), at)

    def _from_noun(self, at: int, relation: str, above: int) -> int | None:
        tree = self.tree
        cases = {low(tree, kid) for kid in tree.kids(at, "case", "mark")}
        if "without" in cases:
            self._apply("negated", "without", at)
            return None
        takes = ["subject" if tree.tokens[at].relation == "nsubj" else "object"]
        takes += ["said"] if operator_at(tree, at, "clause") and at != self._at else []
        if takes[0] == "subject" and planned_subject(self.tree, above):
            takes.append("object")
        row = operator_at(tree, above, *takes)
        if row is None or (relation in {"obl", "nmod"} and not governs(row, cases)):
            if takes[0] == "subject" and not is_definite(tree, at):
                self._modal(above, denied=False)
            return None
        if row.effect == "carry" and not self._is_noun(above):
            self._clause(above, own=True)
        elif self._is_noun(above):
            self._take(above, *takes)
            self._noun_above(above, row)
        else:
            self._take(above, *takes)
            self._above(above)
        return above

    def _noun_above(self, at: int, row: Operator) -> None:
        if row.effect == "carry":
            self._noun(at)
        elif self.tree.kids(at, "cop"):
            self._above(at)
