"""What to call a speaker: the person named, the actor known, else the words of the text."""

from collections.abc import Sequence

from extractors.actors.cast import Cast
from extractors.events.grammar.clauses import low
from extractors.events.grammar.patterns import words_of
from extractors.language.tree import Tree
from schemas.mention import Party

Speaker = tuple[str, tuple[Party, ...]]
_LEFT_OUT = ("acl", "appos", "punct", "parataxis", "dep", "cc", "conj", "advcl", "ccomp", "discourse")
_ARTICLES = frozenset({"the", "a", "an", "some", "its", "their", "his", "her", "another", "one"})


class Speakers:
    """The speakers of one article; `last` is who spoke last, for the pronoun that goes on."""

    def __init__(self, text: str, trees: Sequence[Tree | None], cast: Cast) -> None:
        self._text, self._cast = text, cast
        self._people = _full_names(text, trees)
        self.last: tuple[int, Speaker] | None = None

    def name(self, tree: Tree, sentence: int, head: int) -> Speaker | None:
        """The speaker whose noun phrase is headed by `head`; None where it is nobody (`reports`, `I`)."""
        found = self._name(tree, sentence, head)
        if found:
            self.last = sentence, found
        return found

    def _name(self, tree: Tree, sentence: int, head: int) -> Speaker | None:
        token = tree.tokens[head]
        if token.pos == "PRON":
            return self._of_pronoun(sentence, head, token.text.lower())
        if token.lemma.lower() in words_of("hearsay") and not tree.kids(head, "nmod", "compound"):
            return None
        person = self._person(tree, head)
        parties = tuple(mention.party for mention in self._cast.parties_at(sentence, head))
        if person:
            return person, parties
        words = self._words(tree, head)
        if not words or words.isdigit():
            return None
        if parties and (token.lemma.lower() not in words_of("role") or " " not in words):
            return " and ".join(party.name for party in parties), parties
        return words, parties

    def _of_pronoun(self, sentence: int, head: int, word: str) -> Speaker | None:
        if word in {"i", "we", "you", "us", "me"}:
            return None
        if self.last and sentence - self.last[0] <= 3 and word in {"he", "she", "it", "they"}:
            return self.last[1]
        parties = tuple(mention.party for mention in self._cast.parties_at(sentence, head))
        return (" and ".join(party.name for party in parties), parties) if parties else None

    def _person(self, tree: Tree, head: int) -> str | None:
        """The full name of the person whom a noun phrase names: itself, or in apposition to a role."""
        near = {head, *(kid for kid in tree.kids(head, "appos", "flat", "compound", "dep") if kid)}
        near |= {kid for at in list(near) for kid in tree.kids(at, "flat", "compound")}
        for name in tree.parse.entities:
            if name.label == "PERSON" and any(name.start <= tree.tokens[at].start < name.end for at in near):
                words = " ".join(self._text[name.start : name.end].split())
                return self._people.get(words.split()[-1].lower(), words)
        return None

    def person_beside(self, tree: Tree, verb: int) -> Speaker | None:
        """The person named right before a verb of saying (`..., Ivo Marak, said`)."""
        at = verb - 1
        while at > 0 and low(tree, at) in {",", ")"}:
            at -= 1
        for name in tree.parse.entities:
            if name.label == "PERSON" and name.start <= tree.tokens[at].start < name.end:
                words = " ".join(self._text[name.start : name.end].split())
                return self._people.get(words.split()[-1].lower(), words), ()
        unknown = self._unknown_name(tree, at)
        return (unknown, ()) if unknown else None

    def _unknown_name(self, tree: Tree, at: int) -> str | None:
        """Two to four capital words after a role (`envoy Ivo Marak said`) that no name was read in."""
        named = [(name.start, name.end) for name in tree.parse.entities if name.label in {"LOC", "GPE"}]
        first = at + 1
        while first > 0 and tree.tokens[first - 1].pos == "PROPN":
            token = tree.tokens[first - 1]
            if any(start <= token.start < end for start, end in named) or not token.text[:1].isupper():
                break
            first -= 1
        before = tree.tokens[first - 1] if first else None
        if not 2 <= at + 1 - first <= 4 or before is None or before.pos in {"PUNCT", "DET", "VERB", "ADP"}:
            return None
        return " ".join(self._text[tree.tokens[first].start : tree.tokens[at].end].split())

    def _words(self, tree: Tree, head: int) -> str:
        """The noun phrase as written, without its article and its clauses."""
        inside = noun_phrase(tree, head)
        run = [head]
        while run[0] - 1 in inside:
            run.insert(0, run[0] - 1)
        while run[-1] + 1 in inside:
            run.append(run[-1] + 1)
        while run[:-1] and low(tree, run[0]) in _ARTICLES:
            run.pop(0)
        return " ".join(self._text[tree.tokens[run[0]].start : tree.tokens[run[-1]].end].split())


def noun_phrase(tree: Tree, head: int) -> set[int]:
    """The tokens of a noun phrase without its preposition and its clauses."""
    inside = {head}
    left_out = {*_LEFT_OUT, "case", "mark", "cop"}
    waiting = [kid for kid in tree.children[head] if tree.relation(kid) not in left_out and not _is_where(tree, kid)]
    while waiting:
        at = waiting.pop()
        inside.add(at)
        waiting += [kid for kid in tree.children[at] if tree.relation(kid) not in _LEFT_OUT]
    return inside


def _is_where(tree: Tree, at: int) -> bool:
    """Where a speaker is (`doctors in Marak`) is no part of his name."""
    cases = {low(tree, kid) for kid in tree.kids(at, "case")}
    return bool(cases & {"in", "at", "near"}) and tree.tokens[at].pos == "PROPN"


def _full_names(text: str, trees: Sequence[Tree | None]) -> dict[str, str]:
    """The longest name of each person by his last word: `Haddad` is `Nizar Haddad`."""
    found: dict[str, str] = {}
    for tree in trees:
        for name in tree.parse.entities if tree else ():
            words = " ".join(text[name.start : name.end].split())
            last = words.split()[-1].lower() if words else ""
            if name.label == "PERSON" and last and len(words) > len(found.get(last, "")):
                found[last] = words
    return found
