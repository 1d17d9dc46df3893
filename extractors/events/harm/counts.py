"""How many were killed and injured: which toll of a sentence belongs to which of its events."""

import dataclasses
import re
from collections.abc import Sequence
from functools import cache

from extractors.events.certainty.operators import is_passive
from extractors.events.grammar.patterns import any_of, kinds_in, read_lexicon, words_of
from extractors.events.grammar.trigger import Trigger
from extractors.events.harm.quantities import Bounds
from extractors.events.harm.tolls import Toll, find_tolls
from extractors.language.tree import Tree
from schemas.mention import Mention

NONE: Bounds = (None, None)
WARS = frozenset({"clash", "siege", "offensive"})  # what may be a whole war, with the toll of a whole war


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Lowest and highest number of dead and injured; None where the text states none. `span` covers the words.

    `extra` where they add to what was told before: `two more died`; `updates` where they replace it: `the toll rose`.
    """

    deaths: Bounds = NONE
    injured: Bounds = NONE
    span: tuple[int, int] | None = None
    extra: bool = False
    updates: bool = False

    def __bool__(self) -> bool:
        return self.deaths != NONE or self.injured != NONE


def read_counts(text: str, tree: Tree, triggers: Sequence[Trigger]) -> list[Counts]:
    """The counts of each of the violent events of one sentence, in the order of their `triggers`.

    Without triggers: one entry, the tolls of a sentence that only adds to what was told before.
    """
    tolls = find_tolls(text, tree)
    shares: list[list[Toll]] = [[] for _ in range(max(1, len(triggers)))]
    for toll in tolls:
        at = _owner(tree, triggers, toll)
        if at is not None:
            shares[at].append(toll)
    found = [_counts(tree, share) for share in shares]
    return _with_none(text, tree, triggers, found)


def told_as_war(text: str, tree: Tree, triggers: Sequence[Trigger]) -> list[Trigger]:
    """Triggers, with the harm that counts the dead of a whole war as the war itself: a clash.

    What only says which war is meant ("a war that has killed thousands") tells nothing.
    """
    triggers = [trigger for trigger in triggers if not _says_which_war(tree, trigger)]
    if not any(is_mere_harm(tree, trigger) for trigger in triggers):
        return list(triggers)
    wars = {toll.at for toll in find_tolls(text, tree) if toll.war_wide}
    return [
        dataclasses.replace(trigger, kind="clash") if trigger.token in wars and is_mere_harm(tree, trigger) else trigger
        for trigger in triggers
    ]


def _says_which_war(tree: Tree, trigger: Trigger) -> bool:
    token = tree.tokens[trigger.token]
    harm = token.relation == "acl:relcl" and token.lemma.lower() in words_of("mere harm")
    return harm and tree.tokens[token.head].lemma.lower() in words_of("whole war")


def _owner(tree: Tree, triggers: Sequence[Trigger], toll: Toll) -> int | None:
    """Whose toll it is: the nearest trigger by the parse, of equally near ones the last before it in the text."""
    if not triggers:
        return None if toll.war_wide else 0
    if toll.war_wide:
        return _war(tree, triggers, toll)
    named = _in_which(tree, triggers, toll)
    if named is not None:
        return named
    distances = [_distance(tree, trigger, toll.at) for trigger in triggers]
    best = min(range(len(triggers)), key=lambda at: (distances[at], _behind(triggers[at], toll.at)))
    return _host(tree, triggers, best)


def _in_which(tree: Tree, triggers: Sequence[Trigger], toll: Toll) -> int | None:
    """`the raid in which ten died`: the act named last before the relative."""
    which = next((i for i in range(toll.at, max(0, toll.at - 10), -1) if tree.tokens[i].text.lower() == "which"), None)
    if which is None:
        return None
    before = [(trigger.token, n) for n, trigger in enumerate(triggers) if trigger.token < which]
    return max(before)[1] if before else None


def _war(tree: Tree, triggers: Sequence[Trigger], toll: Toll) -> int | None:
    """The war, siege or campaign whose whole toll this is."""
    near = [(_distance(tree, t, toll.at), n) for n, t in enumerate(triggers) if t.kind in WARS]
    return min(near)[1] if near and min(near)[0] <= 3 else None


def _host(tree: Tree, triggers: Sequence[Trigger], at: int) -> int:
    """The act that did the harm: for mere harm without a doer of its own (`killing 12`) the violent act before it."""
    if not is_mere_harm(tree, triggers[at]):
        return at
    before = [n for n in range(len(triggers)) if triggers[n].token < triggers[at].token]
    acts = [n for n in before if not is_mere_harm(tree, triggers[n])]
    if acts:
        return acts[-1]
    after = [n for n, trigger in enumerate(triggers) if n not in before and not is_mere_harm(tree, trigger)]
    fought = [n for n in after if triggers[n].kind in kinds_in("weapon") | WARS]
    return (before or fought or [at])[0]


def is_mere_harm(tree: Tree, trigger: Trigger) -> bool:
    """Whether a trigger tells only that people came to harm, not who did it or how."""
    token = tree.tokens[trigger.token]
    if trigger.kind != "attack" or token.lemma.lower() not in words_of("mere harm"):
        return False
    subjects = [tree.tokens[kid] for kid in tree.children[trigger.token] if tree.tokens[kid].relation == "nsubj"]
    doers = [token for token in subjects if token.text.lower() not in words_of("day")]
    return not doers or is_passive(tree, trigger.token) or token.lemma.lower() in {"die", "perish"}


def _behind(trigger: Trigger, at: int) -> int:
    return at - trigger.token if trigger.token <= at else 100 + trigger.token - at


def _distance(tree: Tree, trigger: Trigger, at: int) -> int:
    """Steps in the tree between a word of harm and the words of an event; less violent kinds stand farther."""
    words = {trigger.token, trigger.verb, *range(trigger.first, trigger.last + 1)}
    if at in words:
        return 0
    paths = [_steps(tree, at, word) for word in {trigger.token, trigger.verb}]
    return min(paths) + (0 if trigger.kind in kinds_in("weapon") or trigger.kind in WARS else 2)


def _steps(tree: Tree, one: int, other: int) -> int:
    up = [one, *tree.up(one)]
    for steps, at in enumerate([other, *tree.up(other)]):
        if at in up:
            return steps + up.index(at)
    return len(tree.tokens)


def _counts(tree: Tree, tolls: Sequence[Toll]) -> Counts:
    deaths, injured = (_total(tree, [t for t in tolls if t.harm == harm]) for harm in ("deaths", "injured"))
    if not tolls:
        return Counts()
    span = (min(t.span[0] for t in tolls), max(t.span[1] for t in tolls))
    updates = any(tree.tokens[t.at].lemma.lower() == "toll" for t in tolls)
    return Counts(deaths=deaths, injured=injured, span=span, extra=any(t.extra for t in tolls), updates=updates)


def _total(tree: Tree, tolls: Sequence[Toll]) -> Bounds:
    """One toll; of several the sum where their words of harm are coordinated, else the largest."""
    if not tolls:
        return NONE
    first, *others = tolls
    bounds = first.bounds
    for toll in others:
        joined = tree.tokens[toll.at].relation == "conj" and toll.bounds != bounds
        if joined and None not in bounds and None not in toll.bounds:
            bounds = ((bounds[0] or 0) + (toll.bounds[0] or 0), (bounds[1] or 0) + (toll.bounds[1] or 0))
        else:
            bounds = max(bounds, toll.bounds, key=lambda b: b[0] or b[1] or 0)
    return bounds


@cache
def _none_at_all() -> list[tuple[re.Pattern[str], Bounds, Bounds]]:
    found = []
    for row in read_lexicon("no_harm"):
        deaths, injured = (((0, 0) if row[name] else NONE) for name in ("deaths", "injured"))
        found.append((re.compile(row["pattern"], re.IGNORECASE), deaths, injured))
    return found


@cache
def _none_told() -> re.Pattern[str]:
    return re.compile(any_of(pattern.pattern for pattern, _, _ in _none_at_all()), re.IGNORECASE)


def _with_none(text: str, tree: Tree, triggers: Sequence[Trigger], found: list[Counts]) -> list[Counts]:
    """`nobody was killed`, `no casualties`: 0, for the last violent event told before these words."""
    if not _none_told().search(text, tree.parse.start, tree.parse.end):
        return found
    for pattern, deaths, injured in _none_at_all():
        match = pattern.search(text, tree.parse.start, tree.parse.end)
        if match is None or re.match(
            r"\s+(?:have|had|has)?\s*(?:yet|so far|immediately)", text[match.end() : match.end() + 20]
        ):
            continue
        before = [n for n, trigger in enumerate(triggers) if tree.tokens[trigger.token].start < match.start()]
        at = _host(tree, triggers, before[-1]) if before else 0
        counts = found[at]
        span = counts.span or match.span()
        found[at] = dataclasses.replace(
            counts,
            deaths=counts.deaths if counts.deaths != NONE else deaths,
            injured=counts.injured if counts.injured != NONE else injured,
            span=(min(span[0], match.start()), max(span[1], match.end())),
        )
    return found


def add_counts(event: Mention, counts: Counts) -> Mention | None:
    """The event with a toll that a later sentence tells of it; None where the two cannot be one event's."""
    filled: dict[str, int | None] = {}
    for harm, bounds in (("deaths", counts.deaths), ("injured", counts.injured)):
        if bounds == NONE:
            continue
        told: Bounds = (getattr(event, f"{harm}_low"), getattr(event, f"{harm}_high"))
        if told == NONE:
            new = bounds
        elif counts.extra and None not in told and None not in bounds:
            new = ((told[0] or 0) + (bounds[0] or 0), (told[1] or 0) + (bounds[1] or 0))
        elif counts.updates:
            new = bounds
        else:
            return None
        filled |= {f"{harm}_low": new[0], f"{harm}_high": new[1]}
    spans = {"told_toll": counts.span} if counts.span else {}
    return dataclasses.replace(event, **filled, evidence={**event.evidence, **spans})  # type: ignore[arg-type]  # counts only
