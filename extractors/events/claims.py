"""Who says so: reported speech, sources and quotations, over the whole article."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.actors.cast import Cast
from extractors.language.tree import Tree
from schemas.mention import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A speaker and the tokens of one sentence that he answers for; `parties` is empty where he is no known actor."""

    speaker: str
    parties: tuple[Party, ...]
    sentence: int
    tokens: frozenset[int]
    rule: str
    span: tuple[int, int]


class Claims:
    """The claims of one article; `trees[i]` is that of sentence i, or None where it was not parsed."""

    def __init__(
        self, text: str, sentences: Sequence[tuple[int, int]], trees: Sequence[Tree | None], cast: Cast
    ) -> None:
        del text, sentences, trees, cast

    def at(self, sentence: int, token: int) -> Claim | None:
        """The claim that covers a token: of several the narrowest, which stands nearest to it."""
        del sentence, token
        return None
