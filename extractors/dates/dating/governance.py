"""Which event of its sentence a time expression dates: by the word classes, verbs and clause words of a parse.

A rank says how close the expression is to the event: 0 hangs on its word, 1 on the verb that carries it, up to 4 on
words around; None says that it dates something else ("the war that began in March 2011"). Attachments of a parser are
wrong where a time phrase stands before a participle or after a long object, so word classes decide and heads assist.
"""

from collections.abc import Sequence
from typing import NamedTuple

from extractors.dates.dating.clauses import (
    clause_words,
    has_new_subject,
    in_own_clause,
    is_contact_clause,
    is_embedded,
    is_gathering,
    is_participle_of_noun,
    is_recalled,
    is_verb,
    main_verbs,
    opens_with,
    parted_by_aside,
    subject_between,
    words_between,
)
from extractors.language.parse import Parse, Token

_NEW_CLAUSE = frozenset({"and", "but", "that", "—", "–", "-", ";", ":"})
_EDGES = frozenset({"before", "after", "since", "until"})  # right before a time they are prepositions
_PREPOSITIONS = frozenset("on in at by since from until during of for within through to around over".split())


class Reach(NamedTuple):
    """How an expression reaches an event; `since` where it opens a stretch that lasts until publication."""

    rank: int
    since: bool = False


def reach_of(span: tuple[int, int], token: int, parse: Parse, *, speech: bool = False) -> Reach | None:
    """How the expression at `span` reaches the event whose head is `token`; None if it dates another event."""
    tokens = parse.tokens
    inside = [at for at, word in enumerate(tokens) if span[0] <= word.start < span[1]]
    if not inside:
        return Reach(4)
    first, last = inside[0], inside[-1]
    if _when_follows(tokens, last, token):
        return Reach(1)
    noun = _attributed(tokens, first, last)
    if noun is not None:
        return Reach(0) if noun == token else None
    governor = _governor(tokens, first, last, token)
    since = first > 0 and tokens[first - 1].text.lower() == "since"
    if governor is None:
        return Reach(3, since)
    rank = _rank(tokens, token, governor, (first, last), speech=speech)
    if rank is None and not speech and token < governor and opens_with(tokens, governor, "since"):
        return Reach(2, since=True)
    return None if rank is None else Reach(rank, since)


def _when_follows(tokens: Sequence[Token], last: int, token: int) -> bool:
    """On 24 August, when fighting resumed: the clause tells what the day brought."""
    at = last + 1
    while at < len(tokens) and tokens[at].text in {",", "a", "the", "day"}:
        at += 1
    if at >= len(tokens) or tokens[at].text.lower() != "when" or at > token:
        return False
    return not words_between(tokens, at, token) & (clause_words("opener") | {";"})


