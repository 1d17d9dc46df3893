"""Mends what the parser often gets wrong in reports and the words themselves decide."""

from collections.abc import Iterator, Sequence

from extractors.language.headlines import mend_headline
from extractors.language.parse import Parse, Token

_SAYING = frozenset("say report tell add announce confirm claim state insist warn note".split())
_CLAUSES = frozenset({"ccomp", "xcomp", "conj", "parataxis", "advcl"})
_INQUIRIES = frozenset({"inquiry", "enquiry", "investigation", "probe"})
_WILLS = frozenset("willing ready prepared determined committed able unable unwilling reluctant eager".split())
Change = tuple[int, int, str | None]  # token, new governor, new relation (None: as before)


def mend_parse(parse: Parse) -> Parse:
    """The parse with words hung where they belong; the same object where nothing is wrong.

    `Rebels shelled the port, officials said`: the parser may give `said` both subjects. `The army and the Hill Front
    (HF)`: it may take the short name for another name of the army. `A truce agreed in May took hold`: it may take
    `agreed` for the verb of the sentence.
    """
    headline = mend_headline(parse.tokens)
    if headline != list(parse.tokens):
        parse = Parse(parse.start, parse.end, tuple(headline), parse.entities)
    for mend in (_main_verb, _others):
        tokens = list(parse.tokens)
        changes = list(mend(tokens))
        for at, head, relation in changes:
            tokens[at] = tokens[at]._replace(head=head, relation=relation or tokens[at].relation)
        if changes:
            parse = Parse(parse.start, parse.end, tuple(tokens), parse.entities)
    return parse


def _others(tokens: Sequence[Token]) -> Iterator[Change]:
    yield from _subjects(tokens)
    for at, token in enumerate(tokens):
        mend = _BY_RELATION.get(token.relation)
        if mend:
            yield from mend(tokens, at)


def _main_verb(tokens: Sequence[Token]) -> Iterator[Change]:
    """A participle right behind its noun, taken for the verb of the sentence, and the verb that it took below it."""
    root = next((at for at, token in enumerate(tokens) if token.head == at), 0)
    if not root or tokens[root].pos != "VERB" or tokens[root].text.lower().endswith(("ing", tokens[root].lemma)):
        return
    noun, kids = root - 1, [at for at, token in enumerate(tokens) if token.head == root != at]
    verb = tokens[noun].head
    if not tokens[noun].relation.startswith("nsubj") or verb not in kids or verb < root:
        return
    if tokens[verb].relation not in _CLAUSES or any(tokens[kid].relation[:5] in {"nsubj", "aux"} for kid in kids):
        return
    yield verb, verb, "root"
    yield root, noun, "acl"
    for kid in kids:
        if kid != verb and (kid > verb or kid < noun):
            yield kid, verb, None
    yield from _moved_times(tokens, root, verb)


def _times(tokens: Sequence[Token], at: int) -> Iterator[Change]:
    """Phrases between a participle on a subject and the verb: `the truce [signed in May last year] was broken`."""
    noun = tokens[at].head
    verb = tokens[noun].head
    if noun < at < verb and tokens[noun].relation.startswith("nsubj") and tokens[at].pos == "VERB":
        yield from _moved_times(tokens, at, verb)


def _moved_times(tokens: Sequence[Token], participle: int, verb: int) -> Iterator[Change]:
    for at in range(participle + 1, verb):
        if tokens[at].head == verb and tokens[at].relation.partition(":")[0] == "obl" and tokens[at - 1].text != ",":
            yield at, participle, None
        elif tokens[at].head == verb:
            return


def _subjects(tokens: Sequence[Token]) -> Iterator[Change]:
    """Subjects of what is said and of the word of saying behind it, where one of the two took both."""
    subjects: dict[int, list[int]] = {}
    for at, token in enumerate(tokens):
        if token.relation.startswith("nsubj"):
            subjects.setdefault(token.head, []).append(at)
    for verb, heads in subjects.items():
        if len(heads) < 2:
            continue
        above = tokens[verb].head
        if heads[-1] < verb and tokens[verb].lemma.lower() in _SAYING:
            said = next((i for i in range(heads[0] + 1, heads[-1]) if _is_said(tokens, i, verb)), None)
            if said is not None and said not in subjects:
                yield heads[0], said, None
        elif verb < heads[-1] < above and _is_said(tokens, verb, above) and above not in subjects:
            yield heads[-1], above, None


def _is_said(tokens: Sequence[Token], at: int, verb: int) -> bool:
    return tokens[at].head == verb and tokens[at].relation in {"ccomp", "parataxis"}


def _near_apposition(tokens: Sequence[Token], at: int) -> Iterator[Change]:
    """An apposition behind the last of coordinated nouns, which the parser hung on the first."""
    first = tokens[at].head
    for other in range(at - 1, first, -1):  # none where it stands before its head
        if tokens[other].head == first and tokens[other].relation == "conj" and tokens[other].pos in {"NOUN", "PROPN"}:
            yield at, other, None
            return


def _said_in(tokens: Sequence[Token], at: int) -> Iterator[Change]:
    """`said in a message that it had left`: what is said hangs on the verb of saying, not on the message."""
    noun = tokens[at].head
    verb = tokens[noun].head
    told = tokens[verb].lemma.lower() in _SAYING and tokens[noun].relation.startswith(("obl", "obj")) and verb < noun
    kids = [token for token in tokens if token.head == at]
    that = any(kid.relation == "mark" and kid.text.lower() == "that" for kid in kids)
    if told and that and any(kid.relation.startswith("nsubj") and kid.text.lower() != "that" for kid in kids):
        yield at, verb, "ccomp"


