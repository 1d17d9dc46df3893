"""What a parse says of a clause: where it opens, whose verb stands in it, what only describes a noun.

Attachments of a parser are wrong where a time phrase stands before a participle or after a long object, so word
classes decide and heads assist.
"""

from collections.abc import Sequence
from functools import cache

from extractors.dates.words import rows_of
from extractors.language.parse import Token


@cache
def clause_words(name: str) -> frozenset[str]:
    """Lemmas of saying, lemmas of making, and the words that open a clause of its own (`lexicon/clauses.csv`)."""
    return frozenset(row["word"] for row in rows_of("clauses.csv") if row["class"] == name)


def in_own_clause(tokens: Sequence[Token], token: int, governor: int, *, since: bool) -> bool:
    """The offensive that it had launched in April, the siege that has gripped the city since 1992."""
    placed = tokens[governor].lemma == "take" and tokens[min(governor + 1, len(tokens) - 1)].text == "place"
    told = clause_words("making") | clause_words("harming")
    if not since and not placed and tokens[governor].lemma not in told:
        return False
    opened = {tokens[at].text for at in range(token + 1, min(token + 8, governor))} & {"that", "which"}
    return bool(opened) and all(tokens[at].pos != "VERB" for at in range(token + 1, governor))


def is_recalled(tokens: Sequence[Token], token: int) -> bool:
    """A suspect in the bombings, the victims of the raid: who reads it knows of the deed from before."""
    above = tokens[tokens[token].head]
    return tokens[token].relation.startswith("nmod") and above.lemma in clause_words("recalling")


def has_new_subject(tokens: Sequence[Token], last: int, token: int) -> bool:
    """Whether "and" between a date and a later verb brings a new subject: on Monday, and the army left."""
    words = [tokens[at].text.lower() for at in range(last + 1, token)]
    if "and" not in words and "but" not in words:
        return False
    start = last + 1 + max(at for at, word in enumerate(words) if word in {"and", "but"})
    return subject_between(tokens, start, token)


def is_contact_clause(tokens: Sequence[Token], at: int) -> bool:
    """The truce it had declared: a relative clause without its pronoun."""
    before = tokens[max(0, at - 2) : at]
    return tokens[at].relation.startswith("acl") and any(word.pos == "PRON" for word in before)


def is_participle_of_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb only describes the noun before it: a truce signed in May."""
    back = at - 1 - (at > 1 and tokens[at - 1].text == ",")
    described = tokens[at].relation.startswith("acl")
    if back < 0 or is_gathering(tokens, at) or tokens[back].pos not in ({"NOUN", "PROPN"} if described else {"NOUN"}):
        return False
    return (described or back < at - 1) and _is_followed_by_its_verb(tokens, at)


def _is_followed_by_its_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause goes on to a verb of its own: "and" between two names links no clauses."""
    commas = int(tokens[at - 1].text == ",")
    for later in range(at + 1, len(tokens)):
        word = tokens[later].text.lower()
        commas -= word == ","
        linked = word in {"and", "but", ";"} and tokens[tokens[later].head].pos not in {"NOUN", "PROPN"}
        if word in clause_words("opener") or linked or commas < 0:
            return False
        if tokens[later].pos in {"VERB", "AUX"}:
            return True
    return False


def is_gathering(tokens: Sequence[Token], at: int) -> bool:
    """Leaders meeting in Abuja on Saturday lifted the ban: what they did there happened that day."""
    return tokens[at].text.endswith("ing") and tokens[at].lemma in clause_words("gathering")


def main_verbs(tokens: Sequence[Token], verbs: Sequence[int], token: int) -> Sequence[int]:
    """Those of some verbs that do not describe a noun ("a missile fired from the hills"); all where each does."""
    return [at for at in verbs if at == token or not tokens[at].relation.startswith("acl")] or verbs


def is_embedded(tokens: Sequence[Token], governor: int, token: int) -> bool:
    """The truce it had declared in March was over: a verb without a link to a later one stands in its own clause."""
    if governor > token or words_between(tokens, governor, token) & {"and", "but", ",", ";", "or", "to", "—", "–", "-"}:
        return False
    finite = any(tokens[at].pos == "AUX" for at in range(governor + 1, token)) or tokens[token].pos == "VERB"
    return finite and not tokens[token].text.endswith("ing")


def parted_by_aside(tokens: Sequence[Token], governor: int, token: int) -> bool:
    """Whether one of the two stands in ", who led the raid," and the other outside."""
    low, high = sorted((governor, token))
    words = [tokens[at].text.lower() for at in range(low)]
    opened = next((at for at in range(len(words) - 1, -1, -1) if words[at] in {"which", "who", "whose", "where"}), None)
    if opened is None or opened == 0 or words[opened - 1] != ",":
        return False
    closed = any(tokens[at].text == "," for at in range(opened, low))
    return not closed and any(tokens[at].text == "," for at in range(low, high))


def words_between(tokens: Sequence[Token], one: int, other: int) -> set[str]:
    """The words between two, in lower case."""
    low, high = sorted((one, other))
    return {tokens[at].text.lower() for at in range(low + 1, high)}


def opens_with(tokens: Sequence[Token], verb: int, word: str) -> bool:
    """Whether the clause of a verb opens with a word, looking back to the verb before."""
    for at in range(verb - 1, -1, -1):
        if tokens[at].text.lower() == word:
            return True
        ing = tokens[at].text.endswith("ing") or not is_verb(tokens, at, verb)
        if (tokens[at].pos == "VERB" and not ing) or tokens[at].text in {";", "."}:
            return False
    return False


def subject_between(tokens: Sequence[Token], last: int, verb: int) -> bool:
    """Whether a noun or pronoun stands between a word and a verb."""
    return any(tokens[at].pos in {"NOUN", "PROPN", "PRON"} for at in range(last + 1, verb))


def is_verb(tokens: Sequence[Token], at: int, token: int) -> bool:
    """Whether a word carries a clause; the event's own word (`token`) does unless it is a noun."""
    word = tokens[at]
    if at == token:
        return word.pos not in {"NOUN", "PROPN"} or (word.pos == "PROPN" and word.text.islower())
    attributive = word.relation.startswith(("amod", "compound", "case"))
    return word.pos == "VERB" and not attributive
