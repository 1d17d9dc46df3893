"""Which event of its sentence a time expression dates: by the word classes, verbs and clause words of a parse.

A rank says how close the expression is to the event: 0 hangs on its word, 1 on the verb that carries it, up to 4 on
words around; None says that it dates something else ("the war that began in March 2011"). Attachments of a parser are
wrong where a time phrase stands before a participle or after a long object, so word classes decide and heads assist.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from extractors.dates.words import rows_of
from extractors.language.parse import Parse, Token

_NEW_CLAUSE = frozenset({"and", "but", "that", "—", "–", "-", ";", ":"})
_EDGES = frozenset({"before", "after", "since", "until"})  # right before a time they are prepositions
_PREPOSITIONS = frozenset("on in at by since from until during of for within through to around over".split())


@cache
def _words(name: str) -> frozenset[str]:
    """Lemmas of saying, lemmas of making, and the words that open a clause of its own (`lexicon/clauses.csv`)."""
    return frozenset(row["word"] for row in rows_of("clauses.csv") if row["class"] == name)


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
    if rank is None and not speech and token < governor and _opens_with(tokens, governor, "since"):
        return Reach(2, since=True)
    return None if rank is None else Reach(rank, since)


def _when_follows(tokens: Sequence[Token], last: int, token: int) -> bool:
    """On 24 August, when fighting resumed: the clause tells what the day brought."""
    at = last + 1
    while at < len(tokens) and tokens[at].text in {",", "a", "the", "day"}:
        at += 1
    if at >= len(tokens) or tokens[at].text.lower() != "when" or at > token:
        return False
    return not _between(tokens, at, token) & (_words("opener") | {";"})


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
    return before is not None and before.text.lower() not in _PREPOSITIONS and before.pos in {"DET", "ADJ"}


def _governor(tokens: Sequence[Token], first: int, last: int, token: int) -> int | None:
    """The verb that a time phrase belongs to: the one before it, or the one after where it opens a clause."""
    left = [at for at in range(first) if _is_verb(tokens, at, token)]
    right = [at for at in range(last + 1, len(tokens)) if _is_verb(tokens, at, token)]
    start = first
    while start > 0 and (tokens[start - 1].pos in {"ADP", "DET", "ADV"} or tokens[start - 1].text.lower() in _EDGES):
        start -= 1
    opens = start == 0 or tokens[start - 1].text.lower() in _NEW_CLAUSE | _words("opener")
    if opens and right and (start == 0 or _subject_between(tokens, last, right[0])):
        return right[0]
    if left:
        return left[-1]
    return right[0] if right else None


def _is_verb(tokens: Sequence[Token], at: int, token: int) -> bool:
    word = tokens[at]
    if at == token:
        return word.pos not in {"NOUN", "PROPN"} or (word.pos == "PROPN" and word.text.islower())
    attributive = word.relation.startswith(("amod", "compound", "case"))
    return word.pos == "VERB" and not attributive


def _subject_between(tokens: Sequence[Token], last: int, verb: int) -> bool:
    return any(tokens[at].pos in {"NOUN", "PROPN", "PRON"} for at in range(last + 1, verb))


def _rank(tokens: Sequence[Token], token: int, governor: int, date: tuple[int, int], *, speech: bool) -> int | None:
    if governor == token:
        return 1 if governor > date[1] and date[0] > 0 else 0
    if speech and governor > token:
        return None  # he accused them of burning it on Friday
    if tokens[token].pos in {"NOUN", "PROPN"}:
        since = date[0] > 0 and tokens[date[0] - 1].text.lower() == "since"
        return _rank_of_noun(tokens, token, governor, since=since)
    return _rank_of_verb(tokens, token, governor, date)


def _rank_of_verb(tokens: Sequence[Token], token: int, governor: int, date: tuple[int, int]) -> int | None:
    between = _between(tokens, token, governor)
    if governor < date[0] and date[1] < token:
        between = _between(tokens, governor, date[0] - 1) | _between(tokens, date[1], token)
    opened = between & _words("opener")
    if tokens[governor].lemma in _words("saying") and not _is_contact_clause(tokens, governor):
        return None if opened else 3
    if governor > token and opened == {"when"}:
        return 2
    apart = opened or "that" in between or _in_aside(tokens, governor, token)
    if apart or _participle_of_noun(tokens, governor) or _embedded(tokens, governor, token):
        return None
    if tokens[token].lemma in _words("saying") and governor > token:
        return None
    linked = between & {"and", "but", ",", ";"}
    if linked and date[1] < token and _new_subject(tokens, date[1], token):
        return 4
    return 2 if governor < token and (date[0] < governor or not linked) else 3


def _in_own_clause(tokens: Sequence[Token], token: int, governor: int, *, since: bool) -> bool:
    """The offensive that it had launched in April, the siege that has gripped the city since 1992."""
    placed = tokens[governor].lemma == "take" and tokens[min(governor + 1, len(tokens) - 1)].text == "place"
    if not since and not placed and tokens[governor].lemma not in _words("making"):
        return False
    opened = {tokens[at].text for at in range(token + 1, min(token + 8, governor))} & {"that", "which"}
    return bool(opened) and all(tokens[at].pos != "VERB" for at in range(token + 1, governor))


def _rank_of_noun(tokens: Sequence[Token], token: int, governor: int, *, since: bool) -> int | None:
    between = _between(tokens, token, governor)
    verbs = [at for at in range(min(token, governor) + 1, max(token, governor)) if _is_verb(tokens, at, token)]
    if governor > token and tokens[governor].lemma in _words("making") and not verbs:
        return 0
    if tokens[token].head == governor and tokens[token].relation.startswith(("nsubj", "obj")):
        return 1
    if governor > token and _in_own_clause(tokens, token, governor, since=since):
        return 0
    if verbs and governor > token and "and" in between and not between & ({",", ";", "that"} | _words("opener")):
        return 2  # a bomb killed two and wounded ten on Saturday
    if verbs or between & _words("opener") or "that" in between:
        said = tokens[governor].lemma in _words("saying") and not between & _words("opener")
        return 3 if said else None
    return 1


def _new_subject(tokens: Sequence[Token], last: int, token: int) -> bool:
    """Whether "and" between a date and a later verb brings a new subject: on Monday, and the army left."""
    words = [tokens[at].text.lower() for at in range(last + 1, token)]
    if "and" not in words and "but" not in words:
        return False
    start = last + 1 + max(at for at, word in enumerate(words) if word in {"and", "but"})
    return _subject_between(tokens, start, token)


def _is_contact_clause(tokens: Sequence[Token], at: int) -> bool:
    """The truce it had declared: a relative clause without its pronoun."""
    before = tokens[max(0, at - 2) : at]
    return tokens[at].relation.startswith("acl") and any(word.pos == "PRON" for word in before)


def _participle_of_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb only describes the noun before it: a truce signed in May."""
    back = at - 1 - (at > 1 and tokens[at - 1].text == ",")
    if back < 0 or tokens[back].pos != "NOUN" or not (tokens[at].relation.startswith("acl") or back < at - 1):
        return False
    commas = int(tokens[at - 1].text == ",")
    for later in range(at + 1, len(tokens)):
        word = tokens[later].text.lower()
        commas -= word == ","
        if word in _words("opener") or word in {"and", "but", ";"} or commas < 0:
            return False
        if tokens[later].pos in {"VERB", "AUX"}:
            return True
    return False


