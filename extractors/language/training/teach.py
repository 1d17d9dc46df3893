"""Trains the teacher, and lets it mark sentences."""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from extractors.language.training.lessons import CHOICES, Lesson, Scheme, gold_lesson
from extractors.language.training.noise import recase
from extractors.language.training.student import descend, tell
from extractors.language.training.teacher import Encoder, Teacher, batches, loss
from extractors.language.training.treebanks import Example

_BATCH = 800  # words
_WARM_UP = 150  # steps


def train_teacher(
    minilm: Path, treebanks: Sequence[Example], names: Sequence[Example], scheme: Scheme, *, steps: int, seed: int
) -> Teacher:
    """Fine-tunes MiniLM: two batches of the treebanks, then one of names."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    encoder, teacher = Encoder(minilm), Teacher(minilm, scheme)
    teacher.train()
    optimizer = _optimizer(teacher)
    rates = [group["lr"] for group in optimizer.param_groups]
    parses, spans = batches(treebanks, _BATCH, chance), batches(names, _BATCH, chance)
    for step in range(steps):
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * min(1, (step + 1) / _WARM_UP) * max(0.02, 1 - step / steps)
        examples = next(spans if step % 3 == 2 else parses)
        scores = teacher(encoder.batch([recase(example.words, chance) for example in examples]))
        descend(optimizer, loss(scores, examples, scheme), teacher.parameters())
        tell("batches of the teacher", step + 1, steps)
    teacher.eval()
    return teacher


def _optimizer(teacher: Teacher) -> torch.optim.Optimizer:
    named = [(name, weight) for name, weight in teacher.named_parameters() if weight.requires_grad]
    body = [weight for name, weight in named if name.startswith("body")]
    heads = [weight for name, weight in named if not name.startswith("body")]
    groups = [{"params": body, "lr": 3e-4}, {"params": heads, "lr": 1.5e-3}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))


def mark(teacher: Teacher, minilm: Path, examples: Sequence[Example], scheme: Scheme) -> list[Lesson]:
    """The examples with the teacher's odds for what they do not say."""
    encoder, found = Encoder(minilm), []
    ordered = sorted(examples, key=lambda example: len(example.words))
    start = 0
    while start < len(ordered):
        longest = len(ordered[min(start + 20, len(ordered) - 1)].words)
        batch = ordered[start : start + max(1, 3000 // longest)]
        start += len(batch)
        tell("sentences marked by the teacher", start, len(ordered), by=len(batch))
        with torch.inference_mode():
            tags, names, arcs, relations = teacher(encoder.batch([example.words for example in batch]))
        found += _lessons(batch, tags, names, arcs, relations, scheme)
    return found


def _lessons(
    examples: Sequence[Example], tags: Tensor, names: Tensor, arcs: Tensor, relations: Tensor, scheme: Scheme
) -> list[Lesson]:
    heads = _best(arcs, "heads")
    where = heads[0][:, None, :, :1].expand(-1, relations.shape[1], -1, 1)
    chosen = relations.gather(3, where).squeeze(3).transpose(1, 2)
    parts = {"head": heads, "tag": _best(tags, "tags"), "relation": _best(chosen, "relations")}
    parts["name"] = _best(names, "names")
    lessons = []
    for number, example in enumerate(examples):
        lesson = gold_lesson(example, scheme)
        for part, (places, odds) in parts.items():
            if not getattr(lesson, f"{part}_odds").any():
                _put(
                    getattr(lesson, f"{part}s"), places[number], last=len(example.words) - 1 if part == "head" else None
                )
                _put(getattr(lesson, f"{part}_odds"), odds[number])
        lessons.append(lesson)
    return lessons


def _best(scores: Tensor, part: str) -> tuple[Tensor, Tensor]:
    odds, places = scores.softmax(-1).topk(min(CHOICES[part], scores.shape[-1]), -1)
    return places, odds


def _put(table: np.ndarray[Any, Any], values: Tensor, *, last: int | None = None) -> None:
    """Copies what belongs to the words; a head may not be one of the words that only fill the batch up."""
    kept = values[: len(table)].numpy()
    table[:, : kept.shape[1]] = kept if last is None else np.minimum(kept, last)
