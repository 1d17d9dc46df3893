"""From words to labels: runs the network over batches of sentences and reads its scores."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from extractors.language.decode import best_tree
from extractors.language.names import NameReader
from extractors.language.network import Network

_CLOSE = 1e-3  # far above what the order of sums changes in a score

# Of one sentence: parts of speech, heads, relations, and names as first word, one past the last, label.
Annotation = tuple[list[str], list[int], list[str], list[tuple[int, int, str]]]


class Annotator:
    """Tags, parses and finds names.

    Args:
        network: The network.
        tags: Its parts of speech in their order; so with
        relations: relations and
        names: B-, I- and O labels.
    """

    def __init__(self, network: Network, tags: Sequence[str], relations: Sequence[str], names: Sequence[str]) -> None:
        self._network = network
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
        ties = _ties(scores.tags) | _ties(scores.names)
        related = self._network.relations(scores.dependents, scores.heads[above])
        relations = self._name_relations(related, above)
        ties |= _ties(related)
        tags = [self._tags[tag] for tag in scores.tags.argmax(1).tolist()]
        parts, kinds = self._names.odds(scores.names)
        found: list[Annotation] = []
        for (start, end), heads in zip(scores.spans, trees, strict=True):
            inside = parts[start:end]
            names = self._names.read(inside, kinds[start:end]) if any(inside) else []
            found.append((tags[start:end], heads, relations[start:end], names))
        tied = set(np.flatnonzero(ties).tolist())
        close = [
            place
            for place, ((start, end), arcs) in enumerate(zip(scores.spans, scores.arcs, strict=True))
            if not tied.isdisjoint(range(start, end)) or _ties(arcs).any()
        ]
        return found, close

    def _name_relations(self, scores: npt.NDArray[np.float32], above: npt.NDArray[np.int64]) -> list[str]:
        scores[:, self._root] = -np.inf  # only the root is one
        best = scores.argmax(1)
        best[above == np.arange(len(above))] = self._root
        return [self._relations[relation] for relation in best.tolist()]


def _ties(scores: npt.NDArray[np.float32]) -> npt.NDArray[np.bool_]:
    """The rows whose best score has another right below it."""
    near: npt.NDArray[np.bool_] = np.count_nonzero(scores > scores.max(1, keepdims=True) - _CLOSE, axis=1) > 1
    return near


def read_annotator(folder: Path) -> Annotator:
    """The annotator whose weights lie in a folder."""
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    with gzip.open(folder / "pieces.txt.gz", "rt", encoding="utf-8") as lines:
        vocabulary = lines.read().split("\n")
    with np.load(folder / "network.npz", allow_pickle=False) as weights:
        network = Network(dict(weights), vocabulary)
    return Annotator(network, labels["tags"], labels["relations"], labels["names"])
