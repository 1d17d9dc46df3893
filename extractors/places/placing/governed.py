"""How closely the words of an event govern a place: a walk through the parse with a price for each step."""

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.language.parse import Parse
from extractors.language.tree import Tree
from extractors.places.placing.customs import preposition_costs, verbs_of
from extractors.places.wordlists import heads

FARTHEST = 6.5  # what costs more is not governed
NEARER = 4.5  # the same for truces and agreements, of which background tells much
STRANGER = 2.0  # a preposition that no list has
# Prices of going up from the place's side, and from the event's side; clauses are dear, complements of speech dearer.
PRICES: Mapping[str, float] = {
    "flat": 0, "compound": 0.5, "appos": 0.5, "nmod": 1, "obl": 1, "obj": 0.5, "nsubj": 2.5, "nsubj:pass": 0.5,
    "iobj": 1, "conj": 1.5, "xcomp": 1, "advcl": 4, "acl": 2, "acl:relcl": 4, "ccomp": 6, "parataxis": 6,
    "csubj": 3, "advmod": 0.5, "root": 0, "amod": 1, "nummod": 1, "dep": 2, "list": 3,
}  # fmt: skip
OTHER = 2.0
PURPOSE = 1.5  # what for is said of the event itself
SIGNED = 6.0  # where a truce was signed is not where it holds
ACTOR = 9.0  # a country or capital without a preposition is a party
_BETWEEN = frozenset({"the", "nearby", "eastern", "western", "northern", "southern", "central"})
DISTANT = 2.0  # a bare name that hangs on another word than the event's
BARE = {"obj": 0.0, "nsubj:pass": 0.0, "nsubj": 1.0, "compound": 0.0, "appos": 0.0, "flat": 0.0}


