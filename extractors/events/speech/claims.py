"""Who says so: reported speech, sources and quotations, over the whole article."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extractors.actors.cast import Cast
from extractors.events.grammar.clauses import is_infinitive, low
from extractors.events.grammar.patterns import read_lexicon, words_of
from extractors.events.grammar.trigger import Trigger
from extractors.events.speech.attribution import closing_attribution
from extractors.events.speech.quotations import Quotation, find_quotations
from extractors.events.speech.reported import content_of, is_noun_head, subject_of
from extractors.events.speech.speakers import Speakers, noun_phrase
from extractors.language.tree import Tree
from schemas.mention import Party

_HEADING = re.compile(r"\s(?:[-–—]|:)\s|:\s")
_NOUNS = frozenset(
    {"claim", "charge", "allegation", "accusation", "statement", "report", "assertion", "announcement", "warning"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A speaker and the tokens of one sentence that he answers for; `parties` is empty where he is no known actor.

    `verb` is the token of the word of saying (None in a quotation that goes on).
    """

    speaker: str
    parties: tuple[Party, ...]
    sentence: int
    tokens: frozenset[int]
    rule: str
    span: tuple[int, int]
    verb: int | None = None


@cache
def _reporting() -> dict[str, frozenset[str]]:
    return {row["verb"]: frozenset(row["content"].split()) for row in read_lexicon("reporting")}


