"""From words to labels: runs both networks over batches of sentences and reads their scores."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from extractors.language.decode import best_tree
from extractors.language.name_network import NameNetwork
from extractors.language.names import Name, NameReader, near_ties
from extractors.language.network import Network

# Of one sentence: parts of speech, heads, relations, and names as first word, one past the last, label.
Annotation = tuple[list[str], list[int], list[str], list[Name]]


class Annotator:
    """Tags, parses and finds names.

    Args:
        network: The network of the parse.
        namer: The network of names.
        tags: Its parts of speech in their order; so with
        relations: relations and
        names: B-, I- and O labels.
    """

    def __init__(
        self,
        network: Network,
        namer: NameNetwork,
        tags: Sequence[str],
        relations: Sequence[str],
        names: Sequence[str],
    ) -> None:
        self._network = network
        self._namer = namer
        self._tags = list(tags)
        self._relations = list(relations)
        self._root = self._relations.index("root")
        self._names = NameReader(names)

    def annotate(self, sentences: Sequence[Sequence[str]]) -> list[Annotation]:
        """One annotation for each sentence, whatever others it is read with; none may be empty.

        The last digits of a product of matrices depend on how many rows it has. Where they could decide, the sentence
        is read alone.
        """
        found, close = self._read(sentences)
        if len(sentences) > 1:
            for place in close:
                found[place] = self._read([sentences[place]])[0][0]
        return found

    def _read(self, sentences: Sequence[Sequence[str]]) -> tuple[list[Annotation], list[int]]:
        """The annotations, and the numbers of the sentences in which two readings come close."""
        scores = self._network.run(sentences)
        trees = [best_tree(arcs) for arcs in scores.arcs]
        above = np.empty(len(scores.tags), dtype=np.int64)
        for (start, end), heads in zip(scores.spans, trees, strict=True):
            above[start:end] = heads
            above[start:end] += start
        ties = near_ties(scores.tags)
        related = self._network.relations(scores.dependents, scores.heads[above])
        relations = self._name_relations(related, above)
        ties |= near_ties(related)
        named = self._find_names(sentences)
        tags = [self._tags[tag] for tag in scores.tags.argmax(1).tolist()]
        tied = set(np.flatnonzero(ties).tolist())
        found: list[Annotation] = []
        close = []
        for place, ((start, end), heads) in enumerate(zip(scores.spans, trees, strict=True)):
            names, unsure = named[place]
            found.append((tags[start:end], heads, relations[start:end], names))
            if unsure or not tied.isdisjoint(range(start, end)) or near_ties(scores.arcs[place]).any():
                close.append(place)
        return found, close

    def _find_names(self, sentences: Sequence[Sequence[str]]) -> list[tuple[list[Name], bool]]:
        """The names of each sentence, and whether other ones come close."""
        order = sorted(range(len(sentences)), key=lambda place: -len(sentences[place]))
        lengths = [len(sentences[place]) for place in order]
        scores = self._namer.run([word for place in order for word in sentences[place]], lengths)
        names, close = self._names.read(scores, lengths)
        found = dict(zip(order, zip(names, close.tolist(), strict=True), strict=True))
        return [found[place] for place in range(len(sentences))]

    def _name_relations(self, scores: npt.NDArray[np.float32], above: npt.NDArray[np.int64]) -> list[str]:
        scores[:, self._root] = -np.inf  # only the root is one
        best = scores.argmax(1)
        best[above == np.arange(len(above))] = self._root
        return [self._relations[relation] for relation in best.tolist()]


def read_annotator(folder: Path) -> Annotator:
    """The annotator whose weights lie in a folder."""
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    with gzip.open(folder / "pieces.txt.gz", "rt", encoding="utf-8") as lines:
        vocabulary = lines.read().split("\n")
    with np.load(folder / "network.npz", allow_pickle=False) as weights:
        parse = dict(weights)
    with np.load(folder / "names.npz", allow_pickle=False) as weights:
        namer = NameNetwork(dict(weights), parse["pieces"], vocabulary)
    return Annotator(Network(parse, vocabulary), namer, labels["tags"], labels["relations"], labels["names"])