@dataclass(slots=True)
class Governor:
    """The tree of a sentence and the word of its event, ready to be asked about places."""

    tree: Tree
    event: int
    custom: str
    text: str = ""

    @property
    def farthest(self) -> float:
        """The cost from which a place is not the event's."""
        return NEARER if self.custom in {"applies", "reached"} else FARTHEST

    def cost(self, place: int, *, acts: bool = False) -> float:
        """What the walk from a place's head to the event costs, its preposition taken in.

        `acts`: the place may stand for those who govern it, so that it needs a preposition to be one.
        """
        if "where" in self.tree.words and self._happened_where(place):
            return 0.0
        ups = self._prices(self.event)
        walked = 0.0
        signed = False
        at = place
        for _ in self.tree.tokens:
            if at in ups:
                return walked + ups[at] + self._fit(place, acts=acts) + (SIGNED if signed else 0)
            head = self.tree.tokens[at].head
            if head == at:
                break
            walked += PURPOSE if self._is_purpose(at) else _price(self.tree.tokens[at].relation)
            at = head
            signed = signed or (self.custom == "applies" and self.tree.tokens[at].lemma in verbs_of("sign"))
        return FARTHEST + 1

    def _happened_where(self, place: int) -> bool:
        """Whether the event stands in a clause on the place: "X, where a crowd burned shops"."""
        openings = map(self._opening, (self.event, *self.tree.up(self.event)))
        opened = next((where for where in openings if where is not None), None)
        if opened is None:
            return False
        before = opened - 1 - (self.tree.words[opened - 1] == ",")
        return before == place or place in self.tree.up(max(before, 0))

    def _opening(self, clause: int) -> int | None:
        """The `where` that opens a clause, however the parse hangs the clause."""
        return next((kid for kid in self.tree.children[clause] if kid and self.tree.words[kid] == "where"), None)

    def _is_purpose(self, at: int) -> bool:
        """Whether a clause says what for: "began an attack on Wednesday to recover X"."""
        marks = (self.tree.words[kid] for kid in self.tree.kids(at, "mark"))
        return self.tree.relation(at) == "advcl" and "to" in marks

    def said_at(self, place: int) -> bool:
        """Whether something was said at a place: it hangs on the verb, a meeting, those spoken to or speaking."""
        if self._fit(place, acts=True) > 0:
            return False
        governors, last = {self.event}, self.event
        for up in self.tree.up(self.event):
            if self.tree.relation(last) not in {"conj", "xcomp", "advcl", "obj", "obl", "nsubj"}:
                break
            governors.add(up)
            last = up
        at = self._outermost(place)
        hung = self.tree.tokens[self._meeting(at)].head
        speaker = self.tree.relation(hung) == "nsubj" and self.tree.tokens[hung].head in governors
        return (hung in governors or speaker) and self.tree.relation(at) in {"obl", "nmod"}

    def _meeting(self, at: int) -> int:
        """What a place of a speech hangs on: who spoke or was spoken to, or a meeting ("at a meeting of X in Y")."""
        head = self.tree.tokens[at].head
        if self.tree.relation(at) == "nmod" and self.tree.relation(head) in {"obj", "iobj", "nsubj"}:
            return head
        above = at
        for above in (at, *self.tree.up(at)):
            token = self.tree.tokens[above]
            if heads().get(token.lemma) == "meeting":
                return above
            if token.lemma in verbs_of("meet") and self.tree.relation(above) in {"acl", "appos"}:
                return token.head
            if self.tree.relation(above) not in {"nmod", "obl"}:
                break
        return at

    def _prices(self, at: int) -> dict[int, float]:
        """The event and the words above it, each with the price of climbing there."""
        found, paid = {at: 0.0}, 0.0
        for up in self.tree.up(at):
            paid += _price(self.tree.tokens[at].relation)
            found[up] = paid
            at = up
        return found

    def _fit(self, place: int, *, acts: bool) -> float:
        at = self._outermost(place)
        case = self.tree.kid(at, "case")
        if case is not None:
            return preposition_costs(self.custom).get(self.tree.tokens[case].text.lower(), STRANGER)
        before = self._before(place)
        return preposition_costs(self.custom)[before] if before else self._bare(at, acts=acts)

    def _before(self, place: int) -> str | None:
        """The preposition right before a name, where the parser made nothing of it."""
        words = [token.text.lower() for token in self.tree.tokens[max(0, place - 2) : place]]
        told = next((word for word in reversed(words) if word not in _BETWEEN), None)
        return told if told in preposition_costs(self.custom) else None

    def _bare(self, at: int, *, acts: bool) -> float:
        """The price of a place without a preposition: fair only for what the event's word takes as its own."""
        token = self.tree.tokens[at]
        if self.custom == "spoken":
            return ACTOR
        if token.relation in {"obj", "nsubj:pass"} and token.head == self.event:
            return 0.0
        return ACTOR if acts else BARE.get(token.relation, 1.0) + (0.0 if token.head == self.event else DISTANT)

    def _outermost(self, place: int) -> int:
        """The head of the phrase that a name closes: "the town" in "the town of X", the first of a row of names."""
        at = place
        for _ in self.tree.tokens:
            token = self.tree.tokens[at]
            if token.head in {at, self.event} or not self._part_of_name(at):
                return at
            at = token.head
        return at

    def _part_of_name(self, at: int) -> bool:
        token = self.tree.tokens[at]
        if token.relation in {"compound", "amod"} and self._names_another(token.head, at):
            return False
        if token.relation.partition(":")[0] in {"flat", "compound", "appos", "conj", "amod"}:
            return self.tree.tokens[token.head].pos in {"NOUN", "PROPN"}
        case = self.tree.kid(at, "case")
        of = case is not None and self.tree.tokens[case].text.lower() == "of"
        return of and token.relation == "nmod" and self.tree.tokens[token.head].pos == "NOUN"

    def _names_another(self, head: int, at: int) -> bool:
        """Whether a noun beside a name is that of another place: "port" in "the Red Sea port of X"."""
        return self.tree.tokens[head].pos == "NOUN" and any(kid > at for kid in self.tree.kids(head, "nmod"))


def _price(relation: str) -> float:
    return PRICES.get(relation, PRICES.get(relation.partition(":")[0], OTHER))


def head_of(parse: Parse, start: int, end: int) -> int | None:
    """The token inside a span whose governor lies outside it."""
    inside = [i for i, token in enumerate(parse.tokens) if start < token.end and token.start < end]
    heads = [i for i in inside if parse.tokens[i].head not in inside or parse.tokens[i].head == i]
    return heads[0] if heads else None
