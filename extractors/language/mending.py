"""Mends what the parser often gets wrong in reports and the words themselves decide."""

from collections import defaultdict
from collections.abc import Sequence

from extractors.language.parse import Parse, Token

_SAYING = frozenset("say report tell add announce confirm claim state insist warn note".split())


def mend_parse(parse: Parse) -> Parse:
    """The parse with subjects and appositions hung where they belong; the same object where nothing is wrong.

    `Rebels shelled the port, officials said`: the parser may give `said` both subjects. `The army and the Hill Front
    (HF)`: it may take the short name for another name of the army.
    """
    tokens = parse.tokens
    new = {**_own_subjects(tokens), **_near_appositions(tokens), **_beside_each_other(tokens)}
    if not new:
        return parse
    mended = tuple(token._replace(head=new[at]) if at in new else token for at, token in enumerate(tokens))
    return Parse(parse.start, parse.end, mended, parse.entities)


def _own_subjects(tokens: Sequence[Token]) -> dict[int, int]:
    """Subjects before what is said, which the word of saying behind it took: each with the verb that it belongs to."""
    subjects: dict[int, list[int]] = defaultdict(list)
    for at, token in enumerate(tokens):
        if token.relation.startswith("nsubj") and at < token.head:
            subjects[token.head].append(at)
    found = {}
    for verb, heads in subjects.items():
        if len(heads) < 2 or tokens[verb].lemma.lower() not in _SAYING:
            continue
        said = next((i for i in range(heads[0] + 1, heads[-1]) if _is_said(tokens, i, verb)), None)
        if said is not None and not any(t.head == said and t.relation.startswith("nsubj") for t in tokens):
            found[heads[0]] = said
    return found


def _is_said(tokens: Sequence[Token], at: int, verb: int) -> bool:
    return tokens[at].head == verb and tokens[at].relation in {"ccomp", "parataxis"}


def _near_appositions(tokens: Sequence[Token]) -> dict[int, int]:
    """Appositions behind the last of coordinated nouns, which the parser hung on the first."""
    found = {}
    for at, token in enumerate(tokens):
        if token.relation == "appos" and token.head < at:
            between = [
                i
                for i in range(token.head + 1, at)
                if tokens[i].head == token.head and tokens[i].relation == "conj" and tokens[i].pos in {"NOUN", "PROPN"}
            ]
            if between:
                found[at] = between[-1]
    return found


def _beside_each_other(tokens: Sequence[Token]) -> dict[int, int]:
    """Clauses that the parser hung on `each other`: they hang on its verb ("accused each other of breaking it")."""
    found = {}
    for at, token in enumerate(tokens):
        other = tokens[token.head]
        joined = token.head and other.text.lower() == "other" and tokens[token.head - 1].text.lower() == "each"
        if joined and token.relation == "advcl" and other.head != token.head:
            found[at] = other.head
    return found
