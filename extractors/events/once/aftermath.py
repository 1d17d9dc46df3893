"""Sentences that only count the harm of what was told before: `Thirty others were wounded.`"""

import re
from collections.abc import Sequence

from extractors.events.grammar.patterns import kinds_in
from extractors.events.grammar.trigger import Trigger
from extractors.events.harm.counts import Counts, add_counts, is_mere_harm, read_counts
from extractors.language.tree import Tree
from schemas.mention import Mention, PlaceMention

NAMED_AGAIN = re.compile(
    r"\b(?:in|by|during|from) (?:that|the|this|these|those) (?:\w+ )?"
    r"(?:attacks?|strikes?|raids?|blasts?|bombings?|explosions?|shelling|assault|ambush|shooting)\b"
    r"(?! (?:on|in|at|near|of)\b)",
    re.IGNORECASE,
)
HARMFUL = kinds_in("weapon") | kinds_in("particular") - {"territory_gain", "abduction"} | {"offensive"}
_OTHER_DEATHS = frozenset({"starve", "starvation", "hunger", "thirst", "disease", "cholera", "malnutrition", "cold"})
_FAR = 600  # characters back in which the event must have been told


def join_aftermath(
    told: list[Mention], text: str, tree: Tree, violent: Sequence[Trigger], places: Sequence[PlaceMention]
) -> bool:
    """Whether the violence of a sentence only adds to the last violent event told; its counts are filled then."""
    if any(
        not is_mere_harm(tree, trigger) or trigger.heads("actor") or _is_below(tree, trigger) for trigger in violent
    ):
        return False
    at = last_violent(told, tree.parse.start)
    if at is None or _OTHER_DEATHS & set(tree.lemmas) or _is_elsewhere(told[at], tree, places):
        return False
    counts = read_counts(text, tree, [])[0]
    filled = add_counts(told[at], counts) if counts and _goes_on(text, tree, counts) else None
    if filled is None:
        return False
    told[at] = filled
    return True


def _is_below(tree: Tree, trigger: Trigger) -> bool:
    """Whether the harm stands in a clause about something else: `a strike that killed five`."""
    return tree.relation(trigger.token) in {"acl", "advcl", "amod", "xcomp"}


def last_violent(told: Sequence[Mention], start: int) -> int | None:
    """The number of the last violent event told not far before an offset; None: there is none."""
    for at in range(len(told) - 1, -1, -1):
        event = told[at]
        if start - event.quote_end > _FAR or event.quote_start >= start:
            return None
        if event.kind in HARMFUL:
            return at if event.status in {"occurred", "ongoing", "unconfirmed"} else None
    return None


def _goes_on(text: str, tree: Tree, counts: Counts) -> bool:
    """A toll alone, people counted as `others`, or harm that the sentence gives no cause of."""
    words = {token.text.lower() for token in tree.tokens}
    others = bool(words & {"others", "another", "victims", "dead", "toll"})
    causes = {"when", "after", "as", "by", "in"} & {
        token.text.lower() for token in tree.tokens if token.relation in {"mark", "case", "advmod"}
    }
    fighting = any(token.lemma.lower() in {"fighting", "clash", "war", "battle"} for token in tree.tokens)
    named = NAMED_AGAIN.search(text, tree.parse.start, tree.parse.end) is not None
    return counts.updates or named or ((others or not causes) and not fighting)


def _is_elsewhere(event: Mention, tree: Tree, places: Sequence[PlaceMention]) -> bool:
    inside = [p for p in places if p.kind == "literal" and tree.parse.start <= p.start < tree.parse.end]
    return bool(inside) and event.place not in {place.name for place in inside}
