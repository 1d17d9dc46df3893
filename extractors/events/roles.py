"""Who acts and who suffers: groups of actors around the words that carry an event.

There is no parse here: a group stands by its side of the trigger, by the preposition before it, and by the borders of
clauses between. What is not near enough is left out rather than guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.events.patterns import Token, kinds_in, verb_forms, words_of
from extractors.events.predicates import Trigger
from schemas.mention import ActorMention, Party

PREPOSITIONS = words_of("preposition")
_BORDER = words_of("border")
_LINKS = words_of("link")
_SKIPPED = words_of("skipped")
_PRONOUNS = words_of("pronoun")
_TARGET = frozenset({"against", "on", "at", "with", "to", "from", "upon"})
_LIGHT = frozenset().union(*(verb_forms(verb) for verb in words_of("light verb")))
_REACH = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Coordinated actors: tokens `first` to `last` (half open), their parties, and the preposition before them."""

    first: int
    last: int
    parties: tuple[Party, ...]
    preposition: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The sides of an event and the rule that told them apart."""

    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    about: tuple[Party, ...] = ()
    rule: str = "no party near"


def group_actors(tokens: Sequence[Token], mentions: Sequence[ActorMention]) -> list[Group]:
    """Groups of coordinated actors in one sentence, in order."""
    groups: list[Group] = []
    for mention in mentions:
        first = next((i for i, token in enumerate(tokens) if token.end > mention.start), len(tokens))
        last = next((i for i, token in enumerate(tokens) if token.start >= mention.end), len(tokens))
        if first >= last:
            continue
        if groups and _coordinated(tokens, groups[-1].last, first):
            before = groups.pop()
            parties = (*before.parties, mention.party)
            groups.append(Group(first=before.first, last=last, parties=parties, preposition=before.preposition))
        else:
            groups.append(
                Group(first=first, last=last, parties=(mention.party,), preposition=_preposition(tokens, first))
            )
    return groups


def _coordinated(tokens: Sequence[Token], start: int, end: int) -> bool:
    between = [token.lower for token in tokens[start:end]]
    return 0 < len(between) <= 4 and set(between) <= _LINKS and bool({"and", "or", "&", ","} & set(between))


def _preposition(tokens: Sequence[Token], first: int) -> str | None:
    for at in range(first - 1, max(-1, first - 6), -1):
        word = tokens[at].lower
        if word in PREPOSITIONS:
            return word
        if not word.isalpha() or word in {"that", "said", "and", "but"}:
            return None
    return None


def read_roles(tokens: Sequence[Token], trigger: Trigger, groups: Sequence[Group], previous: Sequence[Party]) -> Roles:
    """The sides of the event; `previous` are the actors of the event told before, for pronouns and shared subjects."""
    frame = trigger.predicate.frame
    if frame in {"theme", "between", "of"} or (trigger.predicate.kind.startswith("truce_") and frame != "speech"):
        return _nominal(tokens, trigger, groups, previous)
    subject = _subject(tokens, trigger, groups, previous)
    after = _after(tokens, trigger, groups)
    if frame == "symmetric":
        return Roles(actors=_unique((*subject, *after)), rule="both sides of a mutual act")
    if frame == "fall":
        return Roles(actors=after, rule="what follows `fell to`")
    if trigger.passive:
        return _sides(trigger, _by(tokens, trigger, groups), subject, "passive: `by` names the actor")
    return _sides(trigger, subject, after, "active: subject and object")


def _sides(trigger: Trigger, actors: tuple[Party, ...], targets: tuple[Party, ...], rule: str) -> Roles:
    others = tuple(party for party in targets if party not in actors)
    about = others if trigger.predicate.kind in kinds_in("sanction") else ()
    return Roles(actors=actors, targets=others, about=about, rule=rule)


def _subject(
    tokens: Sequence[Token], trigger: Trigger, groups: Sequence[Group], previous: Sequence[Party]
) -> tuple[Party, ...]:
    at = trigger.first - 1
    while at >= 0 and (tokens[at].lower in _SKIPPED or tokens[at].lower.endswith("ly")):
        at -= 1
    word = tokens[at].lower if at >= 0 else ""
    if (
        word in _PRONOUNS
        or word in {"and", "but"}
        or (tokens[trigger.first].lower.endswith("ing") and not _near(groups, trigger))
    ):
        first = [g for g in groups if g.last <= trigger.first and g.preposition is None]
        return tuple(previous) or (first[0].parties if first and word not in _PRONOUNS else ())
    candidates = [g for g in groups if g.last <= trigger.first and trigger.first - g.last <= _REACH]
    for group in reversed(candidates):
        if _crosses(tokens, group.last, trigger.first):
            continue
        if group.preposition in {None, "of", "by"} or group is candidates[0]:
            return group.parties if group.preposition in {None, "of"} else ()
    return ()


def _near(groups: Sequence[Group], trigger: Trigger) -> bool:
    return any(0 <= trigger.first - group.last <= 4 and group.preposition is None for group in groups)


def _crosses(tokens: Sequence[Token], start: int, end: int) -> bool:
    words = [token.lower for token in tokens[start:end]]
    relative = (words[:2] and words[0] in {"who", "which", "that"}) or (
        words[:1] == [","] and words[1:2] in (["who"], ["which"])
    )
    return not relative and any(word in _BORDER for word in words)


def _after(tokens: Sequence[Token], trigger: Trigger, groups: Sequence[Group]) -> tuple[Party, ...]:
    for group in groups:
        if trigger.first < group.first and group.last > trigger.last - 1 and group.first - trigger.last <= _REACH - 4:
            words = {token.lower for token in tokens[trigger.last : group.first]}
            if words & (_BORDER | {"said", "and"}):
                return ()
            if group.preposition in {None, *_TARGET, "of"}:
                return group.parties
    return ()


def _by(tokens: Sequence[Token], trigger: Trigger, groups: Sequence[Group]) -> tuple[Party, ...]:
    for group in groups:
        if group.first >= trigger.last and group.preposition == "by":
            words = {token.lower for token in tokens[trigger.last : group.first]}
            return () if words & {";", ":", "said", "who", "which"} else group.parties
    return ()


def _nominal(tokens: Sequence[Token], trigger: Trigger, groups: Sequence[Group], previous: Sequence[Party]) -> Roles:
    between = _between(tokens, trigger, groups)
    if between:
        return Roles(actors=between, rule="between the two sides")
    if trigger.predicate.kind.startswith("truce_") or trigger.predicate.frame == "between":
        return _mutual(tokens, trigger, groups, previous)
    owner = next((g.parties for g in groups if 0 <= trigger.first - g.last <= 2 and g.preposition != "by"), ())
    actors = _by(tokens, trigger, groups) or owner or _maker(tokens, trigger, groups)
    targets = tuple(p for p in _after(tokens, trigger, groups) if p not in actors)
    return Roles(actors=actors, targets=targets, rule="around the noun of the event")


def _maker(tokens: Sequence[Token], trigger: Trigger, groups: Sequence[Group]) -> tuple[Party, ...]:
    """The subject of a light verb that stands before the noun: `X carried out an attack`."""
    words = {token.lower for token in tokens[max(0, trigger.first - 5) : trigger.first]}
    before = [g for g in groups if g.last <= trigger.first and g.preposition is None]
    return before[-1].parties if before and words & _LIGHT else ()


def _between(tokens: Sequence[Token], trigger: Trigger, groups: Sequence[Group]) -> tuple[Party, ...]:
    for index, group in enumerate(groups):
        if group.preposition == "between" and abs(group.first - trigger.first) <= _REACH:
            parties = group.parties
            if len(parties) == 1 and index + 1 < len(groups):
                words = {token.lower for token in tokens[group.last : groups[index + 1].first]}
                parties = parties + groups[index + 1].parties if "and" in words else parties
            return _unique(parties)
    return ()


def _mutual(tokens: Sequence[Token], trigger: Trigger, groups: Sequence[Group], previous: Sequence[Party]) -> Roles:
    if trigger.predicate.frame in {"subject", "speech"} and not trigger.passive:
        subject = _subject(tokens, trigger, groups, previous)
        joined = _with(tokens, trigger, groups)
        return Roles(actors=_unique((*subject, *joined)), rule="subject, and who follows `with`")
    sides = (*_by(tokens, trigger, groups), *_with(tokens, trigger, groups))
    owner = next((g.parties for g in groups if 0 <= trigger.first - g.last <= 1), ())
    return Roles(actors=_unique((*owner, *sides)), rule="around the noun of the event")


def _with(tokens: Sequence[Token], trigger: Trigger, groups: Sequence[Group]) -> tuple[Party, ...]:
    for group in groups:
        if group.preposition == "with" and 0 <= group.first - trigger.first <= _REACH:
            return () if {token.lower for token in tokens[trigger.last : group.first]} & _BORDER else group.parties
    return ()


def _unique(parties: Sequence[Party]) -> tuple[Party, ...]:
    return tuple({party.name: party for party in reversed(parties)}.values())[::-1]
