"""What the words of an event and each clause above them say by their own small words: the lower half of a reading."""

from extractors.events.certainty.aspects import own_aspect
from extractors.events.certainty.operators import Operator, modifier_at, operator_at
from extractors.events.certainty.outcome import OCCURRED, compose
from extractors.events.grammar.clauses import denial, helpers, is_past, low, modal, modals, no_of, word_before_to
from extractors.events.grammar.patterns import kinds_in, words_of
from extractors.events.grammar.trigger import Trigger
from extractors.language.tree import Tree

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


class Reading:
    """One reading of one event: `heads` are the clauses passed, `status` what was made of it so far."""

    def __init__(self, tree: Tree, trigger: Trigger) -> None:
        self.tree, self.kind = tree, trigger.kind
        self.words = range(trigger.first, trigger.last + 1)
        self.heads: list[int] = []
        self.group = "speech" if trigger.kind in kinds_in("speech") else trigger.kind
        self.status = OCCURRED
        self._used: set[int] = set()  # words of denial that have had their effect
        self._start(trigger)

    def _start(self, trigger: Trigger) -> None:
        self._at, self._token = trigger.verb, trigger.token
        if trigger.verb != trigger.token and self._is_noun(trigger.token):
            self._noun(trigger.token)

    def _is_noun(self, at: int) -> bool:
        return self.tree.tokens[at].pos in NOUNS

    def _apply(self, effect: str, rule: str, at: int) -> None:
        token = self.tree.tokens[at]
        self.status = compose(self.status, effect, rule, (token.start, token.end))

    # ---- what stands in one clause

    def _clause(self, at: int, *, own: bool) -> None:
        """A clause's own aspect (only where it is the event's), modal, adverbs and denial."""
        self.heads.append(at)
        if own:
            found = own_aspect(self.tree, at, self.kind)
            if found:
                self._apply(*found)
        for kid in helpers(self.tree, at):
            adverb = modifier_at(self.tree, kid, "R")
            if adverb and self.tree.tokens[kid].pos == "ADV":
                self._apply(adverb.effect, adverb.rule, kid)
        self._opening(at)
        deny = denial(self.tree, at)
        self._modal(at, denied=deny is not None)
        if deny is not None and not self._may_not(at):
            self._deny(deny)
        self._be_to(at)

    def _deny(self, word: int) -> None:
        refused = self.tree.tokens[self._at].lemma.lower() in words_of(f"denied in {self.kind}")
        if word not in self._used and not refused:
            self._used.add(word)
            self._apply("negated", "denied", word)

    def _opening(self, at: int) -> None:
        """`Perhaps the army left`, also where the adverb hangs on the subject."""
        for kid in self.tree.kids(at, "nsubj"):
            first = self.tree.subtree(kid)[0]
            adverb = modifier_at(self.tree, first, "R")
            if adverb and adverb.effect == "unconfirmed" and self.tree.tokens[first].pos == "ADV":
                self._apply("unconfirmed", adverb.rule, first)

    def _modal(self, at: int, *, denied: bool) -> None:
        word = modal(self.tree, at)
        if word is None:
            return
        effect = modals()[low(self.tree, word)]
        have = any(low(self.tree, kid) == "have" for kid in helpers(self.tree, at))
        rule = f"modal: {low(self.tree, word)}"
        if effect == "would":
            effect, rule = ("unconfirmed", f"{rule} have") if have else ("planned", rule)
        if effect == "unconfirmed" and denied:
            effect = "doubted" if low(self.tree, word) in {"may", "might"} else "keep"
        self._apply(effect, rule, word)

    def _may_not(self, at: int) -> bool:
        word = modal(self.tree, at)
        return word is not None and low(self.tree, word) in {"may", "might"}

    def _be_to(self, at: int) -> None:
        """`are to leave`: planned; `were to have left`: they did not; `has yet to leave`, `has to leave`."""
        left = word_before_to(self.tree, at)
        if left is None:
            return
        word, have = low(self.tree, left), any(low(self.tree, k) == "have" for k in helpers(self.tree, at))
        if word in {"yet"}:
            self._apply("negated", "yet to", left)
        elif word in words_of("be") and self.tree.tokens[left].pos == "AUX":
            self._apply("negated" if have else "planned", "was to have" if have else "be to", left)
        elif word in {"has", "have"}:
            self._apply("unconfirmed", "has to", left)
        elif word == "going":
            self._apply("planned", "going to", left)

    def _inside(self, at: int) -> None:
        """A verb that is itself one of the words of the event and takes another of them: `plans to retake`."""
        kept = operator_at(self.tree, at, "done")
        if kept and kept.effect == "ongoing" and self.tree.kids(at, "xcomp"):  # "kept the town encircled"
            self._apply("ongoing", kept.rule, at)
        takes = {"clause": ("xcomp", "ccomp"), "object": ("obj", "obl")}
        for name, relations in takes.items():
            for kid in self.tree.kids(at, *relations):
                row = operator_at(self.tree, at, name) if kid in self.words else None
                if row and (name == "clause" or row.effect == "planned") and self.kind not in kinds_in("speech"):
                    self._apply(row.effect, row.rule, at)

    def _noun(self, at: int) -> None:
        """A noun's own adjectives, its `no`, and participles after it: `an attack planned for May`."""
        tree = self.tree
        for kid in tree.children[at]:
            row = modifier_at(tree, kid, "J") if tree.relation(kid) in {"amod", "acl", "compound"} else None
            if row is None and tree.relation(kid) == "acl" and is_past(tree, kid) and not tree.kids(kid, "nsubj"):
                row = operator_at(tree, kid, "object")
            if row:
                self._apply(self._effect(row, denial(tree, kid)), row.rule, kid)
        none = no_of(tree, at)
        if none is not None:
            self._deny(none)
        found = own_aspect(tree, at, self.kind)
        if found:
            self._apply(*found)
        if tree.kids(at, "cop"):
            self._clause(at, own=False)

    def _effect(self, row: Operator, denied: int | None) -> str:
        effect = row.effect if denied is None else row.denied
        if row.word in words_of(f"not over {self.group}"):
            return "keep"
        if effect == "decided":
            return "keep" if self.kind in kinds_in("decreed") else "planned"
        return "unconfirmed" if effect == "attempted" else effect

    def _above(self, at: int) -> None:
        """The modal and adverbs of a governing clause; its denial has been used by its row."""
        self.heads.append(at)
        for kid in helpers(self.tree, at):
            adverb = modifier_at(self.tree, kid, "R")
            if adverb and adverb.effect == "unconfirmed" and self.tree.tokens[kid].pos == "ADV":
                self._apply("unconfirmed", adverb.rule, kid)
        self._modal(at, denied=denial(self.tree, at) is not None)
        self._be_to(at)

    def _inherit(self, above: int) -> None:
        """A participle beside a clause shares its modal and its doubts, not its denial."""
        self.heads.append(above)
        for kid in helpers(self.tree, above):
            adverb = modifier_at(self.tree, kid, "R")
            if adverb and self.tree.tokens[kid].pos == "ADV" and adverb.effect == "unconfirmed":
                self._apply("unconfirmed", adverb.rule, kid)
        self._modal(above, denied=False)
        self._be_to(above)
