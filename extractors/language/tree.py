"""A parse as a tree: children, subtrees and the way up, worked out once a sentence."""

from collections.abc import Iterator, Sequence

from extractors.language.parse import Parse, Token


class Tree:
    """The tree of one parsed sentence; all tokens are named by their index."""

    __slots__ = ("_bases", "_relations", "children", "helped", "joined", "lemmas", "parse", "tokens", "words")

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.tokens: tuple[Token, ...] = parse.tokens
        self.words: list[str] = [token.text.lower() for token in parse.tokens]
        self.lemmas: list[str] = [token.lemma.lower() for token in parse.tokens]
        self._relations: list[str] = [token.relation for token in parse.tokens]
        self._bases: list[str] = [relation.partition(":")[0] for relation in self._relations]
        self.children: list[list[int]] = [[] for _ in parse.tokens]
        for at, token in enumerate(parse.tokens):
            if token.head != at:
                self.children[token.head].append(at)
        self.joined = _joined(parse.tokens) if "-" in self.words else {}  # "pull-out", parsed as three tokens
        self.helped: dict[int, list[int]] = {}  # the small words around a verb, as they are asked for

    def kids(self, at: int, *relations: str) -> list[int]:
        """Children in these relations; `obl` also takes its subtypes (`obl:agent`), `nsubj:pass` only itself."""
        kids = self.children[at]
        if not kids:
            return []
        told, bases = self._relations, self._bases
        return [kid for kid in kids if bases[kid] in relations or told[kid] in relations]

    def kid(self, at: int, *relations: str) -> int | None:
        """The first child in one of these relations."""
        return next(iter(self.kids(at, *relations)), None)

    def relation(self, at: int) -> str:
        """The relation to the governor, without its subtype."""
        return self._bases[at]

    def up(self, at: int) -> Iterator[int]:
        """The governors of a token, from the nearest to the root."""
        for _ in self.tokens:
            head = self.tokens[at].head
            if head == at:
                return
            yield head
            at = head

    def subtree(self, at: int) -> list[int]:
        """A token and all below it, in the order of the sentence."""
        found: set[int] = set()
        waiting = [at]
        while waiting:
            top = waiting.pop()
            found.add(top)
            waiting += (kid for kid in self.children[top] if kid not in found)
        return sorted(found)

    def span(self, at: int) -> tuple[int, int]:
        """The offsets of a subtree, from its first character to its last."""
        inside = self.subtree(at)
        return self.tokens[inside[0]].start, max(self.tokens[i].end for i in inside)


def _joined(tokens: Sequence[Token]) -> dict[int, str]:
    """The whole word by the token that heads it, of words with a hyphen that a parser takes apart."""
    found = {}
    for at in range(1, len(tokens) - 1):
        first, mark, last = tokens[at - 1 : at + 2]
        if mark.text == "-" and first.end == mark.start and mark.end == last.start:
            found[at - 1 if last.head == at - 1 else at + 1] = f"{first.text}-{last.text}".lower()
    return found


_KEPT = 512
_trees: dict[int, Tree] = {}


def tree_of(parse: Parse) -> Tree:
    """The tree of a parse, made once for all who read the same sentence; nobody may change it."""
    known = _trees.get(id(parse))
    if known is None or known.parse is not parse:
        if len(_trees) >= _KEPT:  # the trees of articles that are done with
            _trees.clear()
        known = _trees[id(parse)] = Tree(parse)
    return known