def _embedded(tokens: Sequence[Token], governor: int, token: int) -> bool:
    """The truce it had declared in March was over: a verb without a link to a later one stands in its own clause."""
    if governor > token or _between(tokens, governor, token) & {"and", "but", ",", ";", "or", "to", "—", "–", "-"}:
        return False
    finite = any(tokens[at].pos == "AUX" for at in range(governor + 1, token)) or tokens[token].pos == "VERB"
    return finite and not tokens[token].text.endswith("ing")


def _in_aside(tokens: Sequence[Token], governor: int, token: int) -> bool:
    """Whether one of the two stands in ", who led the raid," and the other outside."""
    low, high = sorted((governor, token))
    words = [tokens[at].text.lower() for at in range(low)]
    opened = next((at for at in range(len(words) - 1, -1, -1) if words[at] in {"which", "who", "whose", "where"}), None)
    if opened is None or opened == 0 or words[opened - 1] != ",":
        return False
    closed = any(tokens[at].text == "," for at in range(opened, low))
    return not closed and any(tokens[at].text == "," for at in range(low, high))


def _between(tokens: Sequence[Token], one: int, other: int) -> set[str]:
    low, high = sorted((one, other))
    return {tokens[at].text.lower() for at in range(low + 1, high)}


def _opens_with(tokens: Sequence[Token], verb: int, word: str) -> bool:
    """Whether the clause of a verb opens with a word, looking back to the verb before."""
    for at in range(verb - 1, -1, -1):
        if tokens[at].text.lower() == word:
            return True
        if (tokens[at].pos == "VERB" and not tokens[at].text.endswith("ing")) or tokens[at].text in {";", "."}:
            return False
    return False


def is_background(token: int, parse: Parse) -> bool:
    """Whether an event is told as lying behind the story: the pluperfect ("had repeatedly stated it and called").

    Not after a verb of saying: "she said an inquiry had been opened" tells the news.
    """
    words = [word.text.lower() for word in parse.tokens]
    if parse.tokens[token].pos != "VERB":
        return False
    at = next((at for at in range(token - 1, max(-1, token - 4), -1) if words[at] == "had"), None)
    if at is None and token and words[token - 1] == "and" and "had" in words[:token]:
        at = words.index("had")
    said = any(parse.tokens[verb].lemma in _words("saying") for verb in range(at or 0))
    return at is not None and not said
