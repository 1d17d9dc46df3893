"""A word of a parse under reading: where it is, and what is asked of it."""

from typing import NamedTuple

from extractors.language.parse import Token
from extractors.language.tree import Tree


class Spot(NamedTuple):
    """Token `head` of one sentence; `acting` if only those who can act are wanted; `depth` of the reading so far."""

    tree: Tree
    sentence: int
    head: int
    acting: bool
    depth: int = 0

    @property
    def token(self) -> Token:
        """The word itself."""
        return self.tree.tokens[self.head]

    def at(self, head: int, *, acting: bool | None = None) -> "Spot":
        """Another word of the sentence, one step further in."""
        return self._replace(head=head, depth=self.depth + 1, acting=self.acting if acting is None else acting)

    def kids(self, *relations: str) -> list[int]:
        """Children in these relations."""
        return self.tree.kids(self.head, *relations)

    def words(self, *relations: str) -> set[str]:
        """The words of the children in these relations, in lower case."""
        return {self.tree.tokens[kid].text.lower() for kid in self.kids(*relations)}

    def case(self) -> str:
        """The preposition of the phrase; empty if it has none."""
        kid = self.tree.kid(self.head, "case")
        return "" if kid is None else self.tree.tokens[kid].text.lower()
