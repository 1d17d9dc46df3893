"""The teacher: MiniLM, fine-tuned to tag, parse and find names. Too slow to ship; it marks raw text for the student."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from extractors.language.pieces import ROWS, case_of
from extractors.language.training.lessons import Scheme
from extractors.language.training.treebanks import Example


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences as numbers, padded at the end."""

    pieces: Tensor  # sentence x piece
    piece_mask: Tensor
    piece_case: Tensor
    first: Tensor  # sentence x word: place of its first piece
    last: Tensor
    mask: Tensor  # sentence x word


class Biaffine(nn.Module):
    """Scores every pair of words, for `out` labels."""

    def __init__(self, width: int, out: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(out, width + 1, width + 1))

    def forward(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Scores: sentence x label x dependent x head."""
        one = dependent.new_ones(*dependent.shape[:-1], 1)
        left, right = torch.cat([dependent, one], -1), torch.cat([head, one], -1)
        return torch.einsum("bxi,oij,byj->boxy", left, self.weight, right)


class Teacher(nn.Module):
    """MiniLM with heads for parts of speech, arcs, relations and names."""

    def __init__(self, folder: Path, scheme: Scheme, arc: int = 256, relation: int = 96) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(str(folder), local_files_only=True, attn_implementation="sdpa")
        width = self.body.config.hidden_size
        self.case = nn.Embedding(ROWS["case"], width)  # MiniLM itself reads lower case only
        nn.init.zeros_(self.case.weight)
        self.body.embeddings.word_embeddings.weight.requires_grad = False
        both = 2 * width
        self.tags = nn.Linear(both, len(scheme.tags))
        self.names = nn.Linear(both, len(scheme.names))
        self.arc_dep, self.arc_head = nn.Linear(both, arc), nn.Linear(both, arc)
        self.rel_dep, self.rel_head = nn.Linear(both, relation), nn.Linear(both, relation)
        self.arcs, self.relations = Biaffine(arc, 1), Biaffine(relation, len(scheme.relations))
        self.drop = nn.Dropout(0.25)

    def words(self, batch: Batch) -> Tensor:
        """One vector a word: its first and its last piece."""
        start = self.body.embeddings.word_embeddings(batch.pieces) + self.case(batch.piece_case)
        hidden = self.body(inputs_embeds=start, attention_mask=batch.piece_mask).last_hidden_state
        ends = [
            hidden.gather(1, place.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))
            for place in (batch.first, batch.last)
        ]
        return self.drop(torch.cat(ends, -1))

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores of tags, names, arcs (dependent x head) and relations (label x dependent x head)."""
        words = self.words(batch)
        arcs = self.arcs(self._act(self.arc_dep, words), self._act(self.arc_head, words)).squeeze(1)
        arcs = arcs.masked_fill(~batch.mask.unsqueeze(1), -1e4)
        relations = self.relations(self._act(self.rel_dep, words), self._act(self.rel_head, words))
        return self.tags(words), self.names(words), arcs, relations

    def _act(self, layer: nn.Linear, words: Tensor) -> Tensor:
        return self.drop(nn.functional.gelu(layer(words)))


class Encoder:
    """Turns words into MiniLM's pieces."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = AutoTokenizer.from_pretrained(str(folder), local_files_only=True)
        self._known: dict[str, list[int]] = {}

    def pieces(self, word: str) -> list[int]:
        """The numbers of a word's pieces, eight at most."""
        if word not in self._known:
            found = self._tokenizer(word, add_special_tokens=False)["input_ids"][:8]
            self._known[word] = found or [self._tokenizer.unk_token_id]
        return self._known[word]

    def batch(self, sentences: Sequence[Sequence[str]]) -> Batch:
        """The batch of some sentences."""
        rows, cases, first, last = [], [], [], []
        for words in sentences:
            row, case, starts, ends = [self._tokenizer.cls_token_id], [0], [], []
            for word in words:
                pieces = self.pieces(word)
                starts.append(len(row))
                row.extend(pieces)
                case.extend([case_of(word)] * len(pieces))
                ends.append(len(row) - 1)
            rows.append([*row, self._tokenizer.sep_token_id])
            cases.append([*case, 0])
            first.append(starts)
            last.append(ends)
        return Batch(
            pieces=pad(rows),
            piece_mask=pad([[1] * len(row) for row in rows]),
            piece_case=pad(cases),
            first=pad(first),
            last=pad(last),
            mask=pad([[1] * len(row) for row in first]).bool(),
        )


def pad(rows: Sequence[Sequence[int]], filler: int = 0) -> Tensor:
    """A table of numbers, padded at the end of each row."""
    width = max(len(row) for row in rows)
    table = np.full((len(rows), width), filler, dtype=np.int64)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return torch.from_numpy(table)


def batches(examples: Sequence[Example], size: int, chance: random.Random) -> Iterator[list[Example]]:
    """Batches of about `size` words of sentences of like length, for ever."""
    while True:
        order = sorted(examples, key=lambda example: len(example.words) + chance.random() * 4)
        cut: list[list[Example]] = [[]]
        for example in order:
            if (len(cut[-1]) + 1) * len(example.words) > size and cut[-1]:
                cut.append([])
            cut[-1].append(example)
        chance.shuffle(cut)
        yield from cut


def loss(scores: tuple[Tensor, Tensor, Tensor, Tensor], examples: Sequence[Example], scheme: Scheme) -> Tensor:
    """The loss over what the examples know."""
    tags, names, arcs, relations = scores
    cross = nn.CrossEntropyLoss(ignore_index=-1)
    if examples[0].names is not None:
        gold = pad([[scheme.names.index(name) for name in example.names or ()] for example in examples], -1)
        return cross(names.flatten(0, 1), gold.flatten())
    tag = pad([[scheme.tags.index(tag) for tag in example.tags or ()] for example in examples], -1)
    head = pad([example.heads or [] for example in examples], -1)
    label = pad([[scheme.relations.index(name) for name in example.relations or ()] for example in examples], -1)
    where = head.clamp(min=0)[:, None, :, None].expand(-1, relations.shape[1], -1, 1)
    chosen = relations.gather(3, where).squeeze(3).transpose(1, 2)
    return (
        cross(tags.flatten(0, 1), tag.flatten())
        + cross(arcs.flatten(0, 1), head.flatten())
        + cross(chosen.flatten(0, 1), label.flatten())
    )
