"""Mends what the parser gets wrong in headlines, whose verbs it takes for nouns: "Coalition bombs airport"."""

from collections.abc import Sequence

from extractors.language.parse import Token

_NAMES = frozenset({"NOUN", "PROPN"})
_LED = frozenset({"for", "on", "to", "over", "after", "amid", "at"})  # what a headline's verb may lead on with
_STOPS = frozenset({".", "!", "?"})


def mend_headline(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with the verb of a headline as a verb; all as they were where it is no headline.

    A noun that has an object is a verb; so is one in -s behind another noun, in a line without a stop, an article and
    any verb but in a clause of its own, if a clause or a phrase goes on from it ("Truce collapses as ...").
    """
    found = [_numeral(tokens, at, _short_name(tokens, at, token)) for at, token in enumerate(tokens)]
    root = next((at for at, token in enumerate(found) if token.head == at), None)
    if root is not None and found[root].pos == "VERB":
        return _with_second_verb(found, root)
    if root is None or found[root].pos != "NOUN" or not (_has_object(found, root) or _is_verb(found, root)):
        return found
    before = root - 1
    if before < 0 or found[before].head != root or found[before].relation not in {"compound", "nsubj", "nmod:poss"}:
        return found
    found[root] = found[root]._replace(pos="VERB")
    found[before] = found[before]._replace(relation="nsubj")
    return [_under_subject(found, at, before, root) for at in range(len(found))]


def _with_second_verb(tokens: list[Token], root: int) -> list[Token]:
    """`kills 2, wounds 9`: a noun in -s between a comma and a number goes on as the verb before it."""
    for at in range(root + 2, len(tokens) - 1):
        token, number = tokens[at], tokens[at + 1]
        counted = number.pos == "NUM" and token.pos == "NOUN" and tokens[at - 1].text == ","
        if counted and token.text.endswith("s") and tokens[root].text.endswith("s"):
            tokens[at] = token._replace(pos="VERB", head=root, relation="conj")
            tokens[at + 1] = number._replace(head=at, relation="obj")
    return tokens


def _short_name(tokens: Sequence[Token], at: int, token: Token) -> Token:
    """`IS` in small print is a name and no form of `be`."""
    if token.text != "IS" or token.pos != "AUX" or token.head <= at:
        return token
    small = any(other.text.islower() for other in tokens)
    return token._replace(pos="PROPN", lemma="IS", relation="nsubj") if small else token


def _numeral(tokens: Sequence[Token], at: int, token: Token) -> Token:
    """`detains 45 over attack`: a number counts nothing beyond a preposition, so it is the object of the verb."""
    apart = token.relation == "nummod" and any(
        other.relation == "case" and other.head == token.head for other in tokens[at + 1 : token.head]
    )
    if apart and at and tokens[at - 1].pos == "VERB":
        return token._replace(head=at - 1, relation="obj")
    return token


def _has_object(tokens: Sequence[Token], root: int) -> bool:
    return any(token.head == root and token.relation == "obj" and at > root for at, token in enumerate(tokens))


def _is_verb(tokens: Sequence[Token], root: int) -> bool:
    kids = [(at, token) for at, token in enumerate(tokens) if token.head == root != at]
    word = tokens[root].text.lower()
    plain = word.endswith("s") and word != tokens[root].lemma.lower() and tokens[-1].text not in _STOPS
    before = [token for at, token in kids if at < root]
    named = bool(before) and all(token.relation == "compound" and token.pos in _NAMES for token in before)
    free = not any(token.relation in {"det", "cop"} for _, token in kids)
    return plain and named and free and any(at > root and _goes_on(tokens, at, token) for at, token in kids)


def _goes_on(tokens: Sequence[Token], at: int, token: Token) -> bool:
    if token.relation == "advcl":
        return True
    cases = {kid.text.lower() for kid in tokens if kid.head == at and kid.relation == "case"}
    return token.relation.startswith(("nmod", "obl")) and bool(cases & _LED)


def _under_subject(tokens: Sequence[Token], at: int, subject: int, root: int) -> Token:
    """What stood before the noun belongs to the subject, what follows it as a phrase to the verb."""
    token = tokens[at]
    if token.head != root or at in {subject, root}:
        return token
    if at < subject:
        return token._replace(head=subject)
    return token._replace(relation="obl") if token.relation == "nmod" else token