def _attributed(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The noun that a time stands before as its attribute: the September election, Tuesday's attack."""
    at = last + 1
    if at < len(tokens) and tokens[at].text in {"'s", "’s"}:
        at += 1
    elif not _follows_article(tokens, first):
        return None
    while at < len(tokens) and tokens[at].pos in {"ADJ", "NUM"}:
        at += 1
    head = None
    while at < len(tokens) and tokens[at].pos in {"NOUN", "PROPN"}:
        head, at = at, at + 1
    return head


def _follows_article(tokens: Sequence[Token], first: int) -> bool:
    before = tokens[first - 1] if first else None
    if before is None or before.text.lower() in _PREPOSITIONS:
        return False
    owned = before.relation.startswith("nmod:poss") or before.text in {"'s", "’s"}  # its 1990 invasion
    return owned or before.pos in {"DET", "ADJ"}


def _governor(tokens: Sequence[Token], first: int, last: int, token: int) -> int | None:
    """The verb that a time phrase belongs to: the one before it, or the one after where it opens a clause."""
    left = [at for at in range(first) if is_verb(tokens, at, token)]
    right = main_verbs(tokens, [at for at in range(last + 1, len(tokens)) if is_verb(tokens, at, token)], token)
    start = first
    while start > 0 and (tokens[start - 1].pos in {"ADP", "DET", "ADV"} or tokens[start - 1].text.lower() in _EDGES):
        start -= 1
    opens = start == 0 or tokens[start - 1].text.lower() in _NEW_CLAUSE | clause_words("opener")
    if opens and right and (start == 0 or subject_between(tokens, last, right[0])):
        return right[0]
    if left:
        return left[-1]
    return right[0] if right else None


def _rank(tokens: Sequence[Token], token: int, governor: int, date: tuple[int, int], *, speech: bool) -> int | None:
    spoken = speech or tokens[token].lemma in clause_words("saying")
    if spoken and _in_a_phrase(tokens, token, date):
        return None
    if governor == token:
        return 1 if governor > date[1] and date[0] > 0 else 0
    if speech and not _spoken_on(tokens, token, governor):
        return None
    if tokens[token].pos in {"NOUN", "PROPN"}:
        since = date[0] > 0 and tokens[date[0] - 1].text.lower() == "since"
        known = _is_known(tokens, token, governor, date)
        return None if known else _rank_of_noun(tokens, token, governor, since=since)
    return _rank_of_verb(tokens, token, governor, date)


def _is_known(tokens: Sequence[Token], token: int, governor: int, date: tuple[int, int]) -> bool:
    """On Tuesday the mayor condemned the raid, and held a suspect in it: that is not the day of the raid."""
    reaction = governor < token and tokens[governor].lemma in clause_words("reacting") and date[0] < token
    near = date[0] > token and tokens[date[1]].pos == "NOUN"  # "a suspect in the raid last year"
    return reaction or (is_recalled(tokens, token) and not near and tokens[date[1]].head != token)


def _spoken_on(tokens: Sequence[Token], token: int, governor: int) -> bool:
    """Not where a later verb has the date (he accused them of burning it on Friday), but it may tell when he spoke."""
    if governor <= token:
        return True
    alone = not any(is_verb(tokens, at, token) for at in range(token + 1, governor))
    return alone and words_between(tokens, token, governor) & clause_words("opener") == {"when"}


def _in_a_phrase(tokens: Sequence[Token], token: int, date: tuple[int, int]) -> bool:
    """They claimed it as revenge for the bombing on Monday: the date hangs on a noun inside a phrase of its own."""
    noun = tokens[date[1]].head
    inside = token < noun < date[0] and tokens[noun].pos == "NOUN"
    return inside and tokens[noun].relation.startswith(("nmod", "obl"))


def _rank_of_verb(tokens: Sequence[Token], token: int, governor: int, date: tuple[int, int]) -> int | None:
    between = words_between(tokens, token, governor)
    if governor < date[0] and date[1] < token:
        between = words_between(tokens, governor, date[0] - 1) | words_between(tokens, date[1], token)
    opened = between & clause_words("opener")
    if tokens[governor].lemma in clause_words("saying") and not is_contact_clause(tokens, governor):
        return None if opened else 3
    gathered = governor < token and is_gathering(tokens, governor) and not between & {*opened, ",", "that"}
    if gathered or opened == {"when"}:
        return 2
    apart = opened or "that" in between or parted_by_aside(tokens, governor, token)
    if apart or is_participle_of_noun(tokens, governor) or is_embedded(tokens, governor, token):
        return None
    if tokens[token].lemma in clause_words("saying") and governor > token:
        return None
    linked = between & {"and", "but", ",", ";"}
    if linked and date[1] < token and has_new_subject(tokens, date[1], token):
        return 4
    return 2 if governor < token and (date[0] < governor or not linked) else 3


def _rank_of_noun(tokens: Sequence[Token], token: int, governor: int, *, since: bool) -> int | None:
    between = words_between(tokens, token, governor)
    verbs = [at for at in range(min(token, governor) + 1, max(token, governor)) if is_verb(tokens, at, token)]
    if governor > token and tokens[governor].lemma in clause_words("making") and not verbs:
        return 0
    if tokens[token].head == governor and tokens[token].relation.startswith(("nsubj", "obj")):
        return 1
    if governor > token and in_own_clause(tokens, token, governor, since=since):
        return 0
    if verbs and governor > token and "and" in between and not between & ({",", ";", "that"} | clause_words("opener")):
        return 2  # a bomb killed two and wounded ten on Saturday
    if verbs or between & clause_words("opener") or "that" in between:
        said = tokens[governor].lemma in clause_words("saying") and not between & clause_words("opener")
        return 3 if said else None
    return 1
