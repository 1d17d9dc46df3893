"""Trains the student on gold and marked sentences."""

import random
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch

from extractors.language.training.lessons import Lesson, Scheme
from extractors.language.training.student import Reader, Student, averaged, batches, descend, loss, tell

_BATCH = 1500  # words
_WARM_UP = 100  # steps


def train_student(
    lessons: Sequence[Lesson],
    pieces: np.ndarray[Any, Any],
    vocabulary: Sequence[str],
    scheme: Scheme,
    *,
    width: int,
    steps: int,
    seed: int,
) -> dict[str, np.ndarray[Any, Any]]:
    """The weights, averaged over the last thousand steps or so, by the names that the network in numpy reads."""
    torch.set_flush_denormal(True)  # else the optimizer slows down twentyfold: weights that are seldom used fade away
    torch.manual_seed(seed)
    chance = random.Random(seed)
    sizes = (len(scheme.tags), len(scheme.relations), len(scheme.names))
    model, reader = Student(pieces, sizes, width), Reader(vocabulary)
    optimizer = _optimizer(model)
    rates = [group["lr"] for group in optimizer.param_groups]
    mean = {name: value.clone() for name, value in model.state_dict().items()}
    step = 0
    while step < steps:
        for batch in batches(lessons, _BATCH, chance):
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * min(1, (step + 1) / _WARM_UP) * max(0.01, 1 - step / steps)
            descend(optimizer, loss(model, reader, batch, chance), model.parameters())
            step += 1
            averaged(mean, model, step)
            tell("batches of the parse", step, steps)
            if step >= steps:
                break
    model.load_state_dict(mean)
    return model.export()


def _optimizer(model: Student) -> torch.optim.Optimizer:
    pieces = [model.pieces.weight]
    others = [weight for name, weight in model.named_parameters() if name != "pieces.weight"]
    groups = [{"params": pieces, "lr": 1e-3, "weight_decay": 0.0}, {"params": others, "lr": 2.5e-3}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.95))
