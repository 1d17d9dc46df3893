"""Whether an event happened, says the text: what governs the words that carry it, read from the inside out.

The verb's own tense and aspect come first, then its modal, adverbs and denial, then each word above it that takes it
as a complement ("failed to", "plans for", "is believed to have"), with that word's own modal and denial. Each turns
the status read so far into another (`compose`). What is told beside it in the sentence comes last: a condition, a
question, a doubt ("which could not be verified").
"""

import re
from functools import cache, lru_cache

from extractors.events.certainty.governors import Climb
from extractors.events.certainty.outcome import OCCURRED, Status, compose
from extractors.events.grammar.clauses import is_past, low
from extractors.events.grammar.patterns import any_of, kinds_in, read_lexicon, words_of
from extractors.events.grammar.trigger import Trigger
from extractors.language.tree import Tree

__all__ = ["Status", "read_status"]
SPEECH = kinds_in("speech")
_ASKING = frozenset({"be", "do", "have", "will", "would", "can", "could", "may", "might", "shall", "should"})
_FOR_A_THIRD_DAY = re.compile(
    r"\b(for|in|into|entered|on) (a|an|the|its|their) (\w+(th|st|nd|rd)|second|third|fifth)"
    r"( (straight|consecutive|successive))? (day|night|week|month|year)\b(?! of)",
    re.IGNORECASE,
)
_ACCUSED = 10  # tokens between `accused` and its `of`
_NUMBERS_ONLY = re.compile(
    r"\b(toll|number|numbers|figure|figures|identity|identities|cause|motive)\b[^.;]*$", re.IGNORECASE
)


def read_status(tree: Tree, trigger: Trigger, text: str) -> Status:
    """The status of the event that a trigger carries in the sentence of this tree, of the article's `text`."""
    climb = Climb(tree, trigger)
    found = climb.read()
    if found.status == "ended":
        found = Status(status="occurred", rule=found.rule, span=found.span)
    found = _under_condition(tree, climb, found)
    if trigger.kind in SPEECH:
        return found
    found = _accused(tree, trigger, found)
    found = _not_held(tree, trigger, text, _outlasted(tree, climb, _lasting(tree, trigger, text, found)))
    return _asked(tree, _doubted(tree, text, found))


_OBLIGED = frozenset({"have", "must", "should", "ought"})  # words that are a demand by themselves


def _under_condition(tree: Tree, climb: Climb, found: Status) -> Status:
    """What would be done if something else were: `unconfirmed`."""
    here = climb.heads[0] if climb.heads else None
    if here is not None and tree.tokens[here].lemma.lower() in _OBLIGED:
        return found  # "if they are serious, they have to leave" demands now
    is_open = found.status == "planned" or (here is not None and climb.is_open(here) and found.status == "occurred")
    mark = _condition(tree) if is_open else None
    return compose(found, "unconfirmed", "told under a condition", _offsets(tree, mark)) if mark is not None else found


def _condition(tree: Tree) -> int | None:
    """The `if` or `unless` of a sentence; `even if` and `as if` condition nothing."""
    for at, word in enumerate(tree.words):
        if word in {"if", "unless"} and not (at and low(tree, at - 1) in {"even", "as", "what", "only"}):
            return at
    return None


def _lasting(tree: Tree, trigger: Trigger, text: str, found: Status) -> Status:
    """`for a third day`: under way."""
    if found != OCCURRED or trigger.kind not in kinds_in("violent") | kinds_in("lasting"):
        return found
    match = _FOR_A_THIRD_DAY.search(text, tree.parse.start, tree.parse.end)
    return compose(found, "ongoing", "for days on end", match.span()) if match else found