def _beside_each_other(tokens: Sequence[Token], at: int) -> Iterator[Change]:
    """A clause that the parser hung on `each other`: it hangs on the verb ("accused each other of breaking it")."""
    head = tokens[at].head
    other = tokens[head]
    if head and other.head != head and other.text.lower() == "other" and tokens[head - 1].text.lower() == "each":
        yield at, other.head, None


def _up_to(tokens: Sequence[Token], at: int) -> Iterator[Change]:
    """`released up to 90 people` releases nobody up."""
    up = tokens[at].text.lower() == "up" and at + 2 < len(tokens)
    if up and tokens[at + 1].text.lower() == "to" and tokens[at + 2].pos == "NUM":
        yield at, at + 2, "advmod"


def _prepositions(tokens: Sequence[Token], at: int) -> Iterator[Change]:
    """`an inquiry into the raid`, `contacts and cooperation between the armies`: phrases of the noun before them."""
    word, head = tokens[at].text.lower(), tokens[at].head
    before = tokens[at - 1]
    into = word == "into" and before.lemma in _INQUIRIES
    listed = tokens[head].relation == "conj" and tokens[head].head < at and before.pos in {"NOUN", "PROPN"}
    if at and (into or (word == "between" and listed)):
        yield head, at - 1, "nmod"


def _willing(tokens: Sequence[Token], at: int) -> Iterator[Change]:
    """`it is willing to leave`: who is willing is somebody, and no empty `it`."""
    if tokens[tokens[at].head].lemma.lower() in _WILLS:
        yield at, tokens[at].head, "nsubj"


def _finite(tokens: Sequence[Token], at: int) -> Iterator[Change]:
    """`accused it of using gas and imposed sanctions`: a past form goes on after a past form, not after `using`."""
    above = tokens[at].head
    if not _is_past(tokens, at) or _is_past(tokens, above) or not _is_open(tokens, above):
        return
    while above != tokens[above].head:
        above = tokens[above].head
        if _is_past(tokens, above):
            yield at, above, None
            return


def _joined(tokens: Sequence[Token], at: int) -> Iterator[Change]:
    """What a verb is joined to, where its form tells that it is another verb than the parser took."""
    if _is_progressive(tokens, tokens[at].head):
        yield from _relative(tokens, at)
    elif _is_present(tokens, at):
        yield from _present(tokens, at)
    else:
        yield from _finite(tokens, at)


def _present(tokens: Sequence[Token], at: int) -> Iterator[Change]:
    """`will stay until it yields, frees them and leaves`: a form in -s goes on after one in -s."""
    before = [verb for verb in range(tokens[at].head + 1, at) if _is_present(tokens, verb)]
    if before and not _is_present(tokens, tokens[at].head) and tokens[tokens[at].head].pos == "VERB":
        yield at, before[-1], None


def _is_present(tokens: Sequence[Token], at: int) -> bool:
    word, lemma = tokens[at].text.lower(), tokens[at].lemma.lower()
    bare = not any(token.head == at and token.relation.startswith(("aux", "nsubj:pass")) for token in tokens)
    return tokens[at].pos == "VERB" and bare and word.endswith("s") and word.startswith(lemma[:-1]) and word != lemma


def _relative(tokens: Sequence[Token], at: int) -> Iterator[Change]:
    """`is chasing the group that holds the port and raided a ferry`: a past form goes on in the relative clause."""
    verbs = [below for below in range(tokens[at].head + 1, at) if tokens[below].relation == "acl:relcl"]
    free = not any(token.head == at and token.relation.startswith("nsubj") for token in tokens)
    if verbs and free and _is_past(tokens, at):
        yield at, verbs[-1], None


def _is_progressive(tokens: Sequence[Token], at: int) -> bool:
    helped = any(token.head == at and token.relation == "aux" for token in tokens)
    return helped and tokens[at].text.lower().endswith("ing")


def _is_past(tokens: Sequence[Token], at: int) -> bool:
    word, lemma = tokens[at].text.lower(), tokens[at].lemma.lower()
    helped = any(token.head == at and token.relation.startswith("aux") for token in tokens)
    return (
        tokens[at].pos == "VERB" and not helped and word.endswith(("ed", "ew", "ook", "old", "aid")) and word != lemma
    )


def _is_open(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb is a gerund or an infinitive, and no progressive or passive one."""
    kids = [token for token in tokens if token.head == at and token.relation != "root"]
    if any(token.relation.startswith("aux") for token in kids) or tokens[at].pos != "VERB":
        return False
    return tokens[at].text.lower().endswith("ing") or any(token.text.lower() == "to" for token in kids)


def _on_noun(tokens: Sequence[Token], at: int) -> Iterator[Change]:
    yield from _said_in(tokens, at)
    yield from _times(tokens, at)


_BY_RELATION = {
    "conj": _joined,
    "expl": _willing,
    "appos": _near_apposition,
    "advcl": _beside_each_other,
    "compound:prt": _up_to,
    "acl": _on_noun,
    "acl:relcl": _said_in,
    "case": _prepositions,
}
