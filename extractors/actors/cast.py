"""Who acts in an article: the parties that a noun phrase stands for, resolved within the article."""

from collections.abc import Sequence

from extractors.actors.finder import find_actors
from extractors.language.parse import Parse
from schemas.mention import ActorMention


class Cast:
    """The actors of one article, built once; `parses[i]` is that of sentence i, or None where it was not needed."""

    def __init__(self, text: str, sentences: Sequence[tuple[int, int]], parses: Sequence[Parse | None]) -> None:
        self._text = text
        self._sentences = tuple(sentences)
        self._parses = tuple(parses)
        self.mentions: tuple[ActorMention, ...] = find_actors(text)

    def parties_at(self, sentence: int, head: int) -> tuple[ActorMention, ...]:
        """Who the noun phrase headed by token `head` is, coordination split; empty if it is nobody who can act."""
        parse = self._parses[sentence]
        if parse is None:
            return ()
        joined = [i for i, t in enumerate(parse.tokens) if t.head == head and t.relation == "conj"]
        heads = [parse.tokens[i] for i in (head, *joined)]
        return tuple(m for token in heads for m in self.mentions if m.start < token.end and token.start < m.end)

    def targets_at(self, sentence: int, head: int) -> tuple[ActorMention, ...]:
        """As `parties_at`, and also what cannot act but can be struck, held or helped (a hospital, a village)."""
        return self.parties_at(sentence, head)