class Claims:
    """The claims of one article; `trees[i]` is that of sentence i, or None where it was not parsed."""

    def __init__(
        self, text: str, sentences: Sequence[tuple[int, int]], trees: Sequence[Tree | None], cast: Cast
    ) -> None:
        self._text, self._sentences, self._trees = text, sentences, trees
        self._speakers = Speakers(text, trees, cast)
        self._found: list[list[Claim]] = [
            list(self._of_sentence(number, tree)) if tree else [] for number, tree in enumerate(trees)
        ]
        self._quotes = list(self._quoted())

    def at(self, sentence: int, token: int) -> Claim | None:
        """The claim that covers a token: of several the narrowest, which stands nearest to it."""
        return self._narrowest(sentence, token, frozenset())

    def of(self, trigger: Trigger) -> Claim | None:
        """The claim that covers an event; the word of saying that carries the event itself claims nothing."""
        return self._narrowest(trigger.sentence, trigger.token, frozenset({trigger.token, trigger.verb}))

    def _narrowest(self, sentence: int, token: int, own: frozenset[int]) -> Claim | None:
        covering = [claim for claim in self._found[sentence] if token in claim.tokens and claim.verb not in own]
        if covering:
            return min(covering, key=lambda claim: len(claim.tokens))
        tree = self._trees[sentence]
        start = tree.tokens[token].start if tree else self._sentences[sentence][0]
        return next((claim for quote, claim in self._quotes if quote.start <= start < quote.end), None)

    # ---- within a sentence

    def _of_sentence(self, number: int, tree: Tree) -> Iterator[Claim]:
        reporting = _reporting()
        for at, lemma in enumerate(tree.lemmas):
            if lemma in reporting and _is_verb(tree, at):
                yield from self._said(number, tree, at)
            elif low(tree, at) == "according":
                yield from self._according(number, tree, at)
            elif lemma in _NOUNS and tree.tokens[at].pos == "NOUN":
                yield from self._noun(number, tree, at)
        yield from self._heading(number, tree)

    def _claim(
        self, number: int, tree: Tree, head: int, verb: int, tokens: Iterable[int], rule: str
    ) -> Iterator[Claim]:
        inside = frozenset(tokens) - noun_phrase(tree, head)
        person = self._speakers.person_beside(tree, verb) if inside and head < verb else None
        speaker = (person or self._speakers.name(tree, number, head)) if inside else None
        if speaker:
            first, last = min(head, verb), max(head, verb)
            span = (tree.tokens[first].start, tree.tokens[last].end)
            yield Claim(
                speaker=speaker[0], parties=speaker[1], sentence=number, tokens=inside, rule=rule, span=span, verb=verb
            )

    def _said(self, number: int, tree: Tree, at: int) -> Iterator[Claim]:
        content = _reporting()[tree.tokens[at].lemma.lower()]
        closing = closing_attribution(tree, at) if "clause" in content else None
        if closing:
            going_on = range(at + 2, len(tree.tokens)) if at + 1 < len(tree.tokens) and low(tree, at + 1) == "," else ()
            told = [*range(closing[0]), *going_on]
            yield from self._claim(number, tree, closing[1], at, told, "verb of saying after what is said")
            return
        head = subject_of(tree, at)
        if head is None or tree.tokens[head].lemma.lower() in words_of("speechless"):
            return
        tokens = content_of(tree, at, head, content)
        yield from self._claim(number, tree, head, at, tokens, "subject of a verb of saying")

    def _according(self, number: int, tree: Tree, at: int) -> Iterator[Claim]:
        """`according to X`: the noun whose case it is, and the clause that it hangs on."""
        head = tree.tokens[at].head
        if head <= at:
            head = next((i for i in range(at + 1, min(at + 9, len(tree.tokens))) if is_noun_head(tree, i)), -1)
        if head < 0:
            return
        before = [i for i in range(at) if tree.tokens[i].pos != "PUNCT"]
        tokens = range(at) if before else range(max(tree.subtree(head)) + 1, len(tree.tokens))
        yield from self._claim(number, tree, head, at, tokens, "according to")

    def _noun(self, number: int, tree: Tree, at: int) -> Iterator[Claim]:
        """`the army's claim that ...`, `a claim by the army that ...`."""
        owner = tree.kid(at, "nmod:poss")
        by = next(
            (kid for kid in tree.kids(at, "nmod") if any(low(tree, k) == "by" for k in tree.kids(kid, "case"))), None
        )
        nation = next((kid for kid in tree.kids(at, "amod") if _is_nation(tree, kid)), None)
        head = next((kid for kid in (owner, by, nation) if kid is not None), None)
        clauses = tree.kids(at, "acl", "ccomp", "advcl")
        if head is not None and clauses:
            tokens = [i for clause in clauses for i in tree.subtree(clause)]
            yield from self._claim(number, tree, head, at, tokens, "whose claim it is")

    def _heading(self, number: int, tree: Tree) -> Iterator[Claim]:
        """A headline's source: `Blast kills 12 - police`, `Police: blast kills 12`."""
        start, end = self._sentences[number]
        line = self._text[start:end]
        marks = list(_HEADING.finditer(line))
        if line[-1:] in '.!?”"' or len(marks) != 1:
            return
        cut = start + marks[0].start()
        left = [i for i, token in enumerate(tree.tokens) if token.end <= cut + 1 and token.pos != "PUNCT"]
        right = [i for i, token in enumerate(tree.tokens) if token.start >= start + marks[0].end()]
        for words, others in ((right, left), (left, right)):
            short = 0 < len(words) <= 3 and not any(tree.tokens[i].pos in {"VERB", "AUX", "NUM"} for i in words)
            if short and any(tree.tokens[i].pos == "VERB" for i in others):
                yield from self._claim(number, tree, words[-1], words[-1], set(others), "the source of a headline")
                return

    # ---- over sentences

    def _quoted(self) -> Iterator[tuple[Quotation, Claim]]:
        """Quotations with their speakers: who is named beside them, else whoever was quoted before."""
        quotes = find_quotations(self._text)
        before: tuple[Quotation, Claim] | None = None
        for quote in quotes:
            claim = self._beside(quote) or self._after(quote)
            if claim is None and before and self._goes_on(before[0], quote):
                claim = before[1]
            if claim:
                before = quote, claim
                yield quote, claim

    def _beside(self, quote: Quotation) -> Claim | None:
        """The claim of a sentence that the quotation begins or ends in, whose word of saying stands outside it."""
        for number in self._touched(quote):
            for claim in self._found[number]:
                if claim.verb is not None and not quote.start <= claim.span[0] < quote.end:
                    return claim
        return None

    def _touched(self, quote: Quotation) -> list[int]:
        first = bisect_left(self._sentences, quote.start, key=lambda span: span[1])
        last = bisect_left(self._sentences, quote.end + 3, key=lambda span: span[0])
        return list(range(first, last))

    def _after(self, quote: Quotation) -> Claim | None:
        """`"..." he said` where the sentence was cut at the closing mark."""
        touched = self._touched(quote)
        following = touched[-1] + 1 if touched else len(self._sentences)
        if following >= len(self._sentences) or "\n" in self._text[quote.end : self._sentences[following][0]]:
            return None
        claims = self._found[following]
        start = self._sentences[following][0]
        return claims[0] if claims and claims[0].span[0] - start < 30 and start - quote.end < 4 else None

    def _goes_on(self, before: Quotation, quote: Quotation) -> bool:
        between = self._text[before.end : quote.start].strip(" \n\t\"“”'’")
        same = before.paragraph == quote.paragraph
        return same or (before.paragraph + 2 >= quote.paragraph and (before.is_open or not between))


def _is_verb(tree: Tree, at: int) -> bool:
    """Whether a word of saying is one: a verb, or what the parse took for a noun in `the army claims to have`."""
    if tree.tokens[at].pos == "VERB":
        return True
    infinitive = any(is_infinitive(tree, kid) for kid in tree.kids(at, "xcomp", "acl"))
    return infinitive and not tree.kids(at, "det", "case", "amod")


def _is_nation(tree: Tree, at: int) -> bool:
    start = tree.tokens[at].start
    return any(name.label == "GPE" and name.start <= start < name.end for name in tree.parse.entities)
