"""Who says so: speech verbs, `according to`, and quotations that run over sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractors.events.patterns import Token, read_lexicon, verb_forms
from extractors.events.roles import Group
from schemas.mention import Party

_REACH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A speaker and the tokens (half open) of one sentence that he answers for."""

    parties: tuple[Party, ...]
    first: int
    last: int
    rule: str
    span: tuple[int, int]

    @property
    def speaker(self) -> str:
        """The name of the speaker, or of all of them."""
        return " and ".join(party.name for party in self.parties)


@cache
def _speech_forms() -> frozenset[str]:
    return frozenset().union(*(verb_forms(row["verb"]) for row in read_lexicon("speech_verbs")))


def find_surface_claims(
    tokens: Sequence[Token], groups: Sequence[Group], taken: frozenset[int] = frozenset()
) -> list[Claim]:
    """The claims of one sentence; `taken` are tokens that already carry an event and so do not attribute one."""
    found = []
    for at, token in enumerate(tokens):
        if token.lower == "according" and at + 1 < len(tokens) and tokens[at + 1].lower == "to":
            found += _according(tokens, groups, at)
        elif token.lower in _speech_forms() and at not in taken:
            found += _said(tokens, groups, at)
    return found


def _according(tokens: Sequence[Token], groups: Sequence[Group], at: int) -> list[Claim]:
    group = next((g for g in groups if at + 2 <= g.last and g.first - at <= 8), None)
    if group is None:
        return []
    scope = (group.last, len(tokens)) if at <= 1 else (0, at)
    return [_claim(tokens, group, at, scope, "`according to`")]


def _said(tokens: Sequence[Token], groups: Sequence[Group], at: int) -> list[Claim]:
    following = tokens[at + 1].lower if at + 1 < len(tokens) else "."
    before = _speaker_before(tokens, groups, at)
    ends = following in {".", ",", "in", "on", "at", "to", "late", '"', "”", "after", "by"} or _names_day(following)
    if before and not (ends and before.first > 2):
        return [_claim(tokens, before, at, (at + 1, len(tokens)), "subject of a verb of saying")]
    if before:
        return [_claim(tokens, before, at, (0, before.first), "verb of saying at the end")]
    after = next((g for g in groups if 0 <= g.first - at - 1 <= 6 and g.preposition is None), None)
    if after and at > 2 and tokens[at - 1].lower in {",", '"', "”"}:
        return [_claim(tokens, after, at, (0, at), "verb of saying before its speaker")]
    return []


def _names_day(word: str) -> bool:
    return word.endswith("day")


def _speaker_before(tokens: Sequence[Token], groups: Sequence[Group], at: int) -> Group | None:
    """The nearest group before the verb that is nobody's object, with nothing but its own modifiers between."""
    for group in reversed(groups):
        if group.last > at or at - group.last > _REACH:
            continue
        between = [token.lower for token in tokens[group.last : at]]
        if any(word in {";", ":", '"', "”", "“", "."} for word in between):
            return None
        if group.preposition in {None, "of", "for", "in", "from"}:
            return group
    return None


def _claim(tokens: Sequence[Token], group: Group, at: int, scope: tuple[int, int], rule: str) -> Claim:
    span = (min(tokens[group.first].start, tokens[at].start), max(tokens[group.last - 1].end, tokens[at].end))
    return Claim(parties=group.parties, first=scope[0], last=scope[1], rule=rule, span=span)


def speaker_of(claims: Sequence[Claim], first: int) -> Claim | None:
    """The claim that covers token `first`: of several the narrowest."""
    covering = [claim for claim in claims if claim.first <= first < claim.last]
    return min(covering, key=lambda claim: claim.last - claim.first, default=None)
