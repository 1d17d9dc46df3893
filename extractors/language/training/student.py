"""The student: the network of `extractors.language.network` in torch, and how it learns."""

import logging
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from extractors.language.pieces import ROWS, Pieces, marks
from extractors.language.training.lessons import Lesson
from extractors.language.training.noise import recase
from extractors.language.training.treebanks import Example

ARC, RELATION, NAME = 96, 40, 64
_LOG = logging.getLogger(__name__)
_SELDOM_TOLD = 100  # batches, or sentences of the teacher's
Sentence = TypeVar("Sentence", Lesson, Example)


class Student(nn.Module):
    """Word vectors, two layers of LSTM both ways, and the heads."""

    def __init__(self, pieces: np.ndarray, sizes: tuple[int, int, int], width: int) -> None:
        super().__init__()
        tags, relations, names = sizes
        self.pieces = nn.EmbeddingBag.from_pretrained(torch.from_numpy(pieces), freeze=False, mode="mean")
        self.marks = nn.ModuleDict({name: nn.Embedding(rows, 64) for name, rows in ROWS.items()})
        for table in self.marks.values():
            nn.init.normal_(table.weight, std=0.1)
        self.lstm1 = nn.LSTM(pieces.shape[1] + 64, width, bidirectional=True, batch_first=True)
        self.lstm2 = nn.LSTM(2 * width, width, bidirectional=True, batch_first=True)
        both = 2 * width
        self.arc_dep, self.arc_head = nn.Linear(both, ARC), nn.Linear(both, ARC)
        self.rel_dep, self.rel_head = nn.Linear(both, RELATION), nn.Linear(both, RELATION)
        self.names, self.names_out = nn.Linear(both, NAME), nn.Linear(NAME, names)
        self.tags = nn.Linear(both, tags)
        self.arcs = nn.Parameter(torch.zeros(ARC + 1, ARC + 1))
        self.relations = nn.Parameter(torch.zeros(relations, RELATION + 1, RELATION + 1))

    def vectors(self, words: "Words") -> Tensor:
        """One row for each form of the batch."""
        ends = sum(self.marks[name](words.marks[:, place]) for place, name in enumerate(ROWS))
        return torch.cat([self.pieces(words.pieces, words.starts), ends], 1)

    def forward(self, words: "Words", shape: tuple[int, int]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Scores of tags, names and arcs, and what the scores of relations are made of."""
        hidden = self._forget(self.vectors(words)[words.rows]).view(*shape, -1)
        hidden = self._drop(hidden, 0.15)
        hidden = self._drop(self.lstm1(hidden)[0], 0.3)
        hidden = self._drop(self.lstm2(hidden)[0], 0.3)
        arc_dep, arc_head = self._act(self.arc_dep(hidden)), self._act(self.arc_head(hidden))
        rel_dep, rel_head = self._act(self.rel_dep(hidden)), self._act(self.rel_head(hidden))
        arcs = (with_one(arc_dep) @ self.arcs) @ with_one(arc_head).transpose(1, 2)
        names = self.names_out(self._act(self.names(hidden)))
        return self.tags(hidden), names, arcs, with_one(rel_dep), with_one(rel_head)

    def _forget(self, vectors: Tensor) -> Tensor:
        """Now and then only the ends and the shape of a word are seen: names that come are mostly new."""
        if not self.training:
            return vectors
        width = self.pieces.weight.shape[1]
        known = torch.rand(len(vectors), 1) >= 0.05
        return torch.cat([vectors[:, :width] * known, vectors[:, width:]], 1)

    def _act(self, values: Tensor) -> Tensor:
        return self._drop(functional.leaky_relu(values, 0.1), 0.2)

    def _drop(self, values: Tensor, rate: float) -> Tensor:
        """The same places are dropped for all words of a sentence."""
        if not self.training:
            return values
        mask = torch.rand(values.shape[0], 1, values.shape[2]) >= rate
        return values * mask / (1 - rate)

    def export(self) -> dict[str, np.ndarray]:
        """The weights as the network in numpy reads them; that of names is another, here they only help to learn."""
        plain = {name: value.detach().numpy() for name, value in self.state_dict().items()}
        out = {"pieces": plain["pieces.weight"], "arcs.w": plain["arcs"], "relations.w": plain["relations"]}
        out |= {name: plain[f"marks.{name}.weight"] for name in ROWS}
        for layer in (1, 2):
            for letter, suffix in (("f", ""), ("b", "_reverse")):
                old, new = f"lstm{layer}.{{}}_l0{suffix}", f"lstm{layer}{letter}"
                out[f"{new}.x"], out[f"{new}.h"] = plain[old.format("weight_ih")].T, plain[old.format("weight_hh")].T
                out[f"{new}.b"] = plain[old.format("bias_ih")] + plain[old.format("bias_hh")]
        for head in ("arc_dep", "arc_head", "rel_dep", "rel_head", "tags"):
            out[f"{head}.w"], out[f"{head}.b"] = plain[f"{head}.weight"].T, plain[f"{head}.bias"]
        return out


def with_one(values: Tensor) -> Tensor:
    """A column of ones at the end: the constant of a biaffine score."""
    return torch.cat([values, values.new_ones(*values.shape[:-1], 1)], -1)


@dataclass(frozen=True, slots=True)
class Words:
    """The word forms of a batch, each once."""

    pieces: Tensor
    starts: Tensor
    marks: Tensor
    rows: Tensor


class Reader:
    """Turns sentences of one length into numbers."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._pieces = Pieces(vocabulary)
        self._known: dict[str, tuple[list[int], list[int]]] = {}

    def read(self, sentences: Sequence[Sequence[str]]) -> Words:
        """The forms of the sentences."""
        forms: dict[str, int] = {}
        rows = [forms.setdefault(word, len(forms)) for words in sentences for word in words]
        pieces: list[int] = []
        starts, ends = [], []
        for form in forms:
            if form not in self._known:
                self._known[form] = (self._pieces.cut(form), marks(form))
            starts.append(len(pieces))
            pieces.extend(self._known[form][0])
            ends.append(self._known[form][1])
        return Words(torch.tensor(pieces), torch.tensor(starts), torch.tensor(ends), torch.tensor(rows))


def batches(lessons: "Sequence[Sentence]", size: int, chance: random.Random) -> "Iterator[list[Sentence]]":
    """One round: batches of sentences of one length, of about `size` words."""
    by_length: dict[int, list[Sentence]] = {}
    for lesson in lessons:
        by_length.setdefault(len(lesson.words), []).append(lesson)
    cut = []
    for length, group in by_length.items():
        chance.shuffle(group)
        step = max(1, size // length)
        cut += [group[start : start + step] for start in range(0, len(group), step)]
    chance.shuffle(cut)
    yield from cut


def loss(model: Student, reader: Reader, lessons: Sequence[Lesson], chance: random.Random) -> Tensor:
    """The loss of a batch of sentences of one length."""
    length = len(lessons[0].words)
    words = reader.read([recase(lesson.words, chance) for lesson in lessons])
    tags, names, arcs, rel_dep, rel_head = model(words, (len(lessons), length))
    heads = _stack(lessons, "heads").long()
    chosen = rel_head.gather(1, heads[:, :, :1].expand(-1, -1, rel_head.shape[2]))
    left = torch.einsum("bnd,lde->bnle", rel_dep, model.relations)
    relations = (left @ chosen.unsqueeze(-1)).squeeze(-1)
    weight = torch.tensor([lesson.weight for lesson in lessons]).view(-1, 1)
    parts = (
        (1.0, tags, _stack(lessons, "tags"), _stack(lessons, "tag_odds")),
        (1.5, names, _stack(lessons, "names"), _stack(lessons, "name_odds")),
        (1.0, arcs, heads, _stack(lessons, "head_odds")),
        (1.0, relations, _stack(lessons, "relations"), _stack(lessons, "relation_odds")),
    )
    return sum(
        share * (_cross(scores, what.long(), odds.float()) * weight).sum() for share, scores, what, odds in parts
    ) / (weight.sum() * length)


def _stack(lessons: Sequence[Lesson], part: str) -> Tensor:
    return torch.from_numpy(np.stack([getattr(lesson, part) for lesson in lessons]))


def _cross(scores: Tensor, what: Tensor, odds: Tensor) -> Tensor:
    return -(functional.log_softmax(scores, -1).gather(-1, what) * odds).sum(-1)


def descend(optimizer: torch.optim.Optimizer, value: Tensor, weights: Iterable[Tensor]) -> None:
    """One step down a loss, over gradients that are cut where they are too long."""
    optimizer.zero_grad()
    value.backward()
    nn.utils.clip_grad_norm_(weights, 2.0)
    optimizer.step()


def tell(what: str, step: int, steps: int, *, by: int = 1) -> None:
    """A line on how far a stage is, now and then: the whole way takes about an hour; `by` is how far this step went."""
    if step // _SELDOM_TOLD > (step - by) // _SELDOM_TOLD or step == steps:
        _LOG.info("%s: %d of %d", what, step, steps)


def averaged(old: dict[str, Any], model: nn.Module, step: int, *, most: float = 0.999, lag: int = 10) -> None:
    """Takes the weights of now into the running mean, in place; `most` and `lag` say how far back it reaches."""
    keep = min(most, (1 + step) / (lag + step))
    for name, value in model.state_dict().items():
        old[name].mul_(keep).add_(value, alpha=1 - keep)
