"""The network that finds names, in torch, and how it learns: `extractors.language.name_network` runs it."""

import random
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from extractors.language.name_network import TABLES, rows_of
from extractors.language.pieces import Pieces
from extractors.language.training.noise import recase
from extractors.language.training.student import averaged, batches, descend, tell
from extractors.language.training.treebanks import Example

_VECTOR, _WORD, _HIDDEN = 64, 128, 64
_BATCH = 2000  # words
_WARM_UP = 100  # steps
_RATE = 3e-3
_SELDOM = 5  # steps between two that enter the running mean


class Namer(nn.Module):
    """Word vectors with letter case, one layer of LSTM both ways, and scores of labels."""

    def __init__(self, pieces: np.ndarray, labels: int, width: int) -> None:
        super().__init__()
        self.pieces = nn.EmbeddingBag.from_pretrained(torch.from_numpy(pieces), freeze=True, mode="mean")
        self.tables = nn.ModuleDict({name: nn.Embedding(rows, _VECTOR) for name, rows in TABLES.items()})
        for table in self.tables.values():
            nn.init.normal_(table.weight, std=0.1)
        self.word = nn.Linear(pieces.shape[1] + 2 * _VECTOR, 2 * _WORD)
        self.lstm = nn.LSTM(_WORD, width, bidirectional=True, batch_first=True)
        self.hidden, self.out = nn.Linear(2 * width, _HIDDEN), nn.Linear(_HIDDEN, labels)

    def forward(self, words: "Forms", shape: tuple[int, int]) -> Tensor:
        """The scores of labels."""
        read = self._drop(self._vectors(words)[words.rows].view(*shape, -1), 0.15)
        hidden = self._drop(self.lstm(read)[0], 0.3)
        return self.out(self._drop(functional.leaky_relu(self.hidden(hidden), 0.1), 0.2))

    def _vectors(self, words: "Forms") -> Tensor:
        """One row for each form; now and then only its ends and its shape are seen: names that come are mostly new."""
        pieces = self.pieces(words.pieces, words.starts)
        form, *ends = (table(words.tables[:, place]) for place, table in enumerate(self.tables.values()))
        if self.training:
            seen = torch.rand(len(form), 1) >= 0.1
            pieces, form = pieces * seen, form * (seen & (torch.rand(len(form), 1) >= 0.2))
        told = self.word(torch.cat([pieces, form, sum(ends)], 1))
        return told.view(len(told), 2, -1).amax(1)

    def _drop(self, values: Tensor, rate: float) -> Tensor:
        """The same places are dropped for all words of a sentence."""
        if not self.training:
            return values
        return values * (torch.rand(values.shape[0], 1, values.shape[2]) >= rate) / (1 - rate)

    def export(self) -> dict[str, np.ndarray]:
        """The weights by the names that the network in numpy reads."""
        plain = {name: value.detach().numpy() for name, value in self.state_dict().items()}
        out = {name: plain[f"tables.{name}.weight"] for name in TABLES}
        for letter, suffix in (("f", ""), ("b", "_reverse")):
            inner, recurrent = plain[f"lstm.weight_ih_l0{suffix}"], plain[f"lstm.weight_hh_l0{suffix}"]
            out[f"lstm1{letter}.x"], out[f"lstm1{letter}.h"] = inner.T, recurrent.T
            out[f"lstm1{letter}.b"] = plain[f"lstm.bias_ih_l0{suffix}"] + plain[f"lstm.bias_hh_l0{suffix}"]
        for part in ("word", "hidden", "out"):
            out[f"{part}.w"], out[f"{part}.b"] = plain[f"{part}.weight"].T, plain[f"{part}.bias"]
        return out


class Forms:
    """The word forms of some sentences of one length, each once.

    Args:
        sentences: Their words.
        cutter: Cuts words into pieces.
        known: What was worked out of forms before.
    """

    def __init__(
        self, sentences: Sequence[Sequence[str]], cutter: Pieces, known: dict[str, tuple[list[int], list[int]]]
    ) -> None:
        forms: dict[str, int] = {}
        self.rows = torch.tensor([forms.setdefault(word, len(forms)) for words in sentences for word in words])
        pieces: list[int] = []
        starts, tables = [], []
        for form in forms:
            if form not in known:
                known[form] = (cutter.cut(form), rows_of(form))
            starts.append(len(pieces))
            pieces += known[form][0]
            tables.append(known[form][1])
        self.pieces, self.starts, self.tables = torch.tensor(pieces), torch.tensor(starts), torch.tensor(tables)


def train_namer(
    examples: Sequence[Example],
    pieces: np.ndarray[Any, Any],
    vocabulary: Sequence[str],
    labels: Sequence[str],
    *,
    width: int,
    steps: int,
    seed: int,
) -> dict[str, np.ndarray[Any, Any]]:
    """The weights, averaged over the last thousand steps or so, by the names that the network in numpy reads."""
    torch.set_flush_denormal(True)  # else the optimizer slows down: weights that are seldom used fade away
    torch.manual_seed(seed)
    chance = random.Random(seed)
    model, cutter = Namer(pieces, len(labels), width), Pieces(vocabulary)
    number = {label: place for place, label in enumerate(labels)}
    known: dict[str, tuple[list[int], list[int]]] = {}
    learned = [weight for weight in model.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=_RATE, weight_decay=0.01, betas=(0.9, 0.95), fused=True)
    mean = {name: value.clone() for name, value in model.state_dict().items()}
    step = 0
    while step < steps:
        for batch in batches(examples, _BATCH, chance):
            optimizer.param_groups[0]["lr"] = _RATE * min(1, (step + 1) / _WARM_UP) * max(0.01, 1 - step / steps)
            words = Forms([recase(example.words, chance) for example in batch], cutter, known)
            scores = model(words, (len(batch), len(batch[0].words)))
            gold = torch.tensor([number[name] for example in batch for name in example.names or ()])
            descend(optimizer, functional.cross_entropy(scores.flatten(0, 1), gold), learned)
            step += 1
            if step % _SELDOM == 0:
                averaged(mean, model, step, most=0.995, lag=50)
            tell("batches of names", step, steps)
            if step >= steps:
                break
    model.load_state_dict(mean)
    return model.export()