def _accused(tree: Tree, trigger: Trigger, found: Status) -> Status:
    """`accused the rebels of ...`, however the parse hangs what follows."""
    verb = tree.tokens[trigger.verb]
    beside = verb.relation == "conj" and tree.tokens[verb.head].lemma.lower() == "accuse"
    beside = beside or any(tree.lemmas[up] in words_of("citing") for up in tree.up(trigger.token))
    if found.status not in {"occurred", "ongoing"} or beside:
        return found
    for at in range(trigger.token):
        if tree.lemmas[at] == "accuse" or low(tree, at) == "accused":
            of = next((i for i in range(at + 1, trigger.token) if low(tree, i) == "of"), None)
            between = range(at + 1, trigger.token)
            if (
                of is not None
                and of - at <= _ACCUSED
                and not any(low(tree, i) in {";", "after", "when"} for i in between)
            ):
                return compose(found, "unconfirmed", "accused of", _offsets(tree, at))
    return found


_UNTIL = frozenset({"until", "till"})
_TODAY = frozenset({"now", "today", "present"})


def _outlasted(tree: Tree, climb: Climb, found: Status) -> Status:
    """`went on until a truce took hold`: over."""
    if found.status != "ongoing":
        return found
    for at in climb.heads:
        for kid in tree.kids(at, "advcl", "obl"):
            mark = next((word for word in tree.kids(kid, "mark", "case") if tree.words[word] in _UNTIL), None)
            over = tree.words[kid] not in _TODAY and (is_past(tree, kid) or tree.relation(kid) == "obl")
            if mark is not None and over and is_past(tree, at):
                return Status(status="occurred", rule="until it was over", span=_offsets(tree, mark))
    return found


@cache
def _failures() -> re.Pattern[str]:
    return re.compile(any_of(row["pattern"] for row in read_lexicon("failures")), re.IGNORECASE)


@lru_cache(maxsize=8)  # all events of a sentence ask the same
def _failure_in(text: str, start: int, end: int) -> re.Match[str] | None:
    return _failures().search(text, start, end)


def _not_held(tree: Tree, trigger: Trigger, text: str, found: Status) -> Status:
    """What a sentence says of the act that it names first: `did not take place`, `the attempt to ... failed`."""
    if found.status not in {"occurred", "planned", "unconfirmed"} or trigger.kind.startswith("truce_end"):
        return found
    start = tree.tokens[trigger.first].start
    match = _failure_in(text, tree.parse.start, tree.parse.end)
    named = match and (match.start() > start or match.start() < start < match.end())
    if match is None or not named or re.search(r"[;:]|\b(but|and)\b", text[start : match.start()]):
        return found
    return compose(found, "negated", "failures.csv: did not come about", match.span())


@cache
def _doubts() -> re.Pattern[str]:
    return re.compile(any_of(row["pattern"] for row in read_lexicon("doubts")), re.IGNORECASE)


def doubt_in(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a stretch of text says that what it tells is not confirmed; a doubt about mere numbers is none."""
    found = _doubt_of(text[start:end])
    return (start + found[0], start + found[1]) if found else None


@lru_cache(maxsize=256)  # all events of a sentence, and those who are quoted in it, ask the same
def _doubt_of(told: str) -> tuple[int, int] | None:
    for match in _doubts().finditer(told):
        if not _NUMBERS_ONLY.search(told[: match.start()]):
            return match.span()
    return None


def _doubted(tree: Tree, text: str, found: Status) -> Status:
    if found.status not in {"occurred", "ongoing"}:
        return found
    span = doubt_in(text, tree.parse.start, tree.parse.end)
    return compose(found, "unconfirmed", "doubts.csv: not confirmed", span) if span else found


def _asked(tree: Tree, found: Status) -> Status:
    """A question that may be answered with no tells nothing as a fact."""
    if "?" not in tree.words[-2:]:
        return found
    words = [at for at, token in enumerate(tree.tokens) if token.pos != "PUNCT"]
    if words and tree.tokens[words[0]].lemma.lower() in _ASKING and found.status in {"occurred", "ongoing"}:
        return compose(found, "unconfirmed", "a question", _offsets(tree, len(tree.tokens) - 1))
    return found


def _offsets(tree: Tree, at: int) -> tuple[int, int]:
    return tree.tokens[at].start, tree.tokens[at].end
