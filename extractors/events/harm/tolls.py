"""The dead and wounded that one sentence counts: each word of harm with those whom it befell."""

import re
from dataclasses import dataclass

from extractors.events.certainty.operators import is_passive
from extractors.events.grammar.clauses import inside_phrases, low
from extractors.events.grammar.patterns import words_of
from extractors.events.harm.quantities import Bounds, Quantity, find_quantities
from extractors.events.harm.victims import doers_of, harm_words, may_tell_harm, victims_of
from extractors.events.speech.speakers import noun_phrase
from extractors.language.tree import Tree

_REACH = 7
_OF = frozenset({"of", "of at least", "of more than", "of some", "of up to", "of about"})
_JOINING = re.compile(
    r"(?:\s[\w'’-]+){1,4}(?:,|,? and)\s(?:(?:at least|more than|up to|a|an|the|some|another|as many as)\s)*",
    re.IGNORECASE,
)
_SUFFER = [["were"], ["was"], ["are"], ["is"]]
_ANOTHER = re.compile(r"\banother (?:was )?$", re.IGNORECASE)  # "and another wounded"
Found = tuple[Bounds | None, list[tuple[int, int]]]


def _plus(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A count of the dead (or injured): the token of its word of harm, its bounds and its offsets.

    `war_wide` where it counts a whole war; `extra` where it adds to a count told before ("two more died").
    """

    harm: str
    at: int
    bounds: Bounds
    span: tuple[int, int]
    war_wide: bool = False
    extra: bool = False


def find_tolls(text: str, tree: Tree) -> list[Toll]:
    """The tolls of a sentence, in the order of their words of harm."""
    if not may_tell_harm(tree):
        return []
    finder = _Finder(text, tree)
    harmed = [(at, *victims_of(tree, at)) for at in range(len(tree.tokens))]
    # a number right before one word of harm is that one's before any other may count it: "killed and 9 injured"
    touched = [(at, harm, victims, finder.touching(at)) for at, harm, victims in harmed if harm]
    return [toll for at, harm, victims, found in touched for toll in finder.tolls_at(at, harm, victims, found)]


class _Finder:
    def __init__(self, text: str, tree: Tree) -> None:
        self.text, self.tree = text, tree
        self.numbers = [n for n in find_quantities(text, tree.parse.start, tree.parse.end) if not self._is_other(n)]
        self.used: set[int] = set()

    def tolls_at(self, at: int, harm: str, victims: list[int], touching: Found) -> list[Toll]:
        """The toll of one word of harm, if it counts anybody; `touching` is the number right beside it."""
        bounds, spans = touching
        if bounds is None:
            bounds, spans = self._count(victims, every=self.tree.tokens[at].pos == "VERB")
            bounds, spans = self._with_left(at, bounds, spans)
        if bounds is None:
            bounds, spans = self._with_left(at, *self._beside(at))
        if bounds is None:
            return []
        token = self.tree.tokens[at]
        span = (min(token.start, *(s for s, _ in spans)), max(token.end, *(e for _, e in spans)))
        return [
            Toll(
                harm=harm, at=at, bounds=bounds, span=span, war_wide=self._is_war_wide(at), extra=self._is_extra(spans)
            )
        ]

    def _count(self, victims: list[int], *, every: bool) -> Found:
        """The sum over coordinated victims; None where nobody is counted."""
        low_sum, high_sum = 0, 0
        spans: list[tuple[int, int]] = []
        lows, highs, counted = True, True, False
        coordinated = {part for victim in victims if len(self._joined(victim)) > 1 for part in self._joined(victim)}
        for head in dict.fromkeys(part for victim in victims for part in self._joined(victim)):
            number = self._number_of(head)
            if number is None:
                highs = highs and not (counted and self.tree.tokens[head].lemma.lower() in words_of("person"))
                continue
            if counted and number.low == 1 == number.high and self._same_person(spans[-1][1], number.start):
                continue  # "the deputy leader, Ivo Marak": one person
            counted = True
            spans.append((number.start, number.end))
            lows, highs = lows and number.low is not None, highs and number.high is not None
            low_sum, high_sum = low_sum + (number.low or 0), high_sum + (number.high or 0)
            if not every and head not in coordinated:
                break
        if not counted:
            return None, []
        return (low_sum if lows else None, high_sum if highs else None), spans

    def touching(self, at: int) -> Found:
        """A number right before a participle or an adjective of harm (`12 killed`), or after `bodies of`."""
        token, lemma = self.tree.tokens[at], self.tree.tokens[at].lemma.lower()
        passive = low(self.tree, at) in {"dead", "hurt"} or low(self.tree, at) != lemma
        one = _ANOTHER.search(self.text, max(0, token.start - 14), token.start) if passive else None
        if one:
            return (1, 1), [one.span()]
        for number in self.numbers:
            before = self.text[number.end : token.start].strip(" ") == "" and 0 <= token.start - number.end <= 2
            after = ("noun", lemma) in harm_words() and self.text[token.end : number.start].lower().strip() in _OF
            if number.start not in self.used and ((before and passive) or (after and number.start > token.end)):
                self.used.add(number.start)
                return number.bounds, [(number.start, number.end)]
        return None, []

    def _with_left(self, at: int, bounds: Bounds | None, spans: list[tuple[int, int]]) -> Found:
        """Counted people right before those already counted: `[two soldiers and] a policeman were killed`."""
        if bounds is None or spans[0][0] > self.tree.tokens[at].start:
            return bounds, spans
        for number in reversed(self.numbers):
            between = self.text[number.end : spans[0][0]]
            if number.end > spans[0][0] or number.start in self.used or not _JOINING.fullmatch(between):
                continue
            self.used.add(number.start)
            bounds = _plus(bounds[0], number.low), _plus(bounds[1], number.high)
            spans = [(number.start, number.end), *spans]
        return bounds, spans

    def _same_person(self, end: int, start: int) -> bool:
        """Whether a name stands in apposition: `the deputy leader, Ivo Marak`."""
        return bool(re.fullmatch(r",?\s*(?:[A-Z][\w.'’-]*\s+){0,3}", self.text[end:start]))

    def _joined(self, head: int) -> list[int]:
        """A noun and those coordinated with it; verbs and nouns under `including` are none."""
        tree = self.tree
        if tree.tokens[head].pos == "ADJ" and self._is_harm(head):
            return [head]  # "left one dead and three in hospital"
        kids = [kid for kid in tree.kids(head, "conj") if tree.tokens[kid].pos in {"NOUN", "PROPN", "NUM", "ADJ"}]
        if tree.tokens[head].relation == "obj":  # "killed one, and three were hurt"
            kids = [kid for kid in kids if tree.words[kid + 1 : kid + 2] not in _SUFFER]
        return [head, *(part for kid in kids if not self._is_harm(kid) for part in self._joined(kid))]

    def _is_harm(self, at: int) -> bool:
        word = low(self.tree, at)
        return ("adjective", word) in harm_words() or any(
            low(self.tree, k) in {"wounded", "injured", "condition", "hospital"}
            for k in self.tree.kids(at, "amod", "acl", "nmod")
        )

    def _number_of(self, head: int) -> Quantity | None:
        """The number that counts a noun: its own numeral, itself, or one where it is a single person."""
        tree = self.tree
        if tree.tokens[head].lemma.lower() in words_of("measure"):
            return None
        inside = [at for at in noun_phrase(tree, head) if at <= head]
        offsets = [tree.tokens[i].start for i in inside]
        for number in self.numbers:
            if any(number.start <= start < number.end for start in offsets) and number.start not in self.used:
                self.used.add(number.start)
                return number
        return self._single(head)

    def _single(self, head: int) -> Quantity | None:
        tree, token = self.tree, self.tree.tokens[head]
        person = any(name.label == "PERSON" and name.start <= token.start < name.end for name in tree.parse.entities)
        role = token.pos in {"NOUN", "PROPN"} and token.lemma.lower() in words_of("person")
        plural = token.pos == "NOUN" and low(tree, head) != token.lemma.lower()
        family = re.match(r"\s+of\s+", self.text[token.end : token.end + 5]) and token.lemma.lower() == "family"
        if family:
            return next((n for n in self.numbers if 0 <= n.start - token.end <= 5), None)
        if (
            (person or role)
            and not plural
            and not any(low(tree, kid) in {"no", "any", "each", "every"} for kid in tree.children[head])
        ):
            return Quantity(start=token.start, end=token.end, low=1, high=1)
        return None

    def _beside(self, at: int) -> Found:
        """The nearest number where the parse links none: after an active verb, else before the word of harm."""
        tree = self.tree
        start, end = tree.tokens[at].start, tree.tokens[at].end
        verb = tree.tokens[at].pos == "VERB" and not is_passive(tree, at)
        toll = low(tree, at) == "toll"
        reach = 70 if toll else 40
        after = [n for n in self.numbers if 0 < n.start - end < reach and (toll or self._clear(end, n.start))]
        after = after if verb or toll else []
        doers = doers_of(tree, at)
        before = [n for n in self.numbers if 0 < start - n.end < 60 and self._clear(n.end, start)]
        before = [n for n in before if not any(n.start <= tree.tokens[i].start < n.end for i in doers)]
        for number in [*after[:1], *before[-1:]]:
            if number.start not in self.used:
                self.used.add(number.start)
                return number.bounds, [(number.start, number.end)]
        return None, []

    def _clear(self, start: int, end: int) -> bool:
        """Whether nothing between two offsets parts a number from a word of harm."""
        between = self.text[start:end].lower()
        words = set(re.findall(r"\w+", between))
        harms = {word for _, word in harm_words()} | {
            "killed",
            "wounded",
            "injured",
            "died",
            "killing",
            "wounding",
            "injuring",
        }
        return not re.search(r"[;:.]|, (?:including|among)", between) and not words & harms and len(words) <= _REACH

    def _is_other(self, number: Quantity) -> bool:
        """Whether a number counts no people: ages, dates, distances, or a part of those counted already."""
        text = self.text
        after = re.match(r"[\s-]*([\w%]+)", text[number.end : number.end + 24])
        word = after.group(1).lower() if after else ""
        before = re.findall(r"\w+", text[max(self.tree.parse.start, number.start - 16) : number.start].lower())
        last = before[-1] if before else ""
        months = words_of("month")
        beside = re.search(r"(\w+)\s$", text[max(self.tree.parse.start, number.start - 16) : number.start].lower())
        last = last if beside else ""
        if word in months or last in months | {"aged", "age", "resolution", "article", "channel", "since"}:
            return True
        part = last in words_of("part of") | {"them"} or (
            last == "least" and before[-3:-2] and before[-3] in words_of("part of")
        )
        of_them = bool(re.match(r"\s+of\s+(?:them|whom)\b", text[number.end : number.end + 10]))
        year = bool(re.fullmatch(r"(?:19|20)\d\d", text[number.start : number.end])) and last in {
            "in",
            "since",
            "until",
            "of",
            "by",
        }
        return part or of_them or year or word.rstrip("s") in words_of("measure") or word in words_of("measure")

    def _is_war_wide(self, at: int) -> bool:
        """Whether a toll is that of a war: `since 2011`, `in the war`, with nothing nearer."""
        tree = self.tree
        near = inside_phrases(tree, at)
        clauses = [mark for clause in tree.kids(at, "advcl") for mark in tree.children[clause]]
        perfect = any(low(tree, kid) in {"has", "have", "had"} for kid in tree.kids(at, "aux"))
        since = perfect and any(low(tree, i) == "since" for i in [*near, *clauses])
        subjects = list(tree.kids(at, "nsubj")) if tree.tokens[at].pos == "VERB" else []
        if tree.tokens[at].relation == "acl:relcl":  # "a war that has killed thousands"
            subjects.append(tree.tokens[at].head)
        return since or any(tree.tokens[i].lemma.lower() in words_of("whole war") for i in [*near, *subjects])

    def _is_extra(self, spans: list[tuple[int, int]]) -> bool:
        for start, end in spans:
            before = re.findall(r"\w+", self.text[max(self.tree.parse.start, start - 10) : start].lower())
            after = re.findall(r"\w+", self.text[end : end + 10].lower())
            if (before and before[-1] in words_of("extra")) or (after and after[0] in words_of("extra")):
                return True
        return False
